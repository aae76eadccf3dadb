package dev.bellwether.reading.token;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words and letters behind a number that multiply it. */
final class Magnitude {
    private static final Map<String, BigDecimal> WORDS = new HashMap<>();
    private static final Map<String, BigDecimal> LETTERS = new HashMap<>();

    static {
        put(WORDS, 3, "thousand");
        put(WORDS, 5, "lakh lakhs");
        put(WORDS, 6, "million millions mln mn mio");
        put(WORDS, 7, "crore crores cr");
        put(WORDS, 9, "billion billions bln bn");
        put(WORDS, 12, "trillion trillions trn tn");
        LETTERS.putAll(WORDS);
        put(LETTERS, 3, "k");
        put(LETTERS, 6, "m mm");
        put(LETTERS, 9, "b");
        put(LETTERS, 12, "t");
    }

    private Magnitude() {}

    private static void put(Map<String, BigDecimal> table, int power, String words) {
        for (String word : words.split(" ", -1)) {
            table.put(word, BigDecimal.TEN.pow(power));
        }
    }

    /** Whether letters right behind a number are a magnitude. */
    static boolean attached(String letters) {
        return LETTERS.containsKey(letters.toLowerCase(Locale.ROOT));
    }

    /** What a token behind a number multiplies it with; null if it is no magnitude. */
    static @Nullable BigDecimal of(Word word, boolean attached) {
        return (attached ? LETTERS : WORDS).get(word.lower());
    }
}
