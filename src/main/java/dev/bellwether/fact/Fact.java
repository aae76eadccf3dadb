package dev.bellwether.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the bot learned about the world: immutable, dated, with where it was learned. The same thing read in five
 * places is one fact with five mentions; a correction is a new fact, the old one stays.
 */
public sealed interface Fact {
    /** Names the fact for ever: two readings of the same thing have the same key. */
    String key();

    /** Symbol of the configured instrument it is about; of the listing if that belongs to none. */
    String symbol();

    /** When it became known: the earliest mention, or the moment of the price. */
    Instant at();

    /** A fact that was read in articles. */
    sealed interface Printed extends Fact {
        /** Where it was read, the earliest first; at least one. */
        List<Mention> mentions();
    }

    /** A fact that the bot saw itself, in prices. */
    sealed interface Seen extends Fact {
        /** Symbol of the listing whose prices they were. */
        String listing();

        /** Which source the price came from, and of when it is. */
        Provenance source();

        /** When it was so in the market: the moment of its price, if the source told of that only later. */
        default Instant happened() {
            Instant price = source().asOf();
            return price.isBefore(at()) ? price : at();
        }
    }

    /** An analyst, or the press for all of them, named a price target. */
    record Call(String key, String symbol, Instant at, AnalystCall call, List<Mention> mentions) implements Printed {
        public Call {
            mentions = List.copyOf(mentions);
        }
    }

    /** A day on which the company is said to report. */
    record Earnings(String key, String symbol, Instant at, LocalDate day, List<Mention> mentions) implements Printed {
        public Earnings {
            mentions = List.copyOf(mentions);
        }
    }

    /** Something else the press states about the stock that can be checked against prices. */
    record Claimed(String key, String symbol, Instant at, Claim claim, List<Mention> mentions) implements Printed {
        public Claimed {
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * A price came to a level, went through it, stayed beyond it or fell back.
     *
     * @param key such as {@code level:BABA:52w-high:2026-01-02:broken}
     * @param level what it met
     * @param stage what happened
     * @param upward whether the level was met from below
     * @param price in the listing's currency
     * @param volume of the last closed day against the average of the 20 before it, 2 for twice; null if not known
     * @param gap whether the session opened beyond the level
     * @param late how long after the fact it was noticed; zero while the bot was watching
     * @param first key of the {@link Stage#BROKEN} fact of the same try; its own key if this is that fact or came before it
     * @param trial how the try stands; null for {@link Stage#NEAR}
     * @param also further levels at nearly the same price, or broken by the same jump, which this fact stands for as well
     * @param before how earlier tries in the same direction ended; null if that was not looked up
     */
    record LevelMet(
            String key,
            String symbol,
            String listing,
            Instant at,
            WatchedLevel level,
            Stage stage,
            boolean upward,
            double price,
            @Nullable Double volume,
            boolean gap,
            Duration late,
            String first,
            Provenance source,
            @Nullable Trial trial,
            List<WatchedLevel> also,
            @Nullable LevelTries before)
            implements Seen {
        public LevelMet {
            also = List.copyOf(also);
        }

        /** One of which no more is known. */
        public LevelMet(
                String key,
                String symbol,
                String listing,
                Instant at,
                WatchedLevel level,
                Stage stage,
                boolean upward,
                double price,
                @Nullable Double volume,
                boolean gap,
                Duration late,
                String first,
                Provenance source) {
            this(
                    key, symbol, listing, at, level, stage, upward, price, volume, gap, late, first, source, null,
                    List.of(), null);
        }

        /**
         * How a try stands.
         *
         * @param day of the break, at the exchange
         * @param closes how many sessions closed beyond the level so far
         * @param volume of the day of the break against the average of the 20 before it; null while that day runs or if not known
         */
        public record Trial(
                LocalDate day, int closes, @Nullable Double volume) {}

        /** What a price does at a level. */
        public enum Stage {
            /** Within half an average true range. */
            NEAR,
            /** Through it by more than noise. */
            BROKEN,
            /** Closed beyond it often enough with enough volume. */
            CONFIRMED,
            /** Back on the old side before that. */
            FAILED
        }
    }

    /**
     * A member's alert fired.
     *
     * @param key such as {@code alert:17:BABA:2026-01-02T15:30:00Z}
     * @param alert the alert's number in the store
     * @param rule its text
     * @param price in the listing's currency; null if no price had a part in it
     * @param gap whether the session opened beyond the threshold
     * @param late how long after the fact it was noticed; zero while the bot was watching
     */
    record AlertFired(
            String key,
            String symbol,
            String listing,
            Instant at,
            long alert,
            String rule,
            @Nullable Double price,
            boolean gap,
            Duration late,
            Provenance source)
            implements Seen {}
}
