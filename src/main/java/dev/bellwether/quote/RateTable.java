package dev.bellwether.quote;

import dev.bellwether.fact.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Daily reference rates against the euro, published at about 16:00 in Frankfurt (see the European Central Bank's page on euro
 * reference rates). A rate between two other currencies is the quotient of their euro rates of the same day. Immutable.
 */
final class RateTable {
    static final RateTable EMPTY = new RateTable(new TreeMap<>());

    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
    private static final LocalTime PUBLISHED = LocalTime.of(16, 0);
    private static final String EURO = "EUR";

    private final NavigableMap<LocalDate, Map<String, Double>> perEuro;

    /** @param perEuro units of each currency for one euro, by day */
    RateTable(NavigableMap<LocalDate, Map<String, Double>> perEuro) {
        this.perEuro = perEuro;
    }

    /** The moment at which the rates of a day are known. */
    static Instant published(LocalDate day) {
        return day.atTime(PUBLISHED).atZone(FRANKFURT).toInstant();
    }

    boolean isEmpty() {
        return perEuro.isEmpty();
    }

    /** Whether some day's rates were known at a moment. */
    boolean reaches(Instant at) {
        return !perEuro.isEmpty() && !published(perEuro.firstKey()).isAfter(at);
    }

    /** The last rate known at a moment; both currencies of the same day. */
    Optional<Rates.Rate> rate(String from, String to, Instant at, Function<LocalDate, Provenance> source) {
        String major = major(from);
        String otherMajor = major(to);
        double scale = scale(from) / scale(to);
        LocalDate today = at.atZone(FRANKFURT).toLocalDate();
        if (major.equals(otherMajor)) {
            return Optional.of(new Rates.Rate(from, to, scale, today, source.apply(today)));
        }
        LocalDate last = published(today).isAfter(at) ? today.minusDays(1) : today;
        for (Map.Entry<LocalDate, Map<String, Double>> day :
                perEuro.headMap(last, true).descendingMap().entrySet()) {
            Double fromRate = ofDay(day.getValue(), major);
            Double toRate = ofDay(day.getValue(), otherMajor);
            if (fromRate != null && toRate != null) {
                LocalDate date = day.getKey();
                return Optional.of(new Rates.Rate(from, to, toRate / fromRate * scale, date, source.apply(date)));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Double ofDay(Map<String, Double> rates, String currency) {
        return currency.equals(EURO) ? Double.valueOf(1) : rates.get(currency);
    }

    private static String major(String currency) {
        return currency.equals("GBX") ? "GBP" : currency;
    }

    private static double scale(String currency) {
        return currency.equals("GBX") ? 0.01 : 1;
    }
}
