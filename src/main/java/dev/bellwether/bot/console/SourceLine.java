package dev.bellwether.bot.console;

import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sources of a card, each name once, with the age of what it gave and where it can be looked up. */
final class SourceLine {
    private final Voice voice;
    private final Links links;

    SourceLine(Voice voice, Links links) {
        this.voice = voice;
        this.links = links;
    }

    String of(Card card) {
        Map<String, List<Provenance>> byName = card.sources().stream()
                .collect(Collectors.groupingBy(Provenance::source, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream().map(same -> one(same, card.at())).collect(Collectors.joining("; "));
    }

    private String one(List<Provenance> same, Instant at) {
        Comparator<Provenance> byTime = Comparator.comparing(Provenance::asOf);
        Provenance newest = same.stream().max(byTime).orElseThrow();
        Provenance oldest = same.stream().min(byTime).orElseThrow();
        String since = newest.asOf().equals(oldest.asOf()) ? "" : "; the oldest part " + age(oldest, at);
        String marks = same.stream()
                .map(Provenance::link)
                .filter(Objects::nonNull)
                .distinct()
                .map(links::mark)
                .collect(Collectors.joining());
        return LineText.clean(newest.source()) + ", " + voice.text(new Value.Moment(newest.asOf())) + " ("
                + age(newest, at) + " old" + delay(newest) + since + ")" + marks;
    }

    private static String age(Provenance source, Instant at) {
        return DurationText.shortly(Duration.between(source.asOf(), at));
    }

    private static String delay(Provenance source) {
        return source.delay().isZero() ? "" : ", delayed " + source.delay().toMinutes() + " min";
    }
}
