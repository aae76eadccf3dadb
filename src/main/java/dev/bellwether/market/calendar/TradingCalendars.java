package dev.bellwether.market.calendar;

import dev.bellwether.fact.Exchange;

/** The calendar of each exchange. Safe for threads. */
@FunctionalInterface
public interface TradingCalendars {
    /** An exchange's calendar; one that knows only weekends and regular hours if its holidays are not known here. */
    TradingCalendar of(Exchange exchange);

    /** Calendars that know only weekends and the exchange's regular hours. */
    static TradingCalendars weekdays() {
        return WeekdayCalendar::new;
    }
}
