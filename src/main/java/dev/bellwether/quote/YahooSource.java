package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.net.Web;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/**
 * Yahoo Finance, by the chart service that its own pages use (version 8). Closes are adjusted for splits.
 *
 * <p>The last bar may be that of the running day. It is over when its session has ended and Yahoo has a trade of the closing
 * auction, or half an hour has gone by since (a share that seldom trades has none). Until then it is no bar.
 *
 * <p>Delay: what the answer says; where it says nothing, we assume none for the United States and 15 minutes elsewhere, what
 * exchanges usually ask of free services. A closing price has none.
 */
public final class YahooSource implements PriceSource {
    /** Yahoo's own address. */
    public static final URI HOME = URI.create("https://query1.finance.yahoo.com");

    private static final String NAME = "yahoo";
    private static final Duration SETTLING = Duration.ofMinutes(30);
    private static final Duration ABROAD = Duration.ofMinutes(15);
    private static final int RECENT_DAYS = 10;

    private final Web web;
    private final URI base;

    /** @param base scheme and host, such as {@link #HOME} */
    public YahooSource(Web web, URI base) {
        this.web = web;
        this.base = base;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
        Origin origin = origin(listing);
        return chart(origin, from, to, chart -> bars(origin, chart, from, to, now));
    }

    @Override
    public Priced<Tick> latest(Listing listing, Instant now) {
        Origin origin = origin(listing);
        LocalDate today = listing.exchange().dayAt(now);
        LocalDate from = today.minusDays(RECENT_DAYS);
        return chart(origin, from, today, chart -> {
            Instant time = chart.priceTime();
            return time == null || time.isAfter(now) || !(chart.price() > 0)
                    ? origin.lastClose(bars(origin, chart, from, today, now))
                    : new Priced.Found<>(origin.tick(chart.price(), time, delay(listing, chart, time)));
        });
    }

    private <T> Priced<T> chart(Origin origin, LocalDate from, LocalDate to, ChartReader<T> reader) {
        ZoneId zone = origin.listing().exchange().zone();
        return new Download(web, origin).read(address(origin.listing(), from, to), "application/json", text -> {
            YahooChart chart = YahooChart.parse(text, zone);
            return chart == null ? origin.unknown() : inItsCurrency(origin, chart, reader);
        });
    }

    /** Makes an answer of a chart. */
    private interface ChartReader<T> {
        Priced<T> read(YahooChart chart);
    }

    /** Prices in another currency than the configured one are another listing's, or the configuration is wrong. */
    private static <T> Priced<T> inItsCurrency(Origin origin, YahooChart chart, ChartReader<T> reader) {
        String wanted = origin.listing().currency();
        if (chart.currency().isEmpty() || chart.currency().equals(wanted)) {
            return reader.read(chart);
        }
        return origin.no(
                Priced.Cause.UNREADABLE, Line.say("source.yahoo.currency", origin.code(), chart.currency(), wanted));
    }

    private URI address(Listing listing, LocalDate from, LocalDate to) {
        ZoneId zone = listing.exchange().zone();
        long start = from.atStartOfDay(zone).toEpochSecond();
        long end = to.plusDays(1).atStartOfDay(zone).toEpochSecond();
        return base.resolve("/v8/finance/chart/" + Download.encoded(code(listing)) + "?period1=" + start + "&period2="
                + end + "&interval=1d&events=div%2Csplits");
    }

    private static Priced<History> bars(Origin origin, YahooChart chart, LocalDate from, LocalDate to, Instant now) {
        return origin.history(chart.bars(), from, to, closed(origin, chart, now), List.of());
    }

    private static Predicate<LocalDate> closed(Origin origin, YahooChart chart, Instant now) {
        return day -> {
            boolean named = day.equals(chart.session()) && chart.sessionEnd() != null;
            Instant end =
                    named ? chart.sessionEnd() : origin.listing().exchange().closing(day);
            return end != null && !end.isAfter(now) && isSettled(chart, end, now);
        };
    }

    private static boolean isSettled(YahooChart chart, Instant end, Instant now) {
        Instant lastTrade = chart.priceTime();
        return lastTrade == null || !lastTrade.isBefore(end) || !now.isBefore(end.plus(SETTLING));
    }

    private static Duration delay(Listing listing, YahooChart chart, Instant time) {
        if (!listing.exchange().closing(listing.exchange().dayAt(time)).isAfter(time)) {
            return Duration.ZERO;
        }
        Duration stated = chart.delay();
        return stated != null ? stated : Codes.isAmerican(listing) ? Duration.ZERO : ABROAD;
    }

    @Override
    public Provenance closing(Listing listing, Instant close) {
        return origin(listing).provenance(close, Duration.ZERO);
    }

    private static String code(Listing listing) {
        return Codes.given(listing, NAME).orElseGet(() -> Codes.dashed(listing));
    }

    private static Origin origin(Listing listing) {
        URI link = URI.create("https://finance.yahoo.com/quote/" + Download.encoded(code(listing)));
        return new Origin(NAME, "Yahoo", listing, link, false);
    }
}
