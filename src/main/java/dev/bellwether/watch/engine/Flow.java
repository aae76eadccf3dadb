package dev.bellwether.watch.engine;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.market.BarHistory;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of observation does to a listing. Numbers are checked before anything is changed. What is older than what is known is
 * ignored, each kind by its own moment, since they come from different sources.
 */
final class Flow {
    private static final Comparator<Firing> BY_RULE = Comparator.comparingLong(Firing::alert);

    private final Pass pass;
    private List<Rebased> rebased = List.of();

    Flow(Pass pass) {
        this.pass = pass;
    }

    List<Rebased> rebased() {
        return rebased;
    }

    private void begin(boolean silent) {
        rebased = List.of();
        pass.begin(silent);
    }

    List<Firing> priced(Ticker ticker, Observation.Priced priced) {
        double price = priced.price();
        Tape tape = ticker.ticks;
        if (tape.holds(price, priced.at())) {
            begin(false);
            tape.pricedAt(priced.at());
            tape.take(price, tape.day);
            return List.of();
        }
        if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("no price of " + ticker.listing + ": " + price);
        }
        begin(tape.isEmpty());
        int day = ticker.dayOf(priced.at());
        if (tape.isBefore(priced.at()) || day <= ticker.lastDay() || day < tape.day) {
            return List.of();
        }
        tape.pricedAt(priced.at());
        return looked(ticker, priced, day);
    }

    private List<Firing> looked(Ticker ticker, Observation.Priced priced, int day) {
        Tape tape = ticker.ticks;
        double price = priced.price();
        boolean sameDay = day == tape.day;
        if (!sameDay) {
            pass.stir();
            split(ticker, price, day);
        }
        tape.rest();
        tape.take(price, day);
        Side side = ticker.side(Rule.Basis.TICKS);
        List<Firing> fired = List.of();
        if (side != null) {
            if (sameDay) {
                side.move(pass);
            } else {
                side.refresh(gauge -> true, pass);
            }
            side.extremes(pass);
            fired = settle(side, priced, priced.opening(), null);
        }
        ticker.settleDown();
        return fired;
    }

    /** A new day's first price may show a split before the bars do. */
    private void split(Ticker ticker, double price, int day) {
        int suspected = ticker.suspected;
        if (suspected == Tape.NO_DAY || suspected > day || ticker.ahead.day() == suspected) {
            return;
        }
        double factor = Scales.ratio(ticker.closes.latest, price);
        if (factor != 1) {
            ticker.ahead = new Scales.Split(suspected, factor);
            ticker.bars = ticker.bars.rescaled(factor);
            rebase(ticker, factor, true);
        }
    }

    List<Firing> closed(Ticker ticker, Observation.Closed closed) {
        List<Bar> scaled = Scales.newest(closed.bars(), closed.splitDates(), ticker.ahead);
        BarHistory bars = BarHistory.of(scaled, Set.of());
        begin(ticker.bars.size() == 0);
        int lastDay = bars.size() == 0 ? Tape.NO_DAY : bars.day(bars.size() - 1);
        if (bars.size() == 0 || lastDay < ticker.lastDay()) {
            return List.of();
        }
        boolean kept = rebase(ticker, bars);
        ticker.bars = bars;
        ticker.suspected = closed.splitDates().stream()
                .mapToInt(date -> (int) date.toEpochDay())
                .filter(day -> day > lastDay)
                .min()
                .orElse(Tape.NO_DAY);
        double close = bars.close(bars.size() - 1);
        ticker.closes.rest();
        ticker.closes.take(close, lastDay);
        ticker.ticks.rest();
        if (ticker.ticks.day <= lastDay) {
            ticker.ticks.take(close, lastDay);
        }
        return onBoth(ticker, closed, side -> {
            if (!kept && side.tape == ticker.ticks) {
                pass.silence(true);
            }
            side.refresh(gauge -> true, pass);
            side.extremes(pass);
        });
    }

    /**
     * Changes everything that is known to the scale of new bars.
     *
     * @return false if the latest price had that scale already: what was true of it was wrong, and becomes right without a word
     */
    private boolean rebase(Ticker ticker, BarHistory bars) {
        double factor = ticker.bars.size() == 0 ? 1 : Scales.between(ticker.bars, bars);
        if (factor == 1) {
            return true;
        }
        double old = ticker.closes.latest;
        double price = ticker.ticks.latest;
        boolean oldScale = Math.abs(Math.log(price / old)) <= Math.abs(Math.log(price / old * factor));
        rebase(ticker, factor, oldScale);
        return oldScale;
    }

    private void rebase(Ticker ticker, double factor, boolean ticksToo) {
        List<Rebased> told = new ArrayList<>();
        Rebasing.Listener listener = leaf -> tell(leaf, factor, told);
        Side onTicks = ticker.side(Rule.Basis.TICKS);
        Side onCloses = ticker.side(Rule.Basis.CLOSES);
        ticker.closes.rebase(factor);
        if (ticksToo) {
            ticker.ticks.rebase(factor);
        }
        if (onTicks != null) {
            onTicks.rebase(factor, ticksToo, listener);
        }
        if (onCloses != null) {
            onCloses.rebase(factor, true, listener);
        }
        pass.stir();
        told.sort(Comparator.comparingLong(Rebased::alert));
        rebased = told.stream().distinct().toList();
    }

    private static void tell(Node node, double factor, List<Rebased> told) {
        Ids rules = node.rules();
        if (rules != null) {
            long[] ids = new long[rules.size()];
            rules.copyTo(ids, 0);
            for (long id : ids) {
                told.add(new Rebased(id, node.side.ticker.listing, factor));
            }
        }
        for (int i = 0; i < node.parentCount(); i++) {
            tell(node.parent(i), factor, told);
        }
    }

    List<Firing> compared(Ticker ticker, Observation.Compared compared) {
        double percent = compared.percent();
        if (!Double.isFinite(percent)) {
            throw new IllegalArgumentException("no parity of " + ticker.listing + ": " + percent);
        }
        begin(Double.isNaN(ticker.parity));
        if (compared.at().isBefore(ticker.comparedAt)) {
            return List.of();
        }
        ticker.comparedAt = compared.at();
        if (percent != ticker.parity) {
            ticker.otherParity = ticker.parity;
            ticker.parity = percent;
        }
        return onBoth(ticker, compared, side -> side.refresh(Gauge::compares, pass));
    }

    List<Firing> dawned(Ticker ticker, Observation.Dawned dawned) {
        int day = (int) dawned.day().toEpochDay();
        begin(ticker.today == Tape.NO_DAY);
        if (day < ticker.today) {
            return List.of();
        }
        pass.stir();
        ticker.today = day;
        ticker.report = dawned.earnings() == null
                ? Tape.NO_DAY
                : (int) dawned.earnings().toEpochDay();
        return onBoth(ticker, dawned, side -> side.refresh(gauge -> gauge.shape() == Gauge.Shape.REPORT, pass));
    }

    List<Firing> learned(Ticker ticker, Observation.Learned learned) {
        begin(false);
        return switch (learned.fact()) {
            case Fact.Call(var _, var _, var _, var call, var _) ->
                happen(ticker, learned, atom -> Events.targetChanged(atom, call), false, null);
            case Fact.LevelMet met ->
                met.listing().equals(ticker.listing)
                        ? happen(ticker, learned, atom -> Events.breakout(atom, met), met.gap(), met.price())
                        : List.of();
            case Fact.Earnings _, Fact.Claimed _, Fact.AlertFired _ -> List.of();
        };
    }

    List<Firing> told(Ticker ticker, Observation.Told told) {
        begin(false);
        Phrases phrases = new Phrases(told.article());
        return happen(ticker, told, phrases::match, false, null);
    }

    private List<Firing> happen(
            Ticker ticker,
            Observation observation,
            Predicate<Condition.Atom> which,
            boolean gap,
            @Nullable Double price) {
        List<Firing> all = new ArrayList<>();
        for (Rule.Basis basis : Rule.Basis.values()) {
            Side side = ticker.side(basis);
            if (side != null) {
                side.happen(which, pass);
                all.addAll(settle(side, observation, gap, price));
            }
        }
        all.sort(BY_RULE);
        return all;
    }

    private List<Firing> onBoth(Ticker ticker, Observation observation, Consumer<Side> work) {
        List<Firing> all = new ArrayList<>();
        boolean silent = pass.silent();
        for (Rule.Basis basis : Rule.Basis.values()) {
            Side side = ticker.side(basis);
            if (side != null) {
                pass.silence(silent);
                work.accept(side);
                all.addAll(settle(side, observation, false, null));
            }
        }
        ticker.settleDown();
        all.sort(BY_RULE);
        return all;
    }

    private List<Firing> settle(Side side, Observation observation, boolean gap, @Nullable Double price) {
        long[] rules = pass.settle();
        double latest = price == null ? side.tape.latest : price;
        Double told = Double.isNaN(latest) ? null : latest;
        String listing = side.ticker.listing;
        return Arrays.stream(rules)
                .mapToObj(rule -> new Firing(rule, listing, observation.at(), told, gap))
                .toList();
    }

    /** A new engine was told what an old one knew. */
    void remembered(Ticker ticker, Pass silently) {
        if (ticker.ahead.day() > ticker.lastDay()) {
            ticker.bars = ticker.bars.rescaled(ticker.ahead.factor());
            ticker.closes.rebase(ticker.ahead.factor());
        }
        if (ticker.ticks.day <= ticker.lastDay()) {
            ticker.ticks.take(ticker.closes.latest, ticker.lastDay());
        }
        for (Rule.Basis basis : Rule.Basis.values()) {
            Side side = ticker.side(basis);
            if (side != null) {
                side.refresh(gauge -> true, silently);
            }
        }
        ticker.settleDown();
    }
}
