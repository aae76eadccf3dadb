package dev.bellwether.analyst;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Claim;
import dev.bellwether.market.Averages;
import dev.bellwether.market.Change;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Measure;
import dev.bellwether.market.MovingAverage;
import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.History;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a claim may mean in the prices of one listing at one moment: one reading, several, or none where data are missing. */
final class ClaimReadings {
    private static final Pattern AT_THE_CLOSE =
            Pattern.compile("\\b(?:clos|end(?:ed|s)?\\b|finish|settle|schlie|schloss)", Pattern.CASE_INSENSITIVE);

    private final Claim claim;
    private final MarketView view;
    private final Snapshot snapshot;
    private final String currency;

    ClaimReadings(Claim claim, Snapshot snapshot) {
        this.claim = claim;
        this.snapshot = snapshot;
        this.view = snapshot.view();
        this.currency = snapshot.listing().currency();
    }

    List<Reading> all() {
        return (switch (claim.kind()) {
                    case DAY_CHANGE_PCT -> change("1d", "change on the day");
                    case WEEK_CHANGE_PCT -> change("7d", "change over 7 days");
                    case MONTH_CHANGE_PCT -> change("1m", "change over a month");
                    case YEAR_CHANGE_PCT -> change("12m", "change over 12 months");
                    case YTD_CHANGE_PCT -> change("ytd", "change since the end of last year");
                    case PRICE -> prices();
                    case SMA -> averages();
                    case RSI -> rsi();
                    case HIGH_52W -> extreme(view.year().high(), view.year().highOn(), "52-week high");
                    case LOW_52W -> extreme(view.year().low(), view.year().lowOn(), "52-week low");
                    case VOLUME -> volumes();
                    case VOLUME_MULTIPLE -> multiples();
                    case LEVEL_SUPPORT, LEVEL_RESISTANCE, PE, MARKET_CAP, EARNINGS_DATE -> Stream.<Reading>empty();
                })
                .toList();
    }

    /** Why there is no reading, if there is none. */
    String whyNone() {
        if (view.price() == null) {
            return "there are no prices of " + view.listing().symbol() + " for that day";
        }
        Measure measure = switch (claim.kind()) {
            case DAY_CHANGE_PCT -> view.change("1d").percent();
            case WEEK_CHANGE_PCT -> view.change("7d").percent();
            case MONTH_CHANGE_PCT -> view.change("1m").percent();
            case YEAR_CHANGE_PCT -> view.change("12m").percent();
            case YTD_CHANGE_PCT -> view.change("ytd").percent();
            case RSI -> view.momentum().rsi14();
            case HIGH_52W, LOW_52W -> view.year().high();
            case VOLUME -> view.volume().last();
            case VOLUME_MULTIPLE -> view.volume().multiple20();
            default -> new Measure.Missing("too few prices");
        };
        String why =
                measure instanceof Measure.Missing missing ? Voice.english().plain(missing.why()) : "too few prices";
        return "the prices of " + view.listing().symbol() + " do not tell (" + why + ")";
    }

    private Stream<Reading> change(String period, String what) {
        Change change = view.change(period);
        return Reading.ofPrice(view, change.percent(), what, percent -> Value.Percent.change(percent, period));
    }

    /** A text that speaks of a close means a close; else any price of the day will do. */
    private Stream<Reading> prices() {
        Stream<Reading> closes = Stream.concat(latest(), before());
        Bar bar = view.lastBar();
        if (bar == null || AT_THE_CLOSE.matcher(claim.sentence()).find()) {
            return closes;
        }
        return Stream.of(
                        closes,
                        price(bar.open(), "open", bar.date()),
                        price(bar.high(), "high of the day", bar.date()),
                        price(bar.low(), "low of the day", bar.date()),
                        withinTheDay(bar))
                .flatMap(readings -> readings);
    }

    private Stream<Reading> latest() {
        LatestPrice price = view.price();
        return price == null
                ? Stream.empty()
                : price(price.price(), price.live() ? "last price" : "close", price.day());
    }

    private Stream<Reading> before() {
        Change day = view.change("1d");
        return day.from() == null || day.fromClose() == null
                ? Stream.empty()
                : price(day.fromClose(), "close of the day before", day.from());
    }

