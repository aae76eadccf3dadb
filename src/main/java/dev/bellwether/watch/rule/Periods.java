package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The periods over which a change is known, see {@code market.Change}. */
final class Periods {
    /** All of them, the shortest first. */
    static final List<String> ALL = List.of("1d", "7d", "1m", "ytd", "12m");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ytd", "ytd"),
            Map.entry("today", "1d"),
            Map.entry("day", "1d"),
            Map.entry("week", "7d"),
            Map.entry("month", "1m"),
            Map.entry("year", "12m"));

    private static final Map<String, String> ADJECTIVES =
            Map.of("daily", "1d", "weekly", "7d", "monthly", "1m", "yearly", "12m", "annual", "12m");

    private Periods() {}

    /** What stands before "change": "weekly", "7d", "ytd". */
    static Optional<String> adjective(String word) {
        return Optional.ofNullable(ADJECTIVES.get(word))
                .or(() -> Optional.of(word).filter(ALL::contains));
    }

    /**
     * Takes a period, with a word such as "in" or "this" before it; empty if there is none, and then nothing is taken.
     *
     * @throws Misread if it is one over which no change is known
     */
    static Optional<String> read(Cursor cursor) {
        int before = cursor.position();
        boolean led = cursor.take("in", "over", "within", "for", "since");
        led = cursor.take("a", "one", "the", "this", "last") || led;
        Token first = cursor.peek();
        if (first.isWord() && WORDS.containsKey(first.text())) {
            cursor.skip(1);
            return Optional.of(WORDS.get(first.text()));
        }
        Optional<Lapse> lapse = Lapse.read(cursor);
        if (lapse.isPresent()) {
            return Optional.of(known(lapse.get(), first.start(), cursor.lastEnd()));
        }
        if (led) {
            cursor.back(before);
        }
        return Optional.empty();
    }

    /** 1m is a month here, since no change is known over a minute. */
    private static String known(Lapse lapse, int start, int end) {
        String text = lapse.count() + Character.toLowerCase(lapse.unit());
        String period = switch (text) {
            case "1w" -> "7d";
            case "1y" -> "12m";
            default -> text;
        };
        if (!ALL.contains(period)) {
            throw new Misread(start, end, Line.say("rule.period", Line.empty().code(String.join(", ", ALL))), ALL);
        }
        return period;
    }
}
