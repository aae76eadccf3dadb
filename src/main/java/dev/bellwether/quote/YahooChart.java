package dev.bellwether.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer of Yahoo's chart service, version 8, in days.
 *
 * @param currency as a bar's currency: pence, which Yahoo writes {@code GBp}, are {@code GBX}; empty if not given
 * @param bars in the order given, unchecked, the running day included; a price that is not given is {@code NaN}
 * @param session the day of the trading session that Yahoo speaks of as the current one; null if it names none
 * @param sessionEnd when that session ends, half days considered; null if it names none
 * @param price the price of {@code priceTime}; {@code NaN} if not given
 * @param priceTime the moment of the last trade of a regular session; null if not given
 * @param delay how far the prices run behind; null if not given
 */
record YahooChart(
        String currency,
        List<Bar> bars,
        @Nullable LocalDate session,
        @Nullable Instant sessionEnd,
        double price,
        @Nullable Instant priceTime,
        @Nullable Duration delay) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DECIMALS = 4;

    /**
     * @param home the exchange's zone, for an answer that names none
     * @return null if Yahoo does not know the symbol
     * @throws NotPricesException if this is something else than a chart
     */
    static @Nullable YahooChart parse(String text, ZoneId home) throws NotPricesException {
        JsonNode chart = tree(text).path("chart");
        JsonNode result = chart.path("result").path(0);
        if (result.path("meta").isObject()) {
            return read(result, home);
        }
        String error = chart.path("error").path("code").asText("");
        if (!error.isEmpty() && !error.equals("Not Found")) {
            throw new NotPricesException(Line.say("source.what.error", error));
        }
        if (chart.has("result")) {
            return null;
        }
        throw new NotPricesException(Line.say("source.what.chart"));
    }

    private static JsonNode tree(String text) throws NotPricesException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new NotPricesException(Line.say("source.what.json"));
        }
    }

    private static YahooChart read(JsonNode result, ZoneId home) {
        JsonNode meta = result.path("meta");
        ZoneId zone = zone(meta.path("exchangeTimezoneName").asText(""), home);
        JsonNode regular = meta.path("currentTradingPeriod").path("regular");
        Instant start = instant(regular.path("start"));
        int decimals = Math.max(DECIMALS, Math.min(8, meta.path("priceHint").asInt(0)));
        JsonNode delay = meta.path("exchangeDataDelayedBy");
        return new YahooChart(
                currency(meta.path("currency").asText("")),
                bars(result, zone, decimals),
                start == null ? null : start.atZone(zone).toLocalDate(),
                instant(regular.path("end")),
                price(meta.path("regularMarketPrice"), decimals),
                instant(meta.path("regularMarketTime")),
                delay.canConvertToInt() ? Duration.ofMinutes(delay.asInt()) : null);
    }

    private static ZoneId zone(String name, ZoneId home) {
        try {
            return name.isEmpty() ? home : ZoneId.of(name);
        } catch (DateTimeException e) {
            return home;
        }
    }

    private static String currency(String given) {
        return given.equals("GBp") ? "GBX" : given;
    }

    private static List<Bar> bars(JsonNode result, ZoneId zone, int decimals) {
        JsonNode times = result.path("timestamp");
        JsonNode quote = result.path("indicators").path("quote").path(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            Instant time = instant(times.path(i));
            if (time != null) {
                JsonNode volume = quote.path("volume").path(i);
                bars.add(new Bar(
                        time.atZone(zone).toLocalDate(),
                        price(quote.path("open").path(i), decimals),
                        price(quote.path("high").path(i), decimals),
                        price(quote.path("low").path(i), decimals),
                        price(quote.path("close").path(i), decimals),
                        volume.isNumber() ? volume.asLong() : Bar.NO_VOLUME));
            }
        }
        return bars;
    }

    private static @Nullable Instant instant(JsonNode seconds) {
        boolean sane = seconds.canConvertToLong() && Math.abs(seconds.asLong()) < 100_000_000_000L;
        return sane ? Instant.ofEpochSecond(seconds.asLong()) : null;
    }

    private static double price(JsonNode number, int decimals) {
        return number.isNumber() ? withoutNoise(number.asDouble(), decimals) : Double.NaN;
    }

    /**
     * Yahoo's bars are 32-bit floats written out as 64-bit ones: 268.81 comes as 268.80999755859375. The shortest decimal
     * of the float is what was meant. Anything else is rounded.
     */
    static double withoutNoise(double given, int decimals) {
        if (!Double.isFinite(given)) {
            return Double.NaN;
        }
        float single = (float) given;
        BigDecimal meant = single == given ? new BigDecimal(Float.toString(single)) : BigDecimal.valueOf(given);
        return meant.setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
