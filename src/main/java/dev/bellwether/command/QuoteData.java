package dev.bellwether.command;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Instrument;
import dev.bellwether.market.Averages;
import dev.bellwether.market.Bollinger;
import dev.bellwether.market.Change;
import dev.bellwether.market.Cross;
import dev.bellwether.market.Donchian;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Level;
import dev.bellwether.market.Macd;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.MovingAverage;
import dev.bellwether.market.OtherListing;
import dev.bellwether.market.Snapshot;
import dev.bellwether.market.Volume;
import dev.bellwether.market.YearRange;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures of one instrument under the names that programs read: see {@code docs/json.md}. */
final class QuoteData {
    private QuoteData() {}

    static Map<String, Datum> of(
            Instrument instrument, Snapshot snapshot, List<OtherListing> others, Optional<Article> newest) {
        Map<String, Datum> data = brief(instrument, snapshot);
        MarketView view = snapshot.view();
        String currency = snapshot.listing().currency();
        range(view.year(), currency, data);
        volume(view.volume(), data);
        data.put("rsi14", Shown.figure(view.momentum().rsi14(), 1, null));
        averages(view.averages(), currency, data);
        data.put("macd", macd(view.momentum().macd()));
        data.put("bollinger", bollinger(view.volatility().bollinger(), currency));
        data.put(
                "atr14",
                new Datum.Parts(
                        Shown.price(view.volatility().atr14(), currency),
                        Map.of("percent", Shown.share(view.volatility().atrPercent()))));
        data.put("donchian20", donchian(view.volatility().donchian(), currency));
        data.put("trend", new Value.Words(word(view.trend())));
        view.levels().nearestSupport().ifPresent(level -> data.put("support", level(level, currency)));
        view.levels().nearestResistance().ifPresent(level -> data.put("resistance", level(level, currency)));
        data.put(
                "listings",
                new Datum.Items(others.stream().map(QuoteData::other).toList()));
        newest.ifPresent(article -> data.put("news", NewsCommand.datum(article)));
        return data;
    }

    /** What a row of a table shows. */
    static Map<String, Datum> brief(Instrument instrument, Snapshot snapshot) {
        Map<String, Datum> data = new LinkedHashMap<>();
        data.put("symbol", new Value.Words(instrument.symbol()));
        data.put("name", new Value.Words(instrument.name()));
        data.put("listing", new Value.Words(snapshot.listing().symbol()));
        data.put("exchange", new Value.Words(snapshot.listing().exchange().mic()));
        LatestPrice price = snapshot.view().price();
        if (price != null) {
            data.put("price", price(price, snapshot.listing().currency()));
        }
        Map<String, Datum> changes = new LinkedHashMap<>();
        snapshot.view().changes().forEach(change -> changes.put(change.period(), change(change, snapshot)));
        data.put("changes", new Datum.Parts(null, changes));
        return data;
    }

