package dev.bellwether.market.calendar;

import dev.bellwether.fact.Exchange;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The calendar of each exchange. Safe for threads. */
@FunctionalInterface
public interface TradingCalendars {
    /** An exchange's calendar; one that knows only weekends and regular hours if its holidays are not known here. */
    TradingCalendar of(Exchange exchange);

    /**
     * What the calendars among the resources know, of New York, Nasdaq, Hong Kong, Xetra and Frankfurt; of others only weekends
     * and regular hours.
     *
     * @param extra closures that nobody could plan; of any exchange
     */
    static TradingCalendars known(List<Closure> extra) {
        Map<Exchange, TradingCalendar> calendars = new EnumMap<>(Exchange.class);
        Arrays.stream(Exchange.values()).forEach(exchange -> {
            List<Closure> own = extra.stream()
                    .filter(closure -> closure.exchange() == exchange)
                    .toList();
            calendars.put(exchange, new HolidayCalendar(exchange, CalendarFile.of(exchange), own));
        });
        return exchange -> Objects.requireNonNull(calendars.get(exchange));
    }

    /** Calendars that know only weekends and the exchange's regular hours. */
    static TradingCalendars weekdays() {
        return exchange -> new HolidayCalendar(exchange, CalendarFile.none(), List.of());
    }
}
