package dev.bellwether.command;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.Averages;
import dev.bellwether.market.Cross;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Level;
import dev.bellwether.market.Macd;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Measure;
import dev.bellwether.market.MovingAverage;
import dev.bellwether.market.OtherListing;
import dev.bellwether.market.Snapshot;
import dev.bellwether.market.Volume;
import dev.bellwether.market.YearRange;
import dev.bellwether.quote.Rates;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Places;
import dev.bellwether.talk.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of the card of one instrument, the important first. */
final class QuoteFields {
    private final Snapshot snapshot;
    private final MarketView view;
    private final String currency;

    QuoteFields(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.view = snapshot.view();
        this.currency = snapshot.listing().currency();
    }

    /** @param price the price of the snapshot's view */
    Block.Fields all(LatestPrice price, List<OtherListing> others, Optional<Article> newest) {
        List<Block.Field> fields = new ArrayList<>();
        fields.add(new Block.Field(Line.say("quote.label.price"), price(price)));
        fields.add(new Block.Field(Line.say("quote.label.change"), changes()));
        fields.add(new Block.Field(Line.say("quote.label.range"), range(view.year())));
        fields.add(new Block.Field(Line.say("quote.label.volume"), volume(view.volume())));
        fields.add(new Block.Field("RSI 14", rsi(view.momentum().rsi14())));
        fields.add(new Block.Field(Line.say("quote.label.averages"), averages(view.averages())));
        fields.add(new Block.Field("MACD", macd(view.momentum().macd())));
        fields.add(new Block.Field(Line.say("quote.label.trend"), trend()));
        fields.add(new Block.Field(Line.say("quote.label.levels"), levels()));
        others.forEach(
                other -> fields.add(new Block.Field(other.snapshot().listing().symbol(), other(other))));
        newest.ifPresent(article ->
                fields.add(new Block.Field(Line.say("quote.label.news"), NewsCommand.line(article, view.at()))));
        return new Block.Fields(fields);
    }

    private Line price(LatestPrice price) {
        Value amount = new Value.Price(price.price(), currency);
        Line place = Places.of(snapshot.listing().exchange());
        Value asOf = new Value.Moment(price.asOf());
        return price.live()
                ? Line.say("quote.price.live", amount, change("1d"), place, asOf)
                : Line.say("quote.price", amount, change("1d"), place, asOf);
    }

    private Line changes() {
        return Line.say("quote.changes", change("7d"), change("1m"), change("ytd"), change("12m"));
    }

    private Value change(String period) {
        return Shown.change(view.change(period).percent(), period);
    }

    private Line range(YearRange year) {
        if (year.high() instanceof Measure.Missing) {
            return Line.of(Shown.price(year.high(), currency));
        }
        return Line.say(
                "quote.range",
                Shown.price(year.low(), currency),
                Shown.day(year.lowOn()),
                Shown.price(year.high(), currency),
                Shown.day(year.highOn()),
                Shown.share(year.position()),
                Shown.distance(year.fromHigh()));
    }

    private static Line volume(Volume volume) {
        Value shares = Shown.count(volume.last(), "shares");
        return volume.last() instanceof Measure.Missing
                ? Line.of(shares)
                : Line.say(
                        "quote.volume",
                        shares,
                        Shown.figure(volume.multiple20(), 2, "x"),
                        Shown.figure(volume.multiple50(), 2, "x"));
    }

    private static Line rsi(Measure rsi) {
        Value shown = Shown.figure(rsi, 1, null);
        return switch (rsi) {
            case Measure.Known(double value) when value >= 70 -> Line.say("quote.rsi.above", shown);
            case Measure.Known(double value) when value <= 30 -> Line.say("quote.rsi.below", shown);
            default -> Line.of(shown);
        };
    }

    private Line averages(Averages averages) {
        return average("SMA 50 ", averages.sma50()).text("  ").then(average("SMA 200 ", averages.sma200()));
    }