    private static Datum price(LatestPrice price, String currency) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("asOf", new Value.Moment(price.asOf()));
        parts.put("kind", new Value.Words(price.live() ? "last" : "close"));
        return new Datum.Parts(new Value.Price(price.price(), currency), parts);
    }

    private static Datum change(Change change, Snapshot snapshot) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        if (change.from() != null && change.fromClose() != null) {
            parts.put("from", new Value.Day(change.from()));
            parts.put(
                    "fromClose",
                    new Value.Price(change.fromClose(), snapshot.listing().currency()));
        }
        return new Datum.Parts(Shown.change(change.percent(), change.period()), parts);
    }

    private static void range(YearRange year, String currency, Map<String, Datum> data) {
        data.put(
                "high52w",
                new Datum.Parts(
                        Shown.price(year.high(), currency),
                        ordered("date", Shown.day(year.highOn()), "distance", Shown.distance(year.fromHigh()))));
        data.put(
                "low52w",
                new Datum.Parts(
                        Shown.price(year.low(), currency),
                        ordered("date", Shown.day(year.lowOn()), "distance", Shown.distance(year.fromLow()))));
        data.put("rangePosition", Shown.share(year.position()));
    }

    private static void volume(Volume volume, Map<String, Datum> data) {
        data.put("volume", Shown.count(volume.last(), "shares"));
        data.put("volumeAverage20", Shown.count(volume.average20(), "shares"));
        data.put("volumeAverage50", Shown.count(volume.average50(), "shares"));
        data.put("volumeMultiple", Shown.figure(volume.multiple20(), 2, "x"));
        data.put("volumeMultiple50", Shown.figure(volume.multiple50(), 2, "x"));
    }

    private static void averages(Averages averages, String currency, Map<String, Datum> data) {
        data.put("sma20", average(averages.sma20(), currency));
        data.put("sma50", average(averages.sma50(), currency));
        data.put("sma200", average(averages.sma200(), currency));
        data.put("ema12", average(averages.ema12(), currency));
        data.put("ema26", average(averages.ema26(), currency));
        data.put("sma50VersusSma200", cross(averages.cross()));
    }

    private static Datum average(MovingAverage average, String currency) {
        return new Datum.Parts(
                Shown.price(average.value(), currency), Map.of("distance", Shown.distance(average.distance())));
    }

    private static Datum macd(Macd macd) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("line", Shown.figure(macd.line(), 2, null));
        parts.put("signal", Shown.figure(macd.signal(), 2, null));
        parts.put("histogram", Shown.figure(macd.histogram(), 2, null));
        parts.put("lineVersusSignal", cross(macd.cross()));
        return new Datum.Parts(null, parts);
    }

    private static Datum cross(Cross cross) {
        return new Datum.Parts(
                null, ordered("side", new Value.Words(word(cross.side())), "since", Shown.day(cross.since())));
    }

    private static Datum bollinger(Bollinger bands, String currency) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("upper", Shown.price(bands.upper(), currency));
        parts.put("middle", Shown.price(bands.middle(), currency));
        parts.put("lower", Shown.price(bands.lower(), currency));
        parts.put("percentB", Shown.figure(bands.percentB(), 2, null));
        return new Datum.Parts(null, parts);
    }

    private static Datum donchian(Donchian channel, String currency) {
        return new Datum.Parts(
                null,
                ordered(
                        "upper",
                        Shown.price(channel.upper(), currency),
                        "lower",
                        Shown.price(channel.lower(), currency)));
    }

    static Datum level(Level level, String currency) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("kind", new Value.Words(word(level.kind())));
        parts.put("origin", new Value.Words(Voice.english().plain(level.origin())));
        parts.put("touches", new Value.Count(level.touches(), "touches"));
        parts.put("distance", Value.Percent.distance(level.distance()));
        return new Datum.Parts(new Value.Price(level.price(), currency), parts);
    }

    private static Datum other(OtherListing other) {
        Snapshot snapshot = other.snapshot();
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("listing", new Value.Words(snapshot.listing().symbol()));
        parts.put("exchange", new Value.Words(snapshot.listing().exchange().mic()));
        LatestPrice price = snapshot.view().price();
        if (price != null) {
            parts.put("price", price(price, snapshot.listing().currency()));
        }
        parts.put(
                "impliedPrice",
                Shown.price(other.parity().implied(), other.parity().currency()));
        parts.put("premium", Shown.distance(other.parity().premium()));
        if (other.rate() != null) {
            Value rate = new Value.Figure(
                    other.rate().value(),
                    4,
                    other.rate().from() + "/" + other.rate().to());
            parts.put(
                    "rate",
                    new Datum.Parts(
                            rate, Map.of("date", new Value.Day(other.rate().date()))));
        }
        return new Datum.Parts(null, parts);
    }

    private static Map<String, Datum> ordered(String first, Datum one, String second, Datum two) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put(first, one);
        parts.put(second, two);
        return parts;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
