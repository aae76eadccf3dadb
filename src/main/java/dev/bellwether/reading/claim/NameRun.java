package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Lines;
import dev.bellwether.reading.token.Mark;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs of words with capital letters that may be a name, with what joins them: "Bank of America", "Treasury 0-1 Year ETF". */
final class NameRun {
    /** Words that end the names of companies and funds, in lower case. */
    static final Set<String> ENDINGS = words("suffixes");

    private static final Set<String> COMMON = words("names");
    private static final Set<String> LINKS = Set.of("of", "the", "de", "du", "van", "von");
    /** Words of the list of common ones that go on with a name, though none begins with them. */
    private static final Set<String> INNER = Set.of("treasury", "main", "year", "market", "japan", "china", "street");

    private static final int LONGEST = 9;

    private NameRun() {}

    private static Set<String> words(String file) {
        Set<String> words = new HashSet<>();
        Lines.of(NameRun.class, file + ".txt").forEach(line -> words.addAll(List.of(line.split(" +", -1))));
        return Set.copyOf(words);
    }

    /** The end of the run of capitalised words that begins here; its beginning if none does. */
    static int end(List<Token> tokens, int start) {
        if (!(tokens.get(start) instanceof Word first) || !proper(first)) {
            return start;
        }
        int end = start + 1;
        int at = start + 1;
        while (at < tokens.size() && at - start < LONGEST) {
            int next = joined(tokens, at);
            if (next < 0) {
                break;
            }
            at = next;
            end = next;
        }
        return end;
    }

    private static boolean proper(Word word) {
        return !COMMON.contains(word.lower()) && (inner(word) || word.capitalised() || firstDigitName(word));
    }

    /** A small letter first and a capital letter inside, as some brands have. */
    private static boolean inner(Word word) {
        String text = word.text();
        return text.length() > 2 && Character.isLowerCase(text.charAt(0)) && Character.isUpperCase(text.charAt(1));
    }

    private static boolean firstDigitName(Word word) {
        String text = word.text();
        return text.length() <= 3
                && Character.isDigit(text.charAt(0))
                && Character.isUpperCase(text.charAt(text.length() - 1));
    }

    /** The place behind what goes on with a name at a token; -1 if it does not go on. */
    private static int joined(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : null;
        boolean nextProper = next instanceof Word word && (word.capitalised() && goesOn(word));
        return switch (token) {
            case Word word when word.possessive() -> -1;
            case Word word when word.capitalised() && goesOn(word) -> at + 1;
            case Word word when LINKS.contains(word.lower()) && nextProper -> at + 2;
            case Mark mark when mark.is('&') && nextProper -> at + 2;
            case Mark mark when mark.is('-') && mark.touches(tokens.get(at - 1)) && nextProper -> at + 2;
            case Mark mark
            when mark.is(',') && next instanceof Word word && ENDINGS.contains(word.lower()) && word.capitalised() ->
                at + 2;
            case Numeral _ when fund(tokens, at) -> fundEnd(tokens, at);
            default -> -1;
        };
    }

    private static boolean goesOn(Word word) {
        return ENDINGS.contains(word.lower()) || !COMMON.contains(word.lower()) || INNER.contains(word.lower());
    }

    /** Numbers inside the name of a fund: "Treasury 0-1 Year ETF". */
    private static boolean fund(List<Token> tokens, int at) {
        return fundEnd(tokens, at) > at;
    }

    private static int fundEnd(List<Token> tokens, int at) {
        for (int place = at; place < Math.min(tokens.size(), at + 6); place++) {
            if (tokens.get(place) instanceof Word word
                    && Set.of("etf", "fund", "trust").contains(word.lower())) {
                return place + 1;
            }
        }
        return -1;
    }
}