    /** Its name and the brackets are the same in every language. */
    private Line average(String label, MovingAverage average) {
        Line line = Line.of(label).value(Shown.price(average.value(), currency));
        return average.value() instanceof Measure.Missing
                ? line
                : line.text(" (").value(Shown.distance(average.distance())).text(")");
    }

    private static Line macd(Macd macd) {
        Value line = Shown.figure(macd.line(), 2, null);
        if (macd.signal() instanceof Measure.Missing) {
            return Line.of(line);
        }
        Value signal = Shown.figure(macd.signal(), 2, null);
        Line since = since(macd.cross());
        return switch (macd.cross().side()) {
            case ABOVE -> Line.say("quote.macd.above", line, signal, since);
            case BELOW -> Line.say("quote.macd.below", line, signal, since);
            case EQUAL -> Line.say("quote.macd.at", line, signal, since);
            case UNKNOWN -> Line.of(line);
        };
    }

    private Line trend() {
        Line trend = view.trend().words();
        Cross cross = view.averages().cross();
        return switch (cross.side()) {
            case ABOVE -> Line.say("quote.trend.above", trend, since(cross));
            case BELOW -> Line.say("quote.trend.below", trend, since(cross));
            case EQUAL -> Line.say("quote.trend.at", trend, since(cross));
            case UNKNOWN -> trend;
        };
    }

    private static Line since(Cross cross) {
        return cross.since() == null ? Line.empty() : Line.say("quote.since", new Value.Day(cross.since()));
    }

    private Line levels() {
        Line support = view.levels()
                .nearestSupport()
                .map(level -> Line.say("quote.support", price(level), level.origin()))
                .orElseGet(() -> Line.say("quote.support.none"));
        Line resistance = view.levels()
                .nearestResistance()
                .map(level -> Line.say("quote.resistance", price(level), level.origin()))
                .orElseGet(() -> Line.say("quote.resistance.none"));
        return Line.say("quote.levels", support, resistance);
    }

    private Value price(Level level) {
        return new Value.Price(level.price(), currency);
    }

    private Line other(OtherListing other) {
        LatestPrice price = other.snapshot().view().price();
        if (price == null) {
            return Line.of(new Value.Missing(Line.say("market.price.none")));
        }
        Listing listing = other.snapshot().listing();
        return Line.say(
                "quote.listing",
                new Value.Price(price.price(), listing.currency()),
                Shown.change(other.snapshot().view().change("1d").percent(), "1d"),
                onAnotherDay(price),
                other.parity().premium() instanceof Measure.Missing
                        ? Line.say("quote.norate", listing.currency(), currency)
                        : parity(other, listing));
    }

    /** After a holiday of one exchange the two prices are of different days, which a reader must know. */
    private Line onAnotherDay(LatestPrice other) {
        LatestPrice here = view.price();
        return here == null || here.day().equals(other.day())
                ? Line.empty()
                : Line.say("quote.on-day", new Value.Day(other.day()));
    }

    /** How many of the other make one of this, what they cost, and how far this stands above that. */
    private Line parity(OtherListing other, Listing listing) {
        return Line.say(
                "quote.parity",
                units(snapshot.listing().shares(), listing.shares()),
                Shown.price(other.parity().implied(), currency),
                snapshot.listing().symbol(),
                Shown.distance(other.parity().premium()),
                rate(other.rate()));
    }

    private static Line units(int sharesHere, int sharesThere) {
        if (sharesThere == 1) {
            return Line.count("quote.shares", sharesHere);
        }
        int common = BigInteger.valueOf(sharesHere)
                .gcd(BigInteger.valueOf(sharesThere))
                .intValue();
        String amount = sharesThere == common
                ? String.valueOf(sharesHere / common)
                : sharesHere / common + "/" + sharesThere / common;
        return sharesHere > sharesThere ? Line.say("quote.units", amount) : Line.say("quote.unit", amount);
    }

    private static Line rate(Rates.@Nullable Rate rate) {
        return rate == null
                ? Line.empty()
                : Line.of(" (" + rate.from() + "/" + rate.to() + " ")
                        .value(new Value.Figure(rate.value(), 4, null))
                        .text(")");
    }
}
