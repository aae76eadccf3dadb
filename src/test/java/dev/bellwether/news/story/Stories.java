package dev.bellwether.news.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Articles written for the tests, with the event each reports, and the measure that compares events with stories. */
final class Stories {
    /** An article and its event; articles that report the same event have the same one. */
    record Labelled(StoryInput article, String event) {}

    private Stories() {}

    /** Articles that look alike and mostly are not: rivals, templates, events of one company on one day. */
    static List<Labelled> lookAlikes() {
        ObjectMapper json = new ObjectMapper();
        List<Labelled> articles = new ArrayList<>();
        try (InputStream in = Stories.class.getResourceAsStream("events.jsonl")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank()) {
                    articles.add(labelled(json.readTree(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return articles;
    }

    private static Labelled labelled(JsonNode line) {
        String id = line.path("id").asText();
        Instant published = Instant.parse(line.path("published").asText());
        return new Labelled(
                StoryInput.of(id, line.path("title").asText(), line.path("text").asText(), published),
                line.path("cluster").asText("only " + id));
    }

    /** The ids of the articles that a book put together, story by story. */
    static Set<Set<String>> told(StoryBook book, Collection<StoryInput> articles) {
        Map<String, Set<String>> stories = new HashMap<>();
        for (StoryInput article : articles) {
            stories.computeIfAbsent(book.add(article).story(), key -> new TreeSet<>())
                    .add(article.id());
        }
        return new HashSet<>(stories.values());
    }

    /** The ids of the articles that report the same event, event by event. */
    static Set<Set<String>> events(Collection<Labelled> articles) {
        Map<String, Set<String>> events = new HashMap<>();
        for (Labelled labelled : articles) {
            events.computeIfAbsent(labelled.event(), key -> new TreeSet<>())
                    .add(labelled.article().id());
        }
        return new HashSet<>(events.values());
    }

    /**
     * How far stories agree with events: B-cubed F1 (Bagga and Baldwin 1998), the harmonic mean of how pure the stories are and
     * how whole the events, each as an article sees it.
     */
    static double agreement(Set<Set<String>> told, Set<Set<String>> events) {
        double pure = shared(told, events);
        double whole = shared(events, told);
        return 2 * pure * whole / (pure + whole);
    }

    /** The mean over all articles: what part of an article's group is also in its group of the other kind. */
    private static double shared(Set<Set<String>> groups, Set<Set<String>> others) {
        double sum = 0;
        int articles = 0;
        for (Set<String> group : groups) {
            for (Set<String> other : others) {
                double both = group.stream().filter(other::contains).count();
                sum += both * both / group.size();
            }
            articles += group.size();
        }
        return sum / articles;
    }
}
