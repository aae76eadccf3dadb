package dev.bellwether.reading.token;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How currencies are written before and after a number, from {@code currencies.txt}. */
final class Currencies {
    /** How many tokens the longest spelling has. */
    static final int LONGEST = 3;

    private static final Map<String, String> BEFORE = new HashMap<>();
    private static final Map<String, String> AFTER = new HashMap<>();

    static {
        for (String line : Lines.of(Currencies.class, "currencies.txt")) {
            List<String> parts = List.of(line.split("\\|", -1));
            String code = parts.get(0).strip();
            put(BEFORE, parts.get(1), code);
            put(AFTER, parts.get(2), code);
        }
    }

    private Currencies() {}

    private static void put(Map<String, String> table, String spellings, String code) {
        for (String spelling : spellings.split(",", -1)) {
            table.putIfAbsent(spelling.strip(), code);
        }
    }

    /** Whether this stands before a number as a currency. */
    static boolean before(String spelling) {
        return codeBefore(spelling) != null;
    }

    /** Whether this stands behind a number as a currency. */
    static boolean after(String spelling) {
        return codeAfter(spelling) != null;
    }

    /** The code of a currency as written before a number; null if it is none. */
    static @Nullable String codeBefore(String spelling) {
        return BEFORE.get(spelling);
    }

    /** The code of a currency as written behind a number; a word may begin with a capital letter. Null if it is none. */
    static @Nullable String codeAfter(String spelling) {
        String code = AFTER.get(spelling);
        return code != null || spelling.length() < 3 ? code : AFTER.get(spelling.toLowerCase(Locale.ROOT));
    }
}
