package dev.bellwether.command;

import dev.bellwether.analyst.Coverage;
import dev.bellwether.analyst.Firms;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.Line;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A firm at the beginning of what a member typed: as many words as name one that has a call on the instrument.
 *
 * @param key see {@link Firms#key}
 * @param name as shown
 * @param rest what follows the name
 */
record FirmWords(String key, String name, String rest) {
    private static final int LONGEST_NAME = 6;

    /** @throws Misused if the text begins with no such firm */
    static FirmWords of(String text, Coverage coverage, Firms firms, String symbol) {
        Map<String, String> known = known(coverage, firms);
        List<String> words = Arrays.asList(text.strip().split("\\s+", -1));
        for (int count = Math.min(LONGEST_NAME, words.size()); count > 0; count--) {
            String key = firms.key(String.join(" ", words.subList(0, count)));
            String name = known.get(key);
            if (name != null) {
                return new FirmWords(key, name, String.join(" ", words.subList(count, words.size())));
            }
        }
        throw new Misused(unknown(text, known, symbol));
    }

    private static Map<String, String> known(Coverage coverage, Firms firms) {
        Map<String, String> known = new LinkedHashMap<>();
        for (Fact.Call fact : coverage.calls()) {
            String printed = Objects.requireNonNull(fact.call().firm(), "calls of a coverage name their firm");
            known.putIfAbsent(firms.key(printed), firms.name(printed));
        }
        return known;
    }

    private static Line unknown(String text, Map<String, String> known, String symbol) {
        if (text.isBlank()) {
            return Line.say("targets.firm.missing");
        }
        if (known.isEmpty()) {
            return Line.say("targets.firm.none", symbol);
        }
        List<String> near = Nearest.to(text.strip(), known.values(), 2);
        return near.isEmpty()
                ? Line.say("targets.firm.others", text.strip(), symbol, String.join(", ", known.values()))
                : Line.say(
                        "targets.firm.near",
                        text.strip(),
                        symbol,
                        Line.joined("value.or", near.stream().map(Line::of).toList()));
    }
}
