package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.LevelTries;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A level that was met as named values, for programs. */
final class BreakoutData {
    private BreakoutData() {}

    static Map<String, Datum> of(Fact.LevelMet fact) {
        Map<String, Datum> data = new LinkedHashMap<>();
        data.put("symbol", new Value.Words(fact.symbol()));
        data.put("listing", new Value.Words(fact.listing()));
        data.put("stage", word(fact.stage()));
        data.put("direction", new Value.Words(fact.upward() ? "up" : "down"));
        data.put("level", level(fact.level()));
        data.put(
                "also",
                new Datum.Items(fact.also().stream().map(BreakoutData::level).toList()));
        data.put("price", new Value.Price(fact.price(), fact.level().currency()));
        data.put("at", new Value.Moment(fact.at()));
        data.put("gap", new Value.Words(fact.gap() ? "yes" : "no"));
        data.put("volume", fact.volume() == null ? new Value.Missing("") : new Value.Figure(fact.volume(), 2, "x"));
        LevelTries before = fact.before();
        if (before != null) {
            data.put(
                    "tries",
                    new Datum.Items(
                            before.all().stream().map(BreakoutData::attempt).toList()));
        }
        return data;
    }

    private static Datum level(WatchedLevel level) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("kind", word(level.kind()));
        parts.put("named", new Value.Words(level.named()));
        return new Datum.Parts(LevelWords.price(level), parts);
    }

    private static Datum attempt(LevelTries.Attempt attempt) {
        return new Datum.Parts(new Value.Day(attempt.day()), Map.of("end", word(attempt.end())));
    }

    private static Value word(Enum<?> constant) {
        return new Value.Words(constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
