package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a company reports: a day of the calendar that the nearest event named in the sentence gives to its earnings. A
 * weekday alone counts only for a report that is still to come.
 */
final class EarningsDates {
    private static final int BEFORE = 18;
    private static final int BEHIND = 9;
    private static final Map<String, DayOfWeek> WEEKDAYS = Stream.of(DayOfWeek.values())
            .collect(Collectors.toUnmodifiableMap(day -> day.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final Steps steps;
    private final @Nullable LocalDate published;
    private final List<Found> found = new ArrayList<>();

    private EarningsDates(Steps steps, @Nullable LocalDate published) {
        this.steps = steps;
        this.published = published;
    }

    static List<Found> read(Steps steps, @Nullable LocalDate published) {
        return new EarningsDates(steps, published).run();
    }

    private List<Found> run() {
        List<Token> tokens = steps.tokens();
        int place = 0;
        int at = 0;
        while (at < tokens.size()) {
            while (steps.get(place).to() <= at && place < steps.size()) {
                place++;
            }
            Days.Found day = Days.at(tokens, at, published);
            if (day == null) {
                weekday(tokens, at, place);
                at++;
            } else {
                int last = place;
                while (last < steps.size() && steps.get(last).to() < day.end()) {
                    last++;
                }
                if (reported(place, last)) {
                    found.add(Found.day(day.day(), place, 0.9));
                }
                at = day.end();
            }
        }
        return found;
    }

    private boolean reported(int first, int last) {
        return before(first) || behind(last);
    }

    private boolean before(int first) {
        for (int place = first - 1; place >= Math.max(0, first - BEFORE); place--) {
            Step step = steps.get(place);
            if (step.is(Sense.EARNINGS)) {
                return !steps.get(place - 1).is(Sense.EVENT);
            }
            if (stops(step, place)) {
                return false;
            }
        }
        return false;
    }

    private boolean stops(Step step, int place) {
        boolean market = steps.get(place - 1)
                        .amongWords("market", "markets", "bell", "the market", "trading", "market's", "regular")
                || steps.get(place + 1).amongWords("bell", "of");
        return step.is(Sense.ENDED)
                || (step.among(Sense.TRADE, Sense.DEAL, Sense.BREAK) && !market && !step.is("when"))
                || step.among(Sense.UP, Sense.DOWN)
                || step.is(";")
                || steps.percent(place);
    }

    /** "On February 19 the company will report its results", "the February 19 earnings report". */
    private boolean behind(int last) {
        boolean says = false;
        for (int place = last + 1; place <= last + BEHIND; place++) {
            Step step = steps.get(place);
            if (step.is(Sense.EARNINGS)) {
                return says || place == last + 1;
            }
            says |= step.amongWords(
                    "report",
                    "reports",
                    "release",
                    "releases",
                    "announce",
                    "announces",
                    "publish",
                    "publishes",
                    "reporting",
                    "unveil",
                    "reported",
                    "released",
                    "announced",
                    "deliver",
                    "releasing",
                    "announcing",
                    "issue",
                    "post",
                    "disclose",
                    "publishing");
            if (step.among(Sense.ENDED, Sense.BREAK) && !step.is("when")) {
                return false;
            }
        }
        return false;
    }

    private void weekday(List<Token> tokens, int at, int place) {
        LocalDate from = published;
        if (from == null || !(tokens.get(at) instanceof Word word) || !coming(place)) {
            return;
        }
        DayOfWeek day = word.capitalised() ? WEEKDAYS.get(word.lower()) : null;
        boolean dated = at + 1 < tokens.size()
                && (Days.at(tokens, at + 1, from) != null
                        || (at + 2 < tokens.size() && Days.at(tokens, at + 2, from) != null));
        if (day != null && !dated) {
            boolean next = at > 0
                    && tokens.get(at - 1) instanceof Word before
                    && before.lower().equals("next");
            LocalDate weekEnd = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            LocalDate chosen = (next ? weekEnd : from.minusDays(1)).with(TemporalAdjusters.next(day));
            found.add(Found.day(chosen, place, 0.6));
        } else if (word.lower().equals("tomorrow")) {
            found.add(Found.day(from.plusDays(1), place, 0.6));
        }
    }

    /** Whether the report before this word is still to come. */
    private boolean coming(int place) {
        if (!steps.get(place).is(Sense.PERIOD) && !steps.get(place).is(Sense.PLAIN)) {
            return false;
        }
        int earnings = steps.left(place, BEFORE, Sense.EARNINGS);
        if (earnings < 0 || !before(place)) {
            return false;
        }
        for (int at = place - 1; at >= Math.max(0, place - BEFORE); at--) {
            if (steps.get(at)
                    .amongWords(
                            "will",
                            "expected to",
                            "scheduled",
                            "due",
                            "slated",
                            "to report",
                            "report",
                            "reports",
                            "set",
                            "expects to",
                            "plans",
                            "release")) {
                return true;
            }
        }
        return false;
    }
}
