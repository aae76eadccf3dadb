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
        Map<String, List<Provenance>> byName = card.sources().stream()
                .collect(Collectors.groupingBy(Provenance::source, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream().map(same -> of(same, card.at())).toList();
    }

    private static Cited of(List<Provenance> same, Instant at) {
        Comparator<Provenance> byTime = Comparator.comparing(Provenance::asOf);
        Provenance newest = same.stream().max(byTime).orElseThrow();
        Provenance oldest = same.stream().min(byTime).orElseThrow();
        Line since =
                newest.asOf().equals(oldest.asOf()) ? Line.empty() : Line.say("card.source.oldest", age(oldest, at));
        Line words = Line.say(
                "card.source",
                newest.source(),
                new Value.Moment(newest.asOf()),
                age(newest, at),
                delay(newest.delay()),
                since);
        return new Cited(
                words,
                same.stream()
                        .map(Provenance::link)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static Line age(Provenance source, Instant at) {
        return Age.of(Duration.between(source.asOf(), at));
    }

    private static Line delay(Duration delay) {
        return delay.isZero() ? Line.empty() : Line.say("card.source.delay", delay.toMinutes());
    }
}
