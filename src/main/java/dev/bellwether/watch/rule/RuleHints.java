package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;

/** What may come next in a rule that is being typed, and the kinds of rules there are. Answers from memory. */
public final class RuleHints {
    private final Listings listings;

    /** Hints for rules about these listings. */
    public RuleHints(Listings listings) {
        this.listings = listings;
    }

    /**
     * Whole texts that continue what was typed, likeliest first, at most 25; each begins with what was typed but for its last, unfinished
     * word.
     *
     * @param typed what stands behind {@code /alert} so far; may be empty
     */
    public List<String> next(String typed) {
        throw new UnsupportedOperationException();
    }

    /** The kinds of rules, the usual ones first. */
    public static List<Template> templates() {
        throw new UnsupportedOperationException();
    }

    /**
     * A kind of rule.
     *
     * @param name of one word, for buttons and options, such as {@code price}; never changes
     * @param condition what stands behind the symbol, with {@code {level}} where a number goes
     * @param takes what that number is
     * @param example of a number that fits, such as {@code 155}; empty if it takes none
     * @param label the kind in two or three words
     * @param line what the kind is for
     */
    public record Template(String name, String condition, Takes takes, String example, Line label, Line line) {
        /** The rule's text. */
        public String text(String symbol, String level) {
            return symbol + " " + condition.replace("{level}", level);
        }
    }

    /** What a template needs to be a rule. */
    public enum Takes {
        NOTHING,
        /** An amount in the listing's currency. */
        PRICE,
        PERCENT,
        /** From 0 to 100. */
        RSI,
        DAYS,
        /** Words to look for. */
        WORDS
    }
}
