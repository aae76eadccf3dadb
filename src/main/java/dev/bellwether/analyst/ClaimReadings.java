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
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
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
                    case DAY_CHANGE_PCT -> change("1d", Line.say("check.what.day"));
                    case WEEK_CHANGE_PCT -> change("7d", Line.say("check.what.week"));
                    case MONTH_CHANGE_PCT -> change("1m", Line.say("check.what.month"));
                    case YEAR_CHANGE_PCT -> change("12m", Line.say("check.what.year"));
                    case YTD_CHANGE_PCT -> change("ytd", Line.say("check.what.ytd"));
                    case PRICE -> prices();
                    case SMA -> averages();
                    case RSI -> rsi();
                    case HIGH_52W -> extreme(view.year().high(), view.year().highOn(), Line.say("check.what.high"));
                    case LOW_52W -> extreme(view.year().low(), view.year().lowOn(), Line.say("check.what.low"));
                    case VOLUME -> volumes();
                    case VOLUME_MULTIPLE -> multiples();
                    case LEVEL_SUPPORT, LEVEL_RESISTANCE, PE, MARKET_CAP, EARNINGS_DATE -> Stream.<Reading>empty();
                })
                .toList();
    }

    /** Why there is no reading, if there is none. */
    Line whyNone() {
        if (view.price() == null) {
            return Line.say("check.none.day", view.listing().symbol());
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
            default -> new Measure.Missing(Line.say("check.none.few"));
        };
        Line why = measure instanceof Measure.Missing missing ? missing.why() : Line.say("check.none.few");
        return Line.say("check.none.tell", view.listing().symbol(), why);
    }

    private Stream<Reading> change(String period, Line what) {
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
                        price(bar.open(), Line.say("check.what.open"), bar.date()),
                        price(bar.high(), Line.say("check.what.day.high"), bar.date()),
                        price(bar.low(), Line.say("check.what.day.low"), bar.date()),
                        withinTheDay(bar))
                .flatMap(readings -> readings);
    }

    private Stream<Reading> latest() {
        LatestPrice price = view.price();
        return price == null
                ? Stream.empty()
                : price(
                        price.price(),
                        price.live() ? Line.say("check.what.last") : Line.say("check.what.close"),
                        price.day());
    }

    private Stream<Reading> before() {
        Change day = view.change("1d");
        return day.from() == null || day.fromClose() == null
                ? Stream.empty()
                : price(day.fromClose(), Line.say("check.what.close.before"), day.from());
    }

    private Stream<Reading> withinTheDay(Bar bar) {
        double stated = stated();
        return stated >= bar.low() && stated <= bar.high()
                ? Stream.of(new Reading(
                        stated,
                        new Value.Price(bar.close(), currency),
                        Line.say("check.what.passed"),
                        view.listing().symbol(),
                        bar.date()))
                : Stream.empty();
    }

    private Stream<Reading> price(double amount, Line what, LocalDate day) {
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
        return Reading.ofBar(view, average.value(), sma(average.days()), this::money);
    }

    /** Called so in every language. */
    private static Line sma(int days) {
        return Line.of("SMA " + days);
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
        return Reading.ofBar(view, Measure.of(mean), sma(days), this::money);
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
        return Reading.ofBar(
                view, view.momentum().rsi14(), Line.of("RSI 14"), number -> new Value.Figure(number, 1, null));
    }

    private Stream<Reading> extreme(Measure measure, @Nullable LocalDate day, Line what) {
        return Reading.of(view, measure, what, day, this::money);
    }

    private Stream<Reading> volumes() {
        Stream<Reading> last =
                Reading.ofBar(view, view.volume().last(), Line.say("check.what.volume"), ClaimReadings::shares);
        return speaksOfAverage()
                ? Stream.of(
                                last,
                                Reading.ofBar(
                                        view,
                                        view.volume().average20(),
                                        Line.say("check.what.volume.average", 20),
                                        ClaimReadings::shares),
                                Reading.ofBar(
                                        view,
                                        view.volume().average50(),
                                        Line.say("check.what.volume.average", 50),
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
                        view, view.volume().multiple20(), Line.say("check.what.multiple", 20), ClaimReadings::multiple),
                Reading.ofBar(
                        view,
                        view.volume().multiple50(),
                        Line.say("check.what.multiple", 50),
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
