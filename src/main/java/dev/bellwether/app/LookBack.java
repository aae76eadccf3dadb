package dev.bellwether.app;

import dev.bellwether.app.replay.DrivenClock;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceAnswer;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SplitSuspect;
import dev.bellwether.watch.alert.Backtests;
import dev.bellwether.watch.engine.Backtest;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.engine.Observation;
import dev.bellwether.watch.engine.Rates;
import dev.bellwether.watch.level.BreakRules;
import dev.bellwether.watch.level.Breakouts;
import dev.bellwether.watch.level.LevelStates;
import dev.bellwether.watch.level.MemberLevels;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks a rule up in the past of a listing, with the engine and the level watch that fire it in the present. Members' own levels, and what
 * only the press or another listing tells, are not in bars: a rule that asks for those is not looked up.
 */
final class LookBack implements Backtests {
    private static final long RULE = 0;

    private final Quotes quotes;
    private final Function<String, Optional<Listing>> listings;
    private final Function<String, Optional<Instrument>> instruments;
    private final TradingCalendars calendars;
    private final FactLog facts;
    private final BreakRules breaks;
    private final Rates rates;

    /**
     * @param listings the listing that a symbol means
     * @param instruments the instrument that has a listing
     * @param facts what the press said, without side effects
     * @param breaks when a level is broken for good
     * @param rates of today, for amounts in another currency
     */
    LookBack(
            Quotes quotes,
            Function<String, Optional<Listing>> listings,
            Function<String, Optional<Instrument>> instruments,
            TradingCalendars calendars,
            FactLog facts,
            BreakRules breaks,
            Rates rates) {
        this.quotes = quotes;
        this.listings = listings;
        this.instruments = instruments;
        this.calendars = calendars;
        this.facts = facts;
        this.breaks = breaks;
        this.rates = rates;
    }

    @Override
    public Optional<Result> lookBack(Rule rule, String symbol, Instant now) {
        Listing listing = listings.apply(symbol).orElse(null);
        boolean levels = instruments.apply(symbol).isPresent();
        if (listing == null || !Backtest.tellsAll(rule.when(), levels)) {
            return Optional.empty();
        }
        PriceAnswer answer = quotes.prices(listing, now);
        History history = answer.history();
        return history == null ? Optional.empty() : Optional.of(lookBack(rule, listing, history, answer.tick(), now));
    }

    private Result lookBack(Rule rule, Listing listing, History history, @Nullable Tick tick, Instant now) {
        Set<LocalDate> splits =
                history.splits().stream().map(SplitSuspect::date).collect(Collectors.toUnmodifiableSet());
        LocalDate last = history.bars().getLast().date();
        LocalDate from = listing.exchange().dayAt(now).minusYears(1);
        TradingCalendar calendar = calendars.of(listing.exchange());
        Backtest.Played played = new Backtest.Played(
                listing.symbol(), listing.exchange(), calendar, history.bars(), splits, from, levels());
        Rule again = everyTime(rule);
        Backtest.Result came = Backtest.run(
                rule.when(),
                rule.basis(),
                played,
                rates,
                (before, at) -> Rules.mayFire(again, before, at, calendar, ZoneOffset.UTC));
        return new Result(
                first(history.bars(), from),
                last,
                came.fired().stream().map(Backtest.Fired::day).distinct().toList(),
                came.later().stream().flatMap(later -> after(later).stream()).toList(),
                trueNow(rule, listing, history, splits, tick));
    }

    /** Once says little about a year; and what ends in the future had not ended in the past. */
    private static Rule everyTime(Rule rule) {
        Rule.Repeat repeat = rule.repeat() == Rule.Repeat.ONCE ? Rule.Repeat.EVERY_TIME : rule.repeat();
        return new Rule(rule.scope(), rule.when(), rule.basis(), repeat, rule.cooldown(), null, rule.note());
    }

    private static LocalDate first(List<Bar> bars, LocalDate from) {
        return bars.stream()
                .map(Bar::date)
                .filter(day -> !day.isBefore(from))
                .findFirst()
                .orElse(from);
    }

    private static Optional<After> after(Backtest.Later later) {
        Double median = later.median();
        return median == null
                ? Optional.empty()
                : Optional.of(new After(later.days(), later.count(), median, 100.0 * later.rose() / later.count()));
    }

    /** Levels as they were met, by a watch of its own whose clock stands at each observation. */
    private Function<Observation, List<? extends Fact>> levels() {
        DrivenClock clock = new DrivenClock(Instant.EPOCH);
        Breakouts watch =
                new Breakouts(instruments, facts, MemberLevels.inMemory(), LevelStates.inMemory(), breaks, clock);
        return observation -> {
            clock.set(observation.at());
            return watch.observe(observation);
        };
    }

    private @Nullable Boolean trueNow(
            Rule rule, Listing listing, History history, Set<LocalDate> splits, @Nullable Tick tick) {
        Exchange exchange = listing.exchange();
        Engine engine = Engine.over(symbol -> exchange, rates);
        Instant close = history.provenance().asOf();
        engine.observe(new Observation.Closed(listing.symbol(), close, history.bars(), splits, history.provenance()));
        if (tick != null && tick.provenance().asOf().isAfter(close)) {
            engine.observe(new Observation.Priced(
                    listing.symbol(), tick.provenance().asOf(), tick.price(), false, tick.provenance()));
        }
        engine.arm(RULE, listing.symbol(), rule.when(), rule.basis());
        return engine.progress(RULE, listing.symbol())
                .map(Engine.Progress::truth)
                .orElse(null);
    }
}
