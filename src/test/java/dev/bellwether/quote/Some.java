package dev.bellwether.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Listings and bars that many tests need. */
final class Some {
    static final Listing BABA = listing("BABA", Exchange.NYSE);
    static final Listing HONG_KONG = listing("9988.HK", Exchange.HKEX);
    static final Listing GERMAN = listing("AHLA.DE", Exchange.XETRA);

    private Some() {}

    static Listing listing(String symbol, Exchange exchange) {
        return new Listing(symbol, exchange, exchange.currency(), 1, Map.of());
    }

    static Listing coded(String symbol, Exchange exchange, String source, String code) {
        return new Listing(symbol, exchange, exchange.currency(), 1, Map.of(source, code));
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    static Bar bar(String date, double open, double high, double low, double close, long volume) {
        return new Bar(day(date), open, high, low, close, volume);
    }

    /** A bar whose range is two percent around its close. */
    static Bar calm(LocalDate date, double close, long volume) {
        return new Bar(date, close * 0.999, close * 1.01, close * 0.99, close, volume);
    }

    /** Bars of weekdays up to a day, the oldest first; the function gives the close of the n-th. */
    static List<Bar> weekdays(String last, int count, IntToDoubleFunction close) {
        List<LocalDate> days = day(last)
                .minusDays(count * 2L)
                .datesUntil(day(last).plusDays(1))
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
        List<LocalDate> newest = days.subList(days.size() - count, days.size());
        return IntStream.range(0, count)
                .mapToObj(i -> calm(newest.get(i), close.applyAsDouble(i), 1_000_000))
                .toList();
    }

    static <T> T found(Priced<T> answer) {
        assertThat(answer).isInstanceOf(Priced.Found.class);
        return ((Priced.Found<T>) answer).value();
    }

    static <T> Priced.Unavailable<T> none(Priced<T> answer) {
        assertThat(answer).isInstanceOf(Priced.Unavailable.class);
        return (Priced.Unavailable<T>) answer;
    }
}
