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
import dev.bellwether.talk.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        fields.add(new Block.Field("Price", price(price)));
        fields.add(new Block.Field("Change", changes()));
        fields.add(new Block.Field("52 weeks", range(view.year())));
        fields.add(new Block.Field("Volume", volume(view.volume())));
        fields.add(new Block.Field("RSI 14", rsi(view.momentum().rsi14())));
        fields.add(new Block.Field("Averages", averages(view.averages())));
        fields.add(new Block.Field("MACD", macd(view.momentum().macd())));
        fields.add(new Block.Field("Trend", trend()));
        fields.add(new Block.Field("Levels", levels()));
        others.forEach(
                other -> fields.add(new Block.Field(other.snapshot().listing().symbol(), other(other))));
        newest.ifPresent(article -> fields.add(new Block.Field("News", NewsCommand.line(article, view.at()))));
        return new Block.Fields(fields);
    }

    private Line price(LatestPrice price) {
        String place = snapshot.listing().exchange().place();
        return Line.of(new Value.Price(price.price(), currency))
                .text("  ")
                .value(change("1d"))
                .text(" on the day. " + place + (price.live() ? " last " : " close "))
                .value(new Value.Moment(price.asOf()));
    }

    private Line changes() {
        Line line = Line.empty();
        for (String period : List.of("7d", "1m", "ytd", "12m")) {
            line = line.text(line.isEmpty() ? "" : "  ")
                    .text(period.equals("ytd") ? "YTD" : period)
                    .text(" ")
                    .value(change(period));
        }
        return line;
    }

    private Value change(String period) {
        return Shown.change(view.change(period).percent(), period);
    }

    private Line range(YearRange year) {
        if (year.high() instanceof Measure.Missing) {
            return Line.of(Shown.price(year.high(), currency));
        }
        return Line.of(Shown.price(year.low(), currency))
                .text(" (")
                .value(Shown.day(year.lowOn()))
                .text(") to ")
                .value(Shown.price(year.high(), currency))
                .text(" (")
                .value(Shown.day(year.highOn()))
                .text("); at ")
                .value(Shown.share(year.position()))
                .text(" of the range, ")
                .value(Shown.distance(year.fromHigh()))
                .text(" from the high");
    }

    private static Line volume(Volume volume) {
        Line line = Line.of(Shown.count(volume.last(), "shares"));
        if (volume.last() instanceof Measure.Missing) {
            return line;
        }
        return line.text(" shares, ")
                .value(Shown.figure(volume.multiple20(), 2, "x"))
                .text(" the 20-day average, ")
                .value(Shown.figure(volume.multiple50(), 2, "x"))
                .text(" the 50-day");
    }

    private static Line rsi(Measure rsi) {
        Line line = Line.of(Shown.figure(rsi, 1, null));
        return switch (rsi) {
            case Measure.Known(double value) when value >= 70 -> line.text(", above 70");
            case Measure.Known(double value) when value <= 30 -> line.text(", below 30");
            default -> line;
        };
    }

    private Line averages(Averages averages) {
        return average("SMA 50 ", averages.sma50()).text("  ").then(average("SMA 200 ", averages.sma200()));
    }

    private Line average(String label, MovingAverage average) {
        Line line = Line.of(label).value(Shown.price(average.value(), currency));
        return average.value() instanceof Measure.Missing
                ? line
                : line.text(" (").value(Shown.distance(average.distance())).text(")");
    }

    private static Line macd(Macd macd) {
        Line line = Line.of(Shown.figure(macd.line(), 2, null));
        return macd.signal() instanceof Measure.Missing
                ? line
                : line.text(", ")
                        .text(side(macd.cross()))
                        .text(" its signal ")
                        .value(Shown.figure(macd.signal(), 2, null))
                        .then(since(macd.cross()));
    }

    private Line trend() {
        Line line = Line.of(view.trend().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        Cross cross = view.averages().cross();
        return cross.side() == Cross.Side.UNKNOWN
                ? line
                : line.text("; SMA 50 " + side(cross) + " SMA 200").then(since(cross));
    }

    private static String side(Cross cross) {
        return switch (cross.side()) {
            case ABOVE -> "above";
            case BELOW -> "below";
            case EQUAL -> "at";
            case UNKNOWN -> "against";
        };
    }

    private static Line since(Cross cross) {
        return cross.since() == null ? Line.empty() : Line.of(" since ").value(new Value.Day(cross.since()));
    }

    private Line levels() {
        return level("support ", view.levels().nearestSupport())
                .text("; ")
                .then(level("resistance ", view.levels().nearestResistance()));
    }

    private Line level(String label, Optional<Level> level) {
        return level.map(found -> Line.of(label)
                        .value(new Value.Price(found.price(), currency))
                        .text(" (" + found.origin() + ")"))
                .orElse(Line.of("no " + label.strip() + " found"));
    }

    private Line other(OtherListing other) {
        LatestPrice price = other.snapshot().view().price();
        if (price == null) {
            return Line.of(new Value.Missing("no price"));
        }
        Listing listing = other.snapshot().listing();
        Line line = Line.of(new Value.Price(price.price(), listing.currency()))
                .text("  ")
                .value(Shown.change(other.snapshot().view().change("1d").percent(), "1d"))
                .then(onAnotherDay(price));
        return other.parity().premium() instanceof Measure.Missing
                ? line.text("; no exchange rate from " + listing.currency() + " to " + currency)
                : line.text("; ").then(parity(other, listing)).then(rate(other.rate()));
    }

    /** After a holiday of one exchange the two prices are of different days, which a reader must know. */
    private Line onAnotherDay(LatestPrice other) {
        LatestPrice here = view.price();
        return here == null || here.day().equals(other.day())
                ? Line.empty()
                : Line.of(" on ").value(new Value.Day(other.day()));
    }

    /** How many of the other make one of this, what they cost, and how far this stands above that. */
    private Line parity(OtherListing other, Listing listing) {
        return Line.of(units(snapshot.listing().shares(), listing.shares()) + " = ")
                .value(Shown.price(other.parity().implied(), currency))
                .text(", " + snapshot.listing().symbol() + " premium ")
                .value(Shown.distance(other.parity().premium()));
    }

    private static String units(int sharesHere, int sharesThere) {
        if (sharesThere == 1) {
            return sharesHere == 1 ? "1 share" : sharesHere + " shares";
        }
        int common = BigInteger.valueOf(sharesHere)
                .gcd(BigInteger.valueOf(sharesThere))
                .intValue();
        String amount = sharesThere == common
                ? String.valueOf(sharesHere / common)
                : sharesHere / common + "/" + sharesThere / common;
        return amount + (sharesHere > sharesThere ? " units" : " unit");
    }

    private static Line rate(Rates.@Nullable Rate rate) {
        return rate == null
                ? Line.empty()
                : Line.of(" (" + rate.from() + "/" + rate.to() + " ")
                        .value(new Value.Figure(rate.value(), 4, null))
                        .text(")");
    }
}
