package dev.bellwether.news.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The numbers of an article, and those of them that are price targets. */
final class Figures {
    /** Words a target's number may stand away from the word "target". */
    private static final int REACH = 9;

    private static final Set<String> TARGET_WORDS = Set.of(Stems.of("target"), Stems.of("objective"), "pt");

    private Figures() {}

    /** Every number with the word behind it, which says what it counts. */
    static List<Quantity> of(List<Word> words) {
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.isNumber()) {
                Optional<Word> counted = counted(words, i);
                quantities.add(new Quantity(
                        word.value(),
                        word.unit(),
                        counted.map(Word::stem).orElse(""),
                        counted.map(Word::text).orElse(""),
                        word.inTitle(),
                        word.text()));
            }
        }
        return quantities;
    }

    private static Optional<Word> counted(List<Word> words, int at) {
        return words.subList(at + 1, Math.min(words.size(), at + 3)).stream()
                .filter(word -> word.isWord() && !Commonness.isStop(word.stem()))
                .filter(word -> word.sentence() == words.get(at).sentence())
                .findFirst();
    }

    /** The money that stands near the word target in the headline or the first two sentences. */
    static Set<Double> targets(List<Word> words) {
        Set<Double> targets = new LinkedHashSet<>();
        for (int i = 0; i < words.size() && words.get(i).sentence() <= 2; i++) {
            Word word = words.get(i);
            if (word.isNumber() && word.unit() == '$' && word.value() < 1e6 && nearTarget(words, i)) {
                targets.add(word.value());
            }
        }
        return targets;
    }

    private static boolean nearTarget(List<Word> words, int at) {
        return words.subList(Math.max(0, at - REACH), Math.min(words.size(), at + REACH)).stream()
                .anyMatch(word -> TARGET_WORDS.contains(word.stem())
                        && word.sentence() == words.get(at).sentence());
    }
}
