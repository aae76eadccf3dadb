package dev.bellwether.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something the bot learned about the world: immutable, dated, with the places it was read in. The same thing read in five
 * places is one fact with five mentions; a correction is a new fact, the old one stays.
 */
public sealed interface Fact {
    /** Names the fact for ever: two readings of the same thing have the same key. */
    String key();

    /** Symbol of the configured instrument it is about. */
    String symbol();

    /** When it became known: the earliest mention. */
    Instant at();

    /** Where it was read, the earliest first; at least one. */
    List<Mention> mentions();

    /** An analyst, or the press for all of them, named a price target. */
    record Call(String key, String symbol, Instant at, AnalystCall call, List<Mention> mentions) implements Fact {
        public Call {
            mentions = List.copyOf(mentions);
        }
    }

    /** A day on which the company is said to report. */
    record Earnings(String key, String symbol, Instant at, LocalDate day, List<Mention> mentions) implements Fact {
        public Earnings {
            mentions = List.copyOf(mentions);
        }
    }

    /** Something else the press states about the stock that can be checked against prices. */
    record Claimed(String key, String symbol, Instant at, Claim claim, List<Mention> mentions) implements Fact {
        public Claimed {
            mentions = List.copyOf(mentions);
        }
    }
}
