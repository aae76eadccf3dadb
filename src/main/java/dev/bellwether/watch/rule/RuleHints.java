package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What may come next in a rule that is being typed, and the kinds of rules there are. Answers from memory.
 *
 * <p>It knows no grammar of its own: a phrase is offered if the parser takes the text with it, or finds fault only behind it.
 */
public final class RuleHints {
    /** How many offers are made at most, as many as Discord shows. */
    public static final int MOST = 25;

    /** Texts that are longer than this get no offers; people who wait for them type the beginning of a rule. */
    private static final int LONGEST = 200;

    private final Listings listings;
    private final RuleParser parser;

    /** Hints for rules about these listings. */
    public RuleHints(Listings listings) {
        this.listings = listings;
        this.parser = new RuleParser(listings);
    }

    /**
     * Whole texts that continue what was typed, likeliest first, at most {@value #MOST}; each begins with what was typed but for its last,
     * unfinished word.
     *
     * @param typed what stands behind {@code /alert} so far; may be empty
     */
    public List<String> next(String typed) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        int word = lastWord(typed);
        String before = typed.substring(0, word);
        String begun = typed.substring(word).toLowerCase(Locale.ROOT);
        Stream<String> offers = wantsSymbol(before)
                ? Stream.concat(
                        listings.beginning(begun).stream().map(RuleText::symbol),
                        beginning(begun, List.of("any of watchlist", "watchlist"))
                                .filter(phrase -> before.isBlank() == phrase.startsWith("any")))
                : beginning(begun, Phrases.ALL).filter(phrase -> fits(before, phrase));
        return offers.map(offer -> before + offer).distinct().limit(MOST).toList();
    }

    private static Stream<String> beginning(String begun, List<String> phrases) {
        return phrases.stream().filter(phrase -> phrase.startsWith(begun));
    }

    private static boolean wantsSymbol(String before) {
        String text = before.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() || text.equals("any of") || (text.endsWith(",") && !text.contains("\""));
    }

    /** Where the last word begins, which may be empty. */
    private static int lastWord(String typed) {
        int at = typed.length();
        while (at > 0 && !Character.isWhitespace(typed.charAt(at - 1)) && "(,".indexOf(typed.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    private boolean fits(String before, String phrase) {
        String sample = phrase.endsWith("\"") ? phrase + "…\"" : phrase;
        String text = (before + sample).stripTrailing();
        String closed = text + ")".repeat(Math.max(0, open(text)));
        return switch (parser.outline(closed)) {
            case ParsedRule.Understood _ -> true;
            case ParsedRule.Mistaken(RuleError error) -> error.start() >= text.length();
        };
    }

    private static int open(String text) {
        return (int) (text.chars().filter(c -> c == '(').count()
                - text.chars().filter(c -> c == ')').count());
    }

    /** The kinds of rules, the usual ones first; at most {@value #MOST}. */
    public static List<Template> templates() {
        return Templates.ALL;
    }

    /**
     * A kind of rule.
     *
     * @param name of one word, for buttons and options, such as {@code above}; never changes
     * @param condition what stands behind the symbol, with {@code {level}} where a number or words go
     * @param takes what goes there
     * @param example of what goes there, such as {@code 155}; empty if nothing does
     * @param label the kind in two or three words
     * @param line what it waits for, in a sentence
     */
    public record Template(String name, String condition, Takes takes, String example, Line label, Line line) {
        /**
         * The rule's text.
         *
         * @param symbol of a listing, or {@code any of watchlist}
         * @param level as a member types it; not looked at if the kind takes nothing
         */
        public String text(String symbol, String level) {
            return symbol + " " + condition.replace("{level}", fitted(level.strip()));
        }

        /** What stands in the condition already, a sign of percent or a word for days, may be typed once more. */
        private String fitted(String level) {
            return switch (takes) {
                case WORDS -> Quotes.around(level);
                case PERCENT -> level.replaceFirst("^[+-]", "").replaceFirst("\\s*[%％]$", "");
                case DAYS -> level.replaceFirst("\\s*[a-zA-Z]+$", "");
                case NOTHING, PRICE, RSI, TIMES -> level;
            };
        }
    }

    /** What a template needs to be a rule. */
    public enum Takes {
        NOTHING,
        /** An amount in the listing's currency. */
        PRICE,
        /** With or without its sign. */
        PERCENT,
        /** From 0 to 100. */
        RSI,
        /** Times the usual volume. */
        TIMES,
        /** A number of days. */
        DAYS,
        /** Words to look for, without quotes. */
        WORDS
    }
}
