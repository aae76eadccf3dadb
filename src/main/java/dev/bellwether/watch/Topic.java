package dev.bellwether.watch;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a chat can ask to be told about.
 *
 * @param kind of thing
 * @param symbol of the instrument, or of a listing: of breakouts if that is not the main one, else if it belongs to none; null for all
 */
public record Topic(Kind kind, @Nullable String symbol) {
    /** What is told about an instrument. */
    public enum Kind {
        /** A price went through a level. */
        BREAKOUTS,
        /** An analyst named a price target or a rating. */
        TARGETS,
        /** A story in the press. */
        NEWS,
        /** A company reports soon, or names the day. */
        EARNINGS;

        /** As people type it and as topics begin: {@code breakouts}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind with this word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * What is meant by a listing. Prices are those of a listing, so breakouts of one that is not the main one are apart; the press
     * speaks of the company.
     */
    public static Topic of(Kind kind, Instrument instrument, Listing listing) {
        boolean apart = kind == Kind.BREAKOUTS && !listing.equals(instrument.primary());
        return new Topic(kind, apart ? listing.symbol() : instrument.symbol());
    }

    /** Its name in {@code talk.Subscriptions}: {@code breakouts:BABA}, or {@code breakouts} for all instruments. */
    public String name() {
        return symbol == null ? kind.word() : kind.word() + ":" + symbol;
    }

    /** The topic with this name; empty for the names of other things, such as digests. */
    public static Optional<Topic> named(String name) {
        int colon = name.indexOf(':');
        String symbol = colon < 0 ? null : name.substring(colon + 1);
        return Kind.of(colon < 0 ? name : name.substring(0, colon)).map(kind -> new Topic(kind, symbol));
    }

    /** Everybody who wants to be told of a kind of thing about one of some instruments. */
    public static Audience audience(Kind kind, Collection<String> symbols) {
        return new Audience.AnyTopic(Stream.concat(
                        symbols.stream().map(symbol -> new Topic(kind, symbol).name()), Stream.of(kind.word()))
                .toList());
    }

    /** Everybody who wants to be told of a kind of thing about an instrument. */
    public static Audience audience(Kind kind, String symbol) {
        return audience(kind, List.of(symbol));
    }

    /** The buttons below what is told: the chat that it was told in hears no more of it, or nothing for a day. */
    public static List<Block.Button> buttons(Kind kind, String symbol) {
        String command = "/unsubscribe " + kind.word() + " " + symbol + " here";
        return List.of(
                new Block.Button(Line.say("subscribe.button.snooze"), command + " 1d"),
                new Block.Button(Line.say("subscribe.button.end"), command));
    }
}
