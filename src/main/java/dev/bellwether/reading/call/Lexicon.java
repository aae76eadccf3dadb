package dev.bellwether.reading.call;

import dev.bellwether.fact.Stance;
import dev.bellwether.reading.token.Lines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The words the reader of analyst calls knows, from data files that can be extended without code. What each file means stands in
 * its first lines. Immutable once read.
 */
public final class Lexicon {
    private final PhraseTree<Name.Kind> names = new PhraseTree<>();
    private final PhraseTree<Boolean> targets = new PhraseTree<>();
    private final PhraseTree<Stance> ratings = new PhraseTree<>();
    private final PhraseTree<String> averages = new PhraseTree<>();
    private final PhraseTree<Boolean> others = new PhraseTree<>();
    private final Map<String, Verb> verbs = new HashMap<>();
    private final Set<String> endings = new HashSet<>();
    private final Set<String> breakers = new HashSet<>();
    private final Set<String> modifiers = new HashSet<>();
    private final Set<String> onlySmall = new HashSet<>();
    private final Set<String> charts = new HashSet<>();

    private Lexicon() {
        lines("names.txt").forEach(name -> names.add(name, Name.Kind.COMPANY));
        lines("relays.txt").forEach(relay -> names.add(relay, Name.Kind.RELAY));
        lines("not-names.txt").forEach(name -> names.add(name, Name.Kind.NEITHER));
        lines("firms.txt").forEach(this::addFirm);
        lines("targets.txt").forEach(line -> targets.add(line.replace("*", ""), !line.endsWith("*")));
        rows("ratings.txt", ",", (stance, name) -> ratings.add(name, Stance.valueOf(stance)));
        rows("averages.txt", ",", (kind, word) -> averages.add(word, kind));
        rows("verbs.txt", " ", (verb, form) -> verbs.putIfAbsent(form, Verb.valueOf(verb)));
        lines("others.txt").forEach(noun -> others.add(noun, true));
        lines("endings.txt").forEach(word -> endings.add(word.toLowerCase(Locale.ROOT)));
        lines("breakers.txt").forEach(line -> breakers.addAll(List.of(line.split(" ", -1))));
        lines("modifiers.txt").forEach(this::addModifier);
        charts.addAll(lines("charts.txt"));
    }

    /** The lexicon that comes with the program. */
    public static Lexicon bundled() {
        return new Lexicon();
    }

    private void addFirm(String line) {
        for (String spelling : line.split("\\|", -1)) {
            names.add(spelling, Name.Kind.FIRM);
        }
    }

    private static List<String> lines(String file) {
        return Lines.of(Lexicon.class, file);
    }

    private static void rows(String file, String separator, BiConsumer<String, String> each) {
        for (String line : lines(file)) {
            int bar = line.indexOf('|');
            for (String item : line.substring(bar + 1).strip().split(separator, -1)) {
                each.accept(line.substring(0, bar).strip(), item.strip());
            }
        }
    }

    PhraseTree<Name.Kind> names() {
        return names;
    }

    PhraseTree<Boolean> targets() {
        return targets;
    }

    PhraseTree<Stance> ratings() {
        return ratings;
    }

    PhraseTree<String> averages() {
        return averages;
    }

    PhraseTree<Boolean> others() {
        return others;
    }

    /** The verb of a form in lower case; null if it is none. */
    @Nullable
    Verb verb(String lower) {
        return verbs.get(lower);
    }

    /** Whether the name of a broker may end with this word. */
    boolean firmEnding(String lower) {
        return endings.contains(lower);
    }

    /** Whether a word is never part of a name. */
    boolean breaker(String lower) {
        return breakers.contains(lower);
    }

    /** Whether a word shows that a sentence speaks of charts, options or offers. */
    boolean chart(String lower) {
        return charts.contains(lower);
    }

    /** Whether a word before "target", in lower case, makes it no price target. */
    boolean modifier(String lower, boolean capitalised) {
        return modifiers.contains(lower) && !(capitalised && onlySmall.contains(lower));
    }

    private void addModifier(String line) {
        String word = line.replace("*", "").strip();
        modifiers.add(word);
        if (line.endsWith("*")) {
            onlySmall.add(word);
        }
    }
}
