package dev.bellwether.news.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kinds of event a headline or a sentence tells of, by words and pairs of words from a list. */
final class Kinds {
    /** The kind of an analyst's call. */
    static final String RATING = "RATING";

    /** The kind of a purchase, sale or merger of companies. */
    static final String DEAL = "DEAL";

    private static final Map<String, Set<String>> KINDS = kinds();

    private Kinds() {}

    /** The kinds that the words tell of; empty if none is known. */
    static Set<String> of(List<Word> words) {
        Set<String> kinds = new TreeSet<>();
        String before = "";
        for (Word word : words) {
            kinds.addAll(KINDS.getOrDefault(word.stem(), Set.of()));
            kinds.addAll(KINDS.getOrDefault(before + " " + word.stem(), Set.of()));
            before = word.stem();
        }
        return kinds;
    }

    private static Map<String, Set<String>> kinds() {
        Map<String, Set<String>> kinds = new HashMap<>();
        Lexicon.entries("kinds.txt")
                .forEach((kind, signs) -> signs.forEach(sign -> kinds.merge(
                        Stream.of(sign.split(" ", -1)).map(Stems::of).collect(Collectors.joining(" ")),
                        Set.of(kind),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).collect(Collectors.toUnmodifiableSet()))));
        return Map.copyOf(kinds);
    }
}
