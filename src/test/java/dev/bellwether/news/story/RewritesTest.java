package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewritesTest {
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void events_told_in_several_ways_come_back_as_the_events_they_were_made_from(long seed) {
        RewriteGenerator generator = new RewriteGenerator(seed);
        List<Stories.Labelled> articles = new ArrayList<>();
        for (int company = 0; company < 40; company++) {
            String name = generator.name();
            articles.addAll(generator.event(name, 3));
            articles.addAll(generator.event(name, 2));
        }
        Collections.shuffle(articles, new Random(seed));

        Set<Set<String>> told = Stories.told(
                new StoryBook(),
                articles.stream().map(Stories.Labelled::article).toList());

        Set<Set<String>> right = new HashSet<>(Stories.events(articles));
        right.retainAll(told);
        assertThat(right.size()).as("events told right, of 80").isGreaterThanOrEqualTo(78);
    }
}
