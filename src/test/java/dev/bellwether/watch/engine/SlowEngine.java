package dev.bellwether.watch.engine;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.watch.engine.SlowNumbers.Known;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Operand;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Rule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The oracle: one listing, every condition evaluated from the beginning at every observation, before and after. No thresholds, no sharing,
 * nothing kept but what was observed. Of splits it is told by the test.
 */
final class SlowEngine {
    private final Exchange exchange;
    private final double rate;
    private final Map<Long, Armed> rules = new TreeMap<>();
    private World now = new World();

    private record Armed(Condition when, Rule.Basis basis) {}

    /** Everything observed so far that counts. */
    private static final class World {
        List<Bar> bars = List.of();
        List<Double> prices = List.of();

        @Nullable
        Instant pricedAt;

        @Nullable
        LocalDate priceDay;

        List<Double> pricesOfDay = List.of();
        List<Double> parities = List.of();

        @Nullable
        Instant comparedAt;

        @Nullable
        LocalDate today;

        @Nullable
        LocalDate earnings;

        World copy() {
            World copy = new World();
            copy.bars = bars;
            copy.prices = prices;
            copy.pricedAt = pricedAt;
            copy.priceDay = priceDay;
            copy.pricesOfDay = pricesOfDay;
            copy.parities = parities;
            copy.comparedAt = comparedAt;
            copy.today = today;
            copy.earnings = earnings;
            return copy;
        }

        @Nullable
        LocalDate lastDay() {
            return bars.isEmpty() ? null : bars.getLast().date();
        }

        void price(double price, LocalDate day) {
            pricesOfDay = day.equals(priceDay) ? with(pricesOfDay, price) : List.of(price);
            prices = with(prices, price);
            priceDay = day;
        }
    }

    SlowEngine(Exchange exchange, double rate) {
        this.exchange = exchange;
        this.rate = rate;
    }

    private static List<Double> with(List<Double> values, double value) {
        List<Double> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }

    void arm(long rule, Condition when, Rule.Basis basis) {
        rules.put(rule, new Armed(when, basis));
    }

    void disarm(long rule) {
        rules.remove(rule);
    }

    /** The prices of all that was observed are divided by a factor. */
    void split(double factor) {
        World scaled = now.copy();
        scaled.bars = scaled(now.bars, factor);
        scaled.prices = now.prices.stream().map(price -> price / factor).toList();
        scaled.pricesOfDay =
                now.pricesOfDay.stream().map(price -> price / factor).toList();
        now = scaled;
        rules.replaceAll((id, rule) -> new Armed(Rebasing.rebase(rule.when(), factor), rule.basis()));
    }

    static List<Bar> scaled(List<Bar> bars, double factor) {
        return bars.stream()
                .map(bar -> new Bar(
                        bar.date(),
                        bar.open() / factor,
                        bar.high() / factor,
                        bar.low() / factor,
                        bar.close() / factor,
                        bar.volume()))
                .toList();
    }

    /** The rules that fire, with the price told and whether it was a gap. */
    List<Firing> observe(Observation observation) {
        World before = now;
        World after = now.copy();
        if (!take(observation, after)) {
            return List.of();
        }
        now = after;
        boolean silent = first(observation, before);
        List<Firing> fired = new ArrayList<>();
        rules.forEach((id, rule) -> {
            Look was = new Look(before, null, null, rule.basis());
            Look is = new Look(after, before, observation, rule.basis());
            boolean happened = !silent && is.happens(rule.when());
            boolean holds = Boolean.TRUE.equals(is.truth(rule.when(), silent));
            boolean held = Boolean.TRUE.equals(was.truth(rule.when(), true));
            if (holds && (happened || (!held && !silent))) {
                boolean gap = observation instanceof Observation.Priced priced && priced.opening();
                Double price = observation instanceof Observation.Learned(var _, var _, Fact.LevelMet met)
                        ? (Double) met.price()
                        : is.known().price();
                fired.add(new Firing(id, observation.listing(), observation.at(), price, gap));
            }
        });
        return fired;
    }

