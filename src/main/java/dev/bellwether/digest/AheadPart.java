package dev.bellwether.digest;

import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.fact.Exchange;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Places;
import dev.bellwether.talk.Value;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is ahead: days of earnings, holidays and short sessions. */
final class AheadPart {
    private static final int DAYS = 7;
    private static final int DAYS_WEEKLY = 14;
    private static final int MOST = 10;
    private static final int MOST_SHORT = 3;

    private final Scene scene;
    private final Instant now;

    AheadPart(Scene scene) {
        this.scene = scene;
        this.now = scene.window().until();
    }

    Part part() {
        List<Line> lines = new ArrayList<>();
        earnings().stream()
                .filter(expected -> expected.daysAhead() <= days())
                .map(AheadPart::line)
                .forEach(lines::add);
        exchanges().forEach(exchange -> lines.addAll(closures(exchange)));
        return Part.standing(Line.say("digest.ahead"), Part.cut(lines, scene.most(MOST, MOST_SHORT)));
    }

    /** The next thing that will happen: earnings within two weeks, else the next session. */
    Optional<Line> next() {
        Optional<Line> earnings = earnings().stream()
                .filter(expected -> expected.daysAhead() <= DAYS_WEEKLY)
                .findFirst()
                .map(AheadPart::line);
        return earnings.or(() -> exchanges().stream()
                .map(exchange ->
                        opens(exchange, scene.sources().calendars().of(exchange).next(now)))
                .findFirst());
    }

    private static Line opens(Exchange exchange, Session session) {
        return Line.say("digest.next.session", Places.of(exchange), new Value.Moment(session.open()));
    }

    private int days() {
        return scene.spec().weekly() ? DAYS_WEEKLY : DAYS;
    }

    private List<EarningsDays.Expected> earnings() {
        return scene.instruments().stream()
                .flatMap(instrument -> scene.common().earnings(instrument).stream())
                .sorted(Comparator.comparing(EarningsDays.Expected::day))
                .toList();
    }

    private static Line line(EarningsDays.Expected expected) {
        Line symbol = Line.empty().strong(expected.instrument().symbol());
        Value day = new Value.Day(expected.day());
        Line line = expected.daysAhead() == 0
                ? Line.say("digest.earnings.today", symbol, day)
                : Line.count("digest.earnings", expected.daysAhead(), symbol, day);
        return expected.confirmed()
                ? line
                : Line.say(
                        "digest.earnings.unconfirmed",
                        line,
                        expected.mentions().getFirst().publisher());
    }

    private Set<Exchange> exchanges() {
        Set<Exchange> exchanges = new LinkedHashSet<>();
        scene.followed().forEach(followed -> exchanges.add(followed.listing().exchange()));
        return exchanges;
    }

    private List<Line> closures(Exchange exchange) {
        TradingCalendar calendar = scene.sources().calendars().of(exchange);
        List<Line> lines = new ArrayList<>();
        LocalDate today = exchange.dayAt(now);
        for (LocalDate day = today; !day.isAfter(today.plusDays(days())); day = day.plusDays(1)) {
            Optional<Session> session = calendar.session(day);
            boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            if (session.isEmpty() && weekday) {
                lines.add(named(
                        Line.say("digest.holiday", Places.of(exchange), new Value.Day(day)), calendar.holiday(day)));
            } else if (session.isPresent() && session.get().half()) {
                lines.add(named(
                        Line.say(
                                "digest.half",
                                Places.of(exchange),
                                new Value.Moment(session.get().close())),
                        calendar.holiday(day)));
            }
        }
        return lines;
    }

    private static Line named(Line line, @Nullable String holiday) {
        return holiday == null ? line : Line.say("digest.holiday.named", line, holiday);
    }
}
