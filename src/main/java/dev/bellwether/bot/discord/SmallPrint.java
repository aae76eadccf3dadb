package dev.bellwether.bot.discord;

import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sources of a card, each name once, with the age of what it gave, linked to where it can be looked up. */
final class SmallPrint {
    private SmallPrint() {}

    /** Empty if the card names no source. */
    static Line sources(Card card) {
        Map<String, List<Provenance>> byName = card.sources().stream()
                .collect(Collectors.groupingBy(Provenance::source, LinkedHashMap::new, Collectors.toList()));
        Line line = Line.empty();
        for (List<Provenance> same : byName.values()) {
            line = line.isEmpty() ? line : line.text("; ");
            line = line.then(one(same, card.at()));
        }
        return line.isEmpty() ? line : Line.say("discord.sources", line);
    }

    private static Line one(List<Provenance> same, Instant at) {
        Comparator<Provenance> byTime = Comparator.comparing(Provenance::asOf);
        Provenance newest = same.stream().max(byTime).orElseThrow();
        Provenance oldest = same.stream().min(byTime).orElseThrow();
        Line since =
                newest.asOf().equals(oldest.asOf()) ? Line.empty() : Line.say("discord.source.oldest", age(oldest, at));
        Line delay = newest.delay().isZero()
                ? Line.empty()
                : Line.say("discord.source.delay", newest.delay().toMinutes());
        return Line.say("discord.source", name(same), new Value.Moment(newest.asOf()), age(newest, at), delay, since);
    }

    /** The name leads to the first page; further ones get a number. */
    private static Line name(List<Provenance> same) {
        String source = same.getFirst().source();
        Line line = Line.empty();
        int number = 1;
        for (var page : same.stream()
                .map(Provenance::link)
                .filter(Objects::nonNull)
                .distinct()
                .toList()) {
            line = number == 1 ? line.link(source, page) : line.text(" ").link(Integer.toString(number), page);
            number++;
        }
        return line.isEmpty() ? Line.of(source) : line;
    }

    private static String age(Provenance source, Instant at) {
        return DurationText.shortly(Duration.between(source.asOf(), at));
    }
}
