package dev.bellwether.news.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a deal has come. A story that goes on to a later stage has news to tell. */
enum Stage {
    TALKS("in talks"),
    OFFERED("offered"),
    AGREED("agreed"),
    APPROVED("approved"),
    COMPLETED("completed"),
    REJECTED("rejected"),
    ENDED("called off");

    private static final Map<String, List<String>> WORDS = Lexicon.entries("stages.txt");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /** As told to people. */
    String words() {
        return words;
    }

    /** The last stage that a headline speaks of; "completes the deal agreed in May" is completed. */
    static Optional<Stage> of(List<Word> headline) {
        Set<String> stems = headline.stream().map(Word::stem).collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(stage -> WORDS.getOrDefault(stage.name().toLowerCase(Locale.ROOT), List.of()).stream()
                        .map(Stems::of)
                        .anyMatch(stems::contains))
                .reduce((first, second) -> second);
    }
}