    private boolean first(Observation observation, World before) {
        return switch (observation) {
            case Observation.Priced _ -> before.prices.isEmpty();
            case Observation.Closed _ -> before.bars.isEmpty();
            case Observation.Compared _ -> before.parities.isEmpty();
            case Observation.Dawned _ -> before.today == null;
            case Observation.Learned _, Observation.Told _ -> false;
        };
    }

    /** False if it is too old to count. */
    private boolean take(Observation observation, World world) {
        switch (observation) {
            case Observation.Priced priced -> {
                LocalDate day = exchange.dayAt(priced.at());
                while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    day = day.minusDays(1);
                }
                boolean old = world.pricedAt != null && priced.at().isBefore(world.pricedAt);
                if (old || (world.lastDay() != null && !day.isAfter(world.lastDay()))) {
                    return false;
                }
                world.pricedAt = priced.at();
                world.price(priced.price(), day);
            }
            case Observation.Closed closed -> {
                LocalDate last =
                        closed.bars().isEmpty() ? null : closed.bars().getLast().date();
                if (last == null || (world.lastDay() != null && last.isBefore(world.lastDay()))) {
                    return false;
                }
                world.bars = closed.bars();
                if (world.priceDay == null || !world.priceDay.isAfter(last)) {
                    world.price(closed.bars().getLast().close(), last);
                }
            }
            case Observation.Compared compared -> {
                if (world.comparedAt != null && compared.at().isBefore(world.comparedAt)) {
                    return false;
                }
                world.comparedAt = compared.at();
                world.parities = with(world.parities, compared.percent());
            }
            case Observation.Dawned dawned -> {
                if (world.today != null && dawned.day().isBefore(world.today)) {
                    return false;
                }
                world.today = dawned.day();
                world.earnings = dawned.earnings();
            }
            case Observation.Learned _, Observation.Told _ -> {}
        }
        return true;
    }

    /** One look at a world, with what just came in. */
    private final class Look {
        private final World world;
        private final @Nullable World before;
        private final @Nullable Observation news;
        private final Rule.Basis basis;

        Look(World world, @Nullable World before, @Nullable Observation news, Rule.Basis basis) {
            this.world = world;
            this.before = before;
            this.news = news;
            this.basis = basis;
        }

        Known known() {
            Double parity = world.parities.isEmpty() ? null : world.parities.getLast();
            if (basis == Rule.Basis.CLOSES) {
                return world.bars.isEmpty() ? new Known(List.of(), null, null, parity) : at(world.bars.size(), parity);
            }
            Double price = world.prices.isEmpty() ? null : world.prices.getLast();
            return new Known(world.bars, price, world.priceDay, parity);
        }

        private Known at(int count, @Nullable Double parity) {
            List<Bar> bars = world.bars.subList(0, count);
            return new Known(bars, bars.getLast().close(), bars.getLast().date(), parity);
        }

        @Nullable
        Boolean truth(Condition condition, boolean eventless) {
            return switch (condition) {
                case Condition.All(var parts) -> {
                    List<@Nullable Boolean> truths = truths(parts, eventless);
                    yield truths.contains(false) ? Boolean.FALSE : truths.contains(null) ? null : Boolean.TRUE;
                }
                case Condition.Any(var parts) -> {
                    List<@Nullable Boolean> truths = truths(parts, eventless);
                    yield truths.contains(true) ? Boolean.TRUE : truths.contains(null) ? null : Boolean.FALSE;
                }
                case Condition.Not(Condition part) -> {
                    Boolean truth = truth(part, eventless);
                    yield truth == null ? null : !truth;
                }
                case Condition.Atom atom -> atom.event() ? (Boolean) (!eventless && happens(atom)) : state(atom);
            };
        }

        private List<@Nullable Boolean> truths(List<Condition> parts, boolean eventless) {
            List<@Nullable Boolean> truths = new ArrayList<>();
            parts.forEach(part -> truths.add(truth(part, eventless)));
            return truths;
        }

        private @Nullable Boolean state(Condition.Atom atom) {
            return switch (atom) {
                case Condition.Compare(Quantity left, var relation, Operand right) -> {
                    Double one = left(left, right, known());
                    Double other = right(right, known());
                    yield (one == null || other == null)
                            ? null
                            : switch (relation) {
                                case ABOVE -> one > other;
                                case AT_LEAST -> one >= other;
                                case BELOW -> one < other;
                                case AT_MOST -> one <= other;
                            };
                }
                case Condition.Within(double percent, Quantity left, Operand right) -> within(percent, left, right);
                case Condition.Closes(var direction, Operand level, int times) -> closes(direction, level, times);
                case Condition.EarningsIn(int days) -> earnings(days);
                default -> throw new IllegalStateException(atom.toString());
            };
        }

        private @Nullable Boolean within(double percent, Quantity left, Operand right) {
            Double one = left(left, right, known());
            Double other = right(right, known());
            if (one == null || other == null) {
                return null;
            }
            if (right instanceof Operand.Constant) {
                double reach = Math.abs(other) * percent / 100;
                return one >= SlowNumbers.round(other - reach) && one <= SlowNumbers.round(other + reach);
            }
            return other == 0
                    ? null
                    : (Boolean) (Math.abs(SlowNumbers.round((one - other) / Math.abs(other) * 100)) <= percent);
        }

        private @Nullable Boolean closes(Direction direction, Operand level, int times) {
            boolean all = true;
            for (int i = 0; i < times; i++) {
                int count = world.bars.size() - i;
                if (count < 1) {
                    return null;
                }
                Known then = at(count, known().parity());
                Double close = left(Quantity.of(Quantity.Kind.PRICE), level, then);
                Double other = right(level, then);
                if (close == null || other == null) {
                    return null;
                }
                all &= direction == Direction.UP ? close > other : close < other;
            }
            return all;
        }

        private @Nullable Boolean earnings(int days) {
            if (world.today == null) {
                return null;
            }
            return world.earnings != null
                    && !world.earnings.isBefore(world.today)
                    && !world.earnings.isAfter(world.today.plusDays(days));
        }

        private @Nullable Double left(Quantity left, Operand right, Known known) {
            Double value = SlowNumbers.value(left, known);
            boolean foreign = right instanceof Operand.Constant(var _, String currency)
                    && currency != null
                    && left.kind().unit() == Quantity.Unit.MONEY;
            return value != null && foreign ? (Double) (value / rate) : value;
        }

        private @Nullable Double right(Operand right, Known known) {
            return switch (right) {
                case Operand.Constant(double value, var _) -> value;
                case Operand.Measured(Quantity quantity) -> SlowNumbers.value(quantity, known);
            };
        }

        /** Whether some event in a condition happens now. */
        boolean happens(Condition condition) {
            return switch (condition) {
                case Condition.All(var parts) -> parts.stream().anyMatch(this::happens);
                case Condition.Any(var parts) -> parts.stream().anyMatch(this::happens);
                case Condition.Not(Condition part) -> happens(part);
                case Condition.Atom atom -> atom.event() && before != null && happens(atom, before);
            };
        }

        private boolean happens(Condition.Atom atom, World earlier) {
            Look then = new Look(earlier, null, null, basis);
            return switch (atom) {
                case Condition.Crosses(Quantity left, Operand right, var direction) ->
                    crossed(then.side(left, right), sideNow(left, right, known()), direction);
                case Condition.AverageCross(boolean golden) -> {
                    Quantity fast = Quantity.over(Quantity.Kind.SMA, 50);
                    Operand slow = new Operand.Measured(Quantity.over(Quantity.Kind.SMA, 200));
                    yield crossed(
                            then.side(fast, slow),
                            sideNow(fast, slow, known()),
                            golden ? Direction.UP : Direction.DOWN);
                }
                case Condition.NewExtreme(boolean high) -> extreme(high, earlier);
                case Condition.News(String phrase) ->
                    news instanceof Observation.Told told
                            && (" " + told.article().title().toLowerCase(Locale.ROOT) + " ")
                                    .contains(" " + phrase.toLowerCase(Locale.ROOT) + " ");
                case Condition.TargetChanged(Boolean raised) -> {
                    if (!(news
                            instanceof
                            Observation.Learned(var _, var _, Fact.Call(var _, var _, var _, var call, var _)))) {
                        yield false;
                    }
                    int change = Objects.requireNonNull(call.newTarget()).compareTo(call.oldTarget());
                    yield change != 0 && (raised == null || raised == change > 0);
                }
                case Condition.Breakout(boolean confirmed, var direction) ->
                    news instanceof Observation.Learned(var _, var _, Fact.LevelMet met)
                            && met.stage().name().equals(confirmed ? "CONFIRMED" : "BROKEN")
                            && (direction == Direction.EITHER || met.upward() == (direction == Direction.UP));
                default -> throw new IllegalStateException(atom.toString());
            };
        }

        private boolean crossed(int from, int to, Direction direction) {
            return switch (direction) {
                case UP -> from < 0 && to > 0;
                case DOWN -> from > 0 && to < 0;
                case EITHER -> from * to < 0;
            };
        }

        private int sideNow(Quantity left, Operand right, Known known) {
            Double one = left(left, right, known);
            Double other = right(right, known);
            return one == null || other == null ? 0 : Double.compare(one + 0.0, other + 0.0);
        }

        /** On which side the left is, or came from if it stands on the right. */
        private int side(Quantity left, Operand right) {
            Known known = known();
            int side = sideNow(left, right, known);
            if (side != 0 || left(left, right, known) == null || right(right, known) == null) {
                return side;
            }
            List<Quantity.Kind> kinds = new ArrayList<>(List.of(left.kind()));
            if (right instanceof Operand.Measured(Quantity quantity)) {
                kinds.add(quantity.kind());
            }
            Double price = known.price();
            boolean follows = kinds.contains(Quantity.Kind.PRICE) || kinds.contains(Quantity.Kind.CHANGE);
            Double otherPrice = price == null ? null : lastOther(world.prices, price);
            if (basis == Rule.Basis.TICKS && follows && otherPrice != null) {
                return sideNow(left, right, new Known(known.bars(), otherPrice, known.day(), known.parity()));
            }
            Double parity = known.parity();
            Double otherParity = parity == null ? null : lastOther(world.parities, parity);
            if (kinds.contains(Quantity.Kind.PARITY) && otherParity != null) {
                return sideNow(left, right, new Known(known.bars(), price, known.day(), otherParity));
            }
            for (int count = world.bars.size() - 1; count > 0 && count >= world.bars.size() - 20; count--) {
                Known then = at(count, parity);
                if (left(left, right, then) == null || right(right, then) == null) {
                    return 0;
                }
                if (sideNow(left, right, then) != 0) {
                    return sideNow(left, right, then);
                }
            }
            return 0;
        }

        private @Nullable Double lastOther(List<Double> values, double than) {
            for (double value : values.reversed()) {
                if (value != than) {
                    return value;
                }
            }
            return null;
        }

        private boolean extreme(boolean high, World earlier) {
            Known known = known();
            Double limit = SlowNumbers.value(Quantity.of(high ? Quantity.Kind.HIGH_52W : Quantity.Kind.LOW_52W), known);
            if (limit == null) {
                return false;
            }
            boolean beyond = beyond(world, high, limit, known.day());
            return beyond && !beyond(earlier, high, limit, known.day());
        }

        private boolean beyond(World of, boolean high, double limit, @Nullable LocalDate day) {
            List<Double> prices = basis == Rule.Basis.TICKS
                    ? (Objects.equals(of.priceDay, day) ? of.pricesOfDay : List.of())
                    : (Objects.equals(of.lastDay(), day)
                            ? List.of(of.bars.getLast().close())
                            : List.of());
            return prices.stream().anyMatch(price -> high ? price > limit : price < limit);
        }
    }
}