    private Stream<Reading> withinTheDay(Bar bar) {
        double stated = stated();
        return stated >= bar.low() && stated <= bar.high()
                ? Stream.of(new Reading(
                        stated,
                        new Value.Price(bar.close(), currency),
                        "close; the price passed the stated one that day",
                        view.listing().symbol(),
                        bar.date()))
                : Stream.empty();
    }

    private Stream<Reading> price(double amount, String what, LocalDate day) {
        return Reading.of(view, Measure.of(amount), what, day, this::money);
    }

    private Stream<Reading> averages() {
        Averages averages = view.averages();
        List<MovingAverage> ready = List.of(averages.sma20(), averages.sma50(), averages.sma200());
        Integer period = claim.period();
        if (period == null) {
            return ready.stream().flatMap(this::average);
        }
        return ready.stream()
                .filter(average -> average.days() == period)
                .findFirst()
                .map(this::average)
                .orElseGet(() -> otherAverage(period));
    }

    private Stream<Reading> average(MovingAverage average) {
        return Reading.ofBar(view, average.value(), "SMA " + average.days(), this::money);
    }

    private Stream<Reading> otherAverage(int days) {
        List<Bar> bars = closed();
        if (days < 2 || bars.size() < days || view.bars() < days) {
            return Stream.empty();
        }
        double mean = bars.subList(bars.size() - days, bars.size()).stream()
                .mapToDouble(Bar::close)
                .average()
                .orElseThrow();
        return Reading.ofBar(view, Measure.of(mean), "SMA " + days, this::money);
    }

    /** The bars up to the last one of the view. */
    private List<Bar> closed() {
        History history = snapshot.prices().history();
        Bar last = view.lastBar();
        return history == null || last == null
                ? List.of()
                : history.bars().stream()
                        .filter(bar -> !bar.date().isAfter(last.date()))
                        .toList();
    }

    private Stream<Reading> rsi() {
        return Reading.ofBar(view, view.momentum().rsi14(), "RSI 14", number -> new Value.Figure(number, 1, null));
    }

    private Stream<Reading> extreme(Measure measure, @Nullable LocalDate day, String what) {
        return Reading.of(view, measure, what, day, this::money);
    }

    private Stream<Reading> volumes() {
        Stream<Reading> last = Reading.ofBar(view, view.volume().last(), "volume", ClaimReadings::shares);
        return speaksOfAverage()
                ? Stream.of(
                                last,
                                Reading.ofBar(
                                        view,
                                        view.volume().average20(),
                                        "20-day average volume",
                                        ClaimReadings::shares),
                                Reading.ofBar(
                                        view,
                                        view.volume().average50(),
                                        "50-day average volume",
                                        ClaimReadings::shares))
                        .flatMap(readings -> readings)
                : last;
    }

    private boolean speaksOfAverage() {
        String sentence = claim.sentence().toLowerCase(Locale.ROOT);
        return sentence.contains("average") || sentence.contains("mean") || sentence.contains("schnitt");
    }

    private Stream<Reading> multiples() {
        return Stream.concat(
                Reading.ofBar(
                        view, view.volume().multiple20(), "volume against the 20-day average", ClaimReadings::multiple),
                Reading.ofBar(
                        view,
                        view.volume().multiple50(),
                        "volume against the 50-day average",
                        ClaimReadings::multiple));
    }

    private static Value shares(double number) {
        return new Value.Count(Math.round(number), "shares");
    }

    private static Value multiple(double number) {
        return new Value.Figure(number, 2, "x");
    }

    private Value money(double amount) {
        return new Value.Price(amount, currency);
    }

    private double stated() {
        return Objects.requireNonNull(claim.value(), "a price has a value").doubleValue() * pence(claim, currency);
    }

    /** What turns the claim's amount into the listing's unit: texts give pounds where listings are in pence, and the reverse. */
    static double pence(Claim claim, String listing) {
        String stated = claim.currency();
        if ("GBP".equals(stated) && listing.equals("GBX")) {
            return 100;
        }
        return "GBX".equals(stated) && listing.equals("GBP") ? 0.01 : 1;
    }

    /** Whether an amount in the claim's currency can be one of the listing. */
    static boolean sameMoney(@Nullable String stated, String listing) {
        return stated == null || major(stated).equals(major(listing));
    }

    private static String major(String currency) {
        return currency.equals("GBX") ? "GBP" : currency;
    }
}
