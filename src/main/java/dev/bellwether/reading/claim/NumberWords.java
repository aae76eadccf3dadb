package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Mark;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small whole numbers, in digits or in words: {@code 50}, {@code fifty}, {@code two-hundred}. */
final class NumberWords {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("fifty", 50),
            Map.entry("hundred", 100));

    private NumberWords() {}

    /**
     * A number found.
     *
     * @param value what it is
     * @param end index of the token behind it
     */
    record Found(int value, int end) {}

    /** Whether a word is a number. */
    static boolean known(String word) {
        return WORDS.containsKey(word) || word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The number that begins at a token; null if none does, or if it is not whole. */
    static @Nullable Found at(List<Token> tokens, int at) {
        return switch (tokens.get(at)) {
            case Numeral numeral -> digits(numeral, at);
            case Word word -> words(tokens, word, at);
            default -> null;
        };
    }

    private static @Nullable Found digits(Numeral numeral, int at) {
        boolean small = numeral.unit() == Numeral.Unit.PLAIN
                && numeral.value().scale() <= 0
                && numeral.value().signum() > 0
                && numeral.value().compareTo(LARGEST) <= 0;
        return small ? new Found(numeral.value().intValueExact(), at + 1) : null;
    }

    private static @Nullable Found words(List<Token> tokens, Word word, int at) {
        Integer first = WORDS.get(word.lower());
        if (first == null) {
            return null;
        }
        int next = at + 1;
        if (next < tokens.size() && tokens.get(next) instanceof Mark mark && mark.is('-')) {
            next++;
        }
        boolean hundreds = first < 10
                && next < tokens.size()
                && tokens.get(next) instanceof Word second
                && second.lower().equals("hundred");
        return hundreds ? new Found(first * 100, next + 1) : new Found(first, at + 1);
    }
}
