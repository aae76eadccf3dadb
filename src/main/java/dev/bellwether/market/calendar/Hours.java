package dev.bellwether.market.calendar;

import dev.bellwether.fact.Exchange;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Places;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether an exchange trades at a moment, and when that changes next.
 *
 * @param exchange whose hours
 * @param calendar its days
 * @param at the moment
 */
public record Hours(Exchange exchange, TradingCalendar calendar, Instant at) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Whether there is trading. */
    public boolean open() {
        return calendar.openAt(at);
    }

    /** When it closes, pauses, goes on or opens next; after {@link #at}. */
    public Instant change() {
        Session session = calendar.current(at);
        Instant from = session.breakFrom();
        Instant to = session.breakTo();
        if (from != null && at.isBefore(from)) {
            return from;
        }
        if (to != null && at.isBefore(to)) {
            return to;
        }
        return at.isBefore(session.close())
                ? session.close()
                : calendar.next(at).open();
    }

    /** In a few words: {@code open until 16:00 New York}, {@code closed (Good Friday), opens Mon 09:30 New York}. */
    public Line words() {
        Session session = calendar.current(at);
        if (!open()) {
            return at.isBefore(session.close()) ? Line.say("calendar.pause", moment(change())) : closed();
        }
        Line until = moment(session.close());
        String why = session.half() ? calendar.holiday(session.day()) : null;
        return why == null
                ? Line.say("calendar.open", until)
                : Line.say("calendar.open.half", until, HolidayNames.of(why));
    }

    /** The same with the exchange before it. */
    public Line sentence() {
        return Line.say("calendar.sentence", Places.of(exchange), words());
    }

    private Line closed() {
        Line opens = moment(calendar.next(at).open());
        String why = why();
        return why == null
                ? Line.say("calendar.closed", opens)
                : Line.say("calendar.closed.why", HolidayNames.of(why), opens);
    }

    /** A half day that is over is named as well: it says why there is no trading in the afternoon. */
    private @Nullable String why() {
        LocalDate today = exchange.dayAt(at);
        return calendar.session(today).filter(session -> !session.half()).isPresent() ? null : calendar.holiday(today);
    }

    private Line moment(Instant moment) {
        ZonedDateTime there = moment.atZone(exchange.zone());
        LocalDate day = there.toLocalDate();
        String time = TIME.format(there);
        Line city = city();
        LocalDate today = exchange.dayAt(at);
        if (day.equals(today)) {
            return Line.say("calendar.time", time, city);
        }
        Line named = day.isBefore(today.plusDays(7)) ? weekday(day) : Line.of(new Value.Day(day));
        return Line.say("calendar.day-time", named, time, city);
    }

    /** Whose time it is. */
    private Line city() {
        return switch (exchange) {
            case NASDAQ -> Places.of(Exchange.NYSE);
            case XETRA -> Places.of(Exchange.FRANKFURT);
            case NSE -> Places.of(Exchange.BOMBAY);
            default -> Places.of(exchange);
        };
    }

    private static Line weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY -> Line.say("calendar.monday");
            case TUESDAY -> Line.say("calendar.tuesday");
            case WEDNESDAY -> Line.say("calendar.wednesday");
            case THURSDAY -> Line.say("calendar.thursday");
            case FRIDAY -> Line.say("calendar.friday");
            case SATURDAY -> Line.say("calendar.saturday");
            case SUNDAY -> Line.say("calendar.sunday");
        };
    }
}
