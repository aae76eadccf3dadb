package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.net.Web;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Stooq, by its CSV downloads. Closes are adjusted for splits.
 *
 * <p>Times of the latest price are in Stooq's own zone, Warsaw: a share in New York last traded at 22:00:37 there. The
 * answer names no delay; until the close we assume 15 minutes, what exchanges usually ask of free services.
 *
 * <p>Stooq answers everything with status 200: an unknown symbol with {@code N/D} in every field, a spent daily allowance and
 * missing data with a sentence.
 */
public final class StooqSource implements PriceSource {
    /** Stooq's own address. */
    public static final URI HOME = URI.create("https://stooq.com");

    private static final String NAME = "stooq";
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final Duration DELAY = Duration.ofMinutes(15);
    private static final Duration AFTER_THE_LIMIT = Duration.ofHours(1);
    private static final int RECENT_DAYS = 10;

    private final Web web;
    private final URI base;

    /** @param base scheme and host, such as {@link #HOME} */
    public StooqSource(Web web, URI base) {
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
        URI address = base.resolve("/q/d/l/?s=" + Download.encoded(code(listing)) + "&d1=" + DAY.format(from) + "&d2="
                + DAY.format(to) + "&i=d");
        return read(origin, address, text -> {
            CsvBars csv = CsvBars.parse(text);
            return origin.history(csv.bars(), from, to, origin.closedAt(now), csv.flags());
        });
    }

    @Override
    public Priced<Tick> latest(Listing listing, Instant now) {
        Origin origin = origin(listing);
        URI address = base.resolve("/q/l/?s=" + Download.encoded(code(listing)) + "&f=sd2t2ohlcvn&h&e=csv");
        Priced<Tick> latest = read(origin, address, text -> tick(origin, text));
        boolean later = latest instanceof Priced.Found<Tick>(Tick tick)
                && tick.provenance().asOf().isAfter(now);
        LocalDate today = listing.exchange().dayAt(now);
        return later ? origin.lastClose(history(listing, today.minusDays(RECENT_DAYS), today, now)) : latest;
    }

    /** Stooq's own sentences come before its tables; both languages of the site. */
    private <T> Priced<T> read(Origin origin, URI address, Download.Reader<T> reader) {
        return new Download(web, origin).read(address, "text/csv", text -> {
            String start = text.strip().toLowerCase(Locale.ROOT);
            if (start.startsWith("exceeded the daily hits limit") || start.startsWith("przekroczony dzienny limit")) {
                return new Priced.Unavailable<>(
                        NAME,
                        Priced.Cause.RATE_LIMITED,
                        Line.say("source.stooq.spent", origin.code()),
                        AFTER_THE_LIMIT);
            }
            if (start.startsWith("no data") || start.startsWith("brak danych")) {
                return origin.no(Priced.Cause.NO_DATA, Line.say("source.stooq.none", origin.code()));
            }
            if (start.contains("apikey")) {
                return origin.no(Priced.Cause.DENIED, Line.say("source.stooq.key", origin.code()));
            }
            return reader.read(text);
        });
    }

    private static Priced<Tick> tick(Origin origin, String text) throws NotPricesException {
        CsvTable table = CsvTable.parse(text);
        if (!table.has("close") || !table.has("date") || table.rows().isEmpty()) {
            throw new NotPricesException(Line.say("source.what.table"));
        }
        List<String> row = table.rows().getFirst();
        if (CsvNumbers.isMissing(table.field(row, "close"))) {
            return origin.unknown();
        }
        try {
            double price = new CsvNumbers(false).price(table.field(row, "close"));
            Instant asOf = moment(origin.listing(), table.field(row, "date"), table.field(row, "time"));
            return price > 0
                    ? new Priced.Found<>(origin.tick(price, asOf, delay(origin.listing(), asOf)))
                    : origin.unreadable(Line.say("source.what.zero"));
        } catch (DateTimeException | NumberFormatException e) {
            throw new NotPricesException(Line.say("source.what.line"));
        }
    }

    private static Instant moment(Listing listing, String date, String time) {
        LocalDate day = LocalDate.parse(date);
        return CsvNumbers.isMissing(time)
                ? listing.exchange().closing(day)
                : day.atTime(LocalTime.parse(time)).atZone(WARSAW).toInstant();
    }

    private static Duration delay(Listing listing, Instant asOf) {
        Instant close = listing.exchange().closing(listing.exchange().dayAt(asOf));
        return close.isAfter(asOf) ? DELAY : Duration.ZERO;
    }

    @Override
    public Provenance closing(Listing listing, Instant close) {
        return origin(listing).provenance(close, Duration.ZERO);
    }

    private static String code(Listing listing) {
        return Codes.given(listing, NAME).orElseGet(() -> Codes.stooq(listing));
    }

    private static Origin origin(Listing listing) {
        URI link = URI.create("https://stooq.com/q/?s=" + Download.encoded(code(listing)));
        return new Origin(NAME, "Stooq", listing, link, false);
    }
}
