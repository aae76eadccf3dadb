package dev.bellwether.analyst;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which names are one broker: "J.P. Morgan", "JPMorgan Chase & Co." and "JPMorgan" are. A name is looked up in a list of
 * spellings, then again without its last word as long as that is an ending such as "Securities" or "Inc.". What is in no list
 * is a firm of its own under the name that is left. Immutable.
 */
public final class Firms {
    private static final Set<String> ENDINGS = Set.of(
            "advisors",
            "advisory",
            "analysts",
            "capital",
            "equities",
            "equity",
            "financial",
            "international",
            "markets",
            "partners",
            "research",
            "securities");

    /** Words that are no name once the ending is gone: "China Securities" is not "China". */
    private static final Set<String> NO_NAMES = Set.of(
            "american",
            "asia",
            "bank",
            "capital",
            "china",
            "first",
            "general",
            "global",
            "japan",
            "national",
            "new",
            "north",
            "one",
            "pacific",
            "united",
            "world");

    private static final Firms BUNDLED = new Firms(bundled());

    private final Map<String, String> nameOf = new HashMap<>();

    /** @param lines as in {@code firms.txt}: the name to show, a colon, its other spellings parted by commas */
    Firms(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).strip();
            nameOf.put(joined(Names.words(name)), name);
            for (String spelling : line.substring(colon + 1).split(",", -1)) {
                String key = joined(Names.words(spelling));
                String other = nameOf.putIfAbsent(key, name);
                if (other != null && !other.equals(name)) {
                    throw new IllegalArgumentException(spelling.strip() + " is " + other + " and " + name);
                }
            }
        }
    }

    /** The list that comes with the program. */
    public static Firms known() {
        return BUNDLED;
    }

    /** What all spellings of a firm have in common; empty for a text without letters and digits. */
    public String key(String printed) {
        return joined(Names.words(name(printed)));
    }

    /** The name to show for a firm. */
    public String name(String printed) {
        List<String> words = Names.words(printed);
        while (true) {
            String name = nameOf.get(joined(words));
            if (name != null) {
                return name;
            }
            if (!hasEnding(words)) {
                return shown(printed, words);
            }
            words.removeLast();
        }
    }

    private static boolean hasEnding(List<String> words) {
        if (words.size() < 2) {
            return false;
        }
        boolean ending = Names.isLegalForm(words.getLast()) || ENDINGS.contains(words.getLast());
        return ending && !(words.size() == 2 && NO_NAMES.contains(words.getFirst()));
    }

    /** As printed, but for the endings: as many of the printed words as are left. */
    private static String shown(String printed, List<String> left) {
        String clean = printed.strip();
        String shown = clean;
        int cut = clean.lastIndexOf(' ');
        while (cut > 0
                && joined(Names.words(clean.substring(0, cut))).length()
                        >= joined(left).length()) {
            shown = clean.substring(0, cut).strip();
            cut = shown.lastIndexOf(' ');
        }
        return shown.replaceFirst("['’]s$|['’,.]+$", "");
    }

    private static String joined(List<String> words) {
        return String.join("", words);
    }

    private static List<String> bundled() {
        try (InputStream in = Objects.requireNonNull(Firms.class.getResourceAsStream("firms.txt"), "firms.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
