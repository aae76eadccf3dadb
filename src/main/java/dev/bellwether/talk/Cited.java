package dev.bellwether.talk;

import dev.bellwether.fact.Provenance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source as a card names it: once, with the age of what it gave.
 *
 * @param words name, moment and age in one line; its name is not translated
 * @param links where what it gave can be looked up, each address once
 */
public record Cited(Line words, List<URI> links) {
    public Cited {
        links = List.copyOf(links);
    }

    /** The sources of a card, in the order in which it names them. */
    public static List<Cited> of(Card card) {
        return byName(card)
                .map(same -> of(same, Line.of(name(same)), card.at()))
                .toList();
    }

    /**
     * The same as lines whose names lead to where it can be looked up: the name to the first address, a number behind it to each
     * further one.
     */
    public static List<Line> linked(Card card) {
        return byName(card)
                .map(same ->
                        of(same, linked(name(same), links(same)), card.at()).words())
                .toList();
    }

    private static Stream<List<Provenance>> byName(Card card) {
        Map<String, List<Provenance>> byName = card.sources().stream()
                .collect(Collectors.groupingBy(Provenance::source, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream();
    }

    private static String name(List<Provenance> same) {
        return same.getFirst().source();
    }

    private static List<URI> links(List<Provenance> same) {
        return same.stream()
                .map(Provenance::link)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Line linked(String name, List<URI> links) {
        if (links.isEmpty()) {
            return Line.of(name);
        }
        Line line = Line.empty().link(name, links.getFirst());
        for (int i = 1; i < links.size(); i++) {
            line = line.text(" ").link(Integer.toString(i + 1), links.get(i));
        }
        return line;
    }

    private static Cited of(List<Provenance> same, Line name, Instant at) {
        Comparator<Provenance> byTime = Comparator.comparing(Provenance::asOf);
        Provenance newest = same.stream().max(byTime).orElseThrow();
        Provenance oldest = same.stream().min(byTime).orElseThrow();
        Line since =
                newest.asOf().equals(oldest.asOf()) ? Line.empty() : Line.say("card.source.oldest", age(oldest, at));
        Line words = Line.say(
                "card.source", name, new Value.Moment(newest.asOf()), age(newest, at), delay(newest.delay()), since);
        return new Cited(words, links(same));
    }

    private static Line age(Provenance source, Instant at) {
        return Age.of(Duration.between(source.asOf(), at));
    }

    private static Line delay(Duration delay) {
        return delay.isZero() ? Line.empty() : Line.say("card.source.delay", delay.toMinutes());
    }
}
