package dev.bellwether.bot.telegram;

import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sources of a card as small print: each name once, with the age of what it gave and where it can be looked up. */
record SourceRows(LineRuns runs) {
    List<Row> of(Card card) {
        Map<String, List<Provenance>> byName = card.sources().stream()
                .collect(Collectors.groupingBy(Provenance::source, LinkedHashMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        byName.values().forEach(same -> rows.add(row(same, card.at(), rows.isEmpty())));
        return rows;
    }

    private Row row(List<Provenance> same, Instant at, boolean first) {
        Comparator<Provenance> byTime = Comparator.comparing(Provenance::asOf);
        Provenance newest = same.stream().max(byTime).orElseThrow();
        Provenance oldest = same.stream().min(byTime).orElseThrow();
        List<Run> row = new ArrayList<>();
        Line name = same.stream()
                .map(Provenance::link)
                .filter(Objects::nonNull)
                .findFirst()
                .map(link -> Line.empty().link(newest.source(), link))
                .orElse(Line.of(newest.source()));
        row.addAll(runs.of(first ? Line.say("telegram.sources", name) : name));
        row.addAll(runs.of(Line.of(", ").value(new Value.Moment(newest.asOf())).text(" (")));
        row.addAll(runs.of(age("telegram.old", newest, at)));
        if (!newest.delay().isZero()) {
            row.addAll(runs.of(Line.of(", ").then(delay(newest))));
        }
        if (!newest.asOf().equals(oldest.asOf())) {
            row.addAll(runs.of(Line.of("; ").then(age("telegram.oldest", oldest, at))));
        }
        row.add(Run.plain(")"));
        return new Row(row, Row.Kind.QUOTE);
    }

    private static Line age(String key, Provenance source, Instant at) {
        String age = DurationText.shortly(Duration.between(source.asOf(), at));
        return key.equals("telegram.old") ? Line.say("telegram.old", age) : Line.say("telegram.oldest", age);
    }

    private static Line delay(Provenance source) {
        return Line.say("telegram.delayed", source.delay().toMinutes());
    }
}
