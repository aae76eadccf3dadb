package dev.bellwether.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.net.Web;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Finnhub, by its REST service with a key: the latest price in real time for the United States, and daily bars where the plan includes them.
 *
 * <p>Other exchanges need a plan of their own, so their listings are only asked about if the settings name their code. An unknown symbol is
 * answered with zeros. Daily bars that the plan does not include are refused with status 403: then this source has no bars, as Finnhub's
 * free plan has none, and that is no trouble.
 */
public final class FinnhubSource implements PriceSource {
    /** Finnhub's own address. */
    public static final URI HOME = URI.create("https://finnhub.io");

    private static final String NAME = "finnhub";
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Web web;
    private final URI base;
    private final String key;

    /**
     * Asks with a key.
     *
     * @param base scheme and host, such as {@link #HOME}
     * @param key of the account; stands in addresses, which are shown to nobody
     */
    public FinnhubSource(Web web, URI base, String key) {
        this.web = web;
        this.base = base;
        this.key = key;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Whether Finnhub may be asked about a listing, and what it calls it then. */
    static boolean covers(Listing listing) {
        return Codes.isAmerican(listing) || Codes.given(listing, NAME).isPresent();
    }

    /** What Finnhub calls a listing. */
    static String code(Listing listing) {
        return Codes.given(listing, NAME).orElse(listing.symbol());
    }

    @Override
    public Priced<Tick> latest(Listing listing, Instant now) {
        Origin origin = origin(listing);
        if (!covers(listing)) {
            return notOffered(origin);
        }
        Priced<Tick> answer = new Download(web, origin)
                .read(address("/api/v1/quote?symbol=" + Download.encoded(code(listing))), JSON_TYPE, text -> {
                    JsonNode quote = tree(text);
                    return tick(origin, quote, now);
                });
        return answer;
    }

    private static Priced<Tick> tick(Origin origin, JsonNode quote, Instant now) throws NotPricesException {
        if (!quote.path("c").isNumber()) {
            throw new NotPricesException(Line.say("source.what.chart"));
        }
        double price = quote.path("c").asDouble();
        long seconds = quote.path("t").asLong(0);
        if (price == 0 && seconds == 0) {
            return origin.unknown();
        }
        Instant asOf = Instant.ofEpochSecond(seconds);
        if (!(price > 0) || seconds <= 0) {
            return origin.unreadable(Line.say("source.what.zero"));
        }
        return asOf.isAfter(now)
                ? origin.no(Priced.Cause.NO_DATA, Line.say("source.within.none", origin.shown(), origin.code()))
                : new Priced.Found<>(origin.tick(price, asOf, Duration.ZERO));
    }

    @Override
    public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
        Origin origin = origin(listing);
        if (!covers(listing)) {
            return notOffered(origin);
        }
        long start = from.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        long end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        URI address = address("/api/v1/stock/candle?symbol=" + Download.encoded(code(listing)) + "&resolution=D&from="
                + start + "&to=" + end);
        Priced<History> answer = new Download(web, origin).read(address, JSON_TYPE, text -> {
            JsonNode candles = tree(text);
            return switch (candles.path("s").asText("")) {
                case "ok" -> origin.history(bars(candles), from, to, origin.closedAt(now), List.of());
                case "no_data" ->
                    origin.no(Priced.Cause.NO_DATA, Line.say("source.within.none", origin.shown(), origin.code()));
                default -> throw new NotPricesException(Line.say("source.what.chart"));
            };
        });
        boolean refused = answer instanceof Priced.Unavailable<History> none && none.cause() == Priced.Cause.DENIED;
        return refused ? notOffered(origin) : answer;
    }

    /** Days are stamped with their midnight in UTC. */
    private static List<Bar> bars(JsonNode candles) {
        List<Bar> bars = new ArrayList<>();
        JsonNode days = candles.path("t");
        for (int i = 0; i < days.size(); i++) {
            bars.add(new Bar(
                    Instant.ofEpochSecond(days.path(i).asLong())
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate(),
                    number(candles, "o", i),
                    number(candles, "h", i),
                    number(candles, "l", i),
                    number(candles, "c", i),
                    candles.path("v").path(i).asLong(Bar.NO_VOLUME)));
        }
        return bars;
    }

    private static double number(JsonNode candles, String name, int i) {
        JsonNode number = candles.path(name).path(i);
        return number.isNumber() ? number.asDouble() : Double.NaN;
    }

    private static JsonNode tree(String text) throws NotPricesException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new NotPricesException(Line.say("source.what.json"));
        }
    }

    private URI address(String path) {
        return base.resolve(path + "&token=" + Download.encoded(key));
    }

    private static <T> Priced<T> notOffered(Origin origin) {
        return origin.no(Priced.Cause.NOT_OFFERED, Line.say("source.finnhub.plan", origin.code()));
    }

    @Override
    public Provenance closing(Listing listing, Instant close) {
        return origin(listing).provenance(close, Duration.ZERO);
    }

    private static Origin origin(Listing listing) {
        return new Origin(NAME, "Finnhub", listing, null, false);
    }
}
