package dev.bellwether.watch.rule;

import dev.bellwether.market.calendar.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions about rules that several others ask. */
public final class Rules {
    private Rules() {}

    /** The conditions without parts, in the order typed. */
    public static List<Condition.Atom> atoms(Condition condition) {
        return stream(condition).toList();
    }

    private static Stream<Condition.Atom> stream(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.stream().flatMap(Rules::stream);
            case Condition.Any(List<Condition> parts) -> parts.stream().flatMap(Rules::stream);
            case Condition.Not(Condition part) -> stream(part);
            case Condition.Atom atom -> Stream.of(atom);
        };
    }

    /** Whether anything in it happens rather than lasts. */
    public static boolean hasEvents(Condition condition) {
        return stream(condition).anyMatch(Condition.Atom::event);
    }

    /**
     * The quantities that are looked at, on either side, in the order typed. Those of conditions that name none, such as a golden cross or a
     * new high, are among them.
     */
    public static Set<Quantity> quantities(Condition condition) {
        Set<Quantity> found = new LinkedHashSet<>();
        stream(condition).forEach(atom -> found.addAll(quantitiesOf(atom)));
        return found;
    }

    private static List<Quantity> quantitiesOf(Condition.Atom atom) {
        Quantity price = Quantity.of(Quantity.Kind.PRICE);
        return switch (atom) {
            case Condition.Compare(Quantity left, Condition.Relation _, Operand right) -> both(left, right);
            case Condition.Crosses(Quantity left, Operand right, Condition.Direction _) -> both(left, right);
            case Condition.Within(double _, Quantity left, Operand right) -> both(left, right);
            case Condition.Closes(Condition.Direction _, Operand level, int _) -> both(price, level);
            case Condition.NewExtreme(boolean high) ->
                List.of(price, Quantity.of(high ? Quantity.Kind.HIGH_52W : Quantity.Kind.LOW_52W));
            case Condition.AverageCross _ ->
                List.of(Quantity.over(Quantity.Kind.SMA, 50), Quantity.over(Quantity.Kind.SMA, 200));
            case Condition.Breakout _, Condition.TargetChanged _, Condition.News _, Condition.EarningsIn _ -> List.of();
        };
    }

    private static List<Quantity> both(Quantity left, Operand right) {
        return switch (right) {
            case Operand.Constant _ -> List.of(left);
            case Operand.Measured(Quantity quantity) -> List.of(left, quantity);
        };
    }

    /** On which prices a condition must be checked at least: closes if a part only exists for complete bars. */
    public static Rule.Basis basis(Condition condition) {
        return stream(condition).anyMatch(Rules::needsClose) ? Rule.Basis.CLOSES : Rule.Basis.TICKS;
    }

    private static boolean needsClose(Condition.Atom atom) {
        return switch (atom) {
            case Condition.Closes _, Condition.AverageCross _ -> true;
            default -> quantitiesOf(atom).stream().anyMatch(quantity -> quantity.kind() == Quantity.Kind.VOLUME);
        };
    }

    /**
     * The same condition as the parser makes it: no {@code All} in an {@code All}, no {@code Any} in an {@code Any}, no double
     * {@code Not}, none of one part.
     */
    public static Condition normal(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> all(parts);
            case Condition.Any(List<Condition> parts) -> any(parts);
            case Condition.Not(Condition.Not(Condition inner)) -> normal(inner);
            case Condition.Not(Condition part) -> negated(normal(part));
            case Condition.Atom atom -> atom;
        };
    }

    /** The same rule as the parser makes it: its condition normal, checked at closes if it must be, no cooldown if it fires only once. */
    public static Rule normal(Rule rule) {
        Condition when = normal(rule.when());
        boolean closes = rule.basis() == Rule.Basis.CLOSES || basis(when) == Rule.Basis.CLOSES;
        return new Rule(
                rule.scope(),
                when,
                closes ? Rule.Basis.CLOSES : Rule.Basis.TICKS,
                rule.repeat(),
                rule.repeat() == Rule.Repeat.ONCE ? null : rule.cooldown(),
                rule.until(),
                rule.note());
    }

    private static Condition negated(Condition part) {
        return part instanceof Condition.Not(Condition inner) ? inner : new Condition.Not(part);
    }

    private static Condition all(List<Condition> parts) {
        List<Condition> flat = parts.stream()
                .map(Rules::normal)
                .flatMap(
                        part -> part instanceof Condition.All(List<Condition> inner) ? inner.stream() : Stream.of(part))
                .toList();
        return flat.size() == 1 ? flat.getFirst() : new Condition.All(flat);
    }

    private static Condition any(List<Condition> parts) {
        List<Condition> flat = parts.stream()
                .map(Rules::normal)
                .flatMap(
                        part -> part instanceof Condition.Any(List<Condition> inner) ? inner.stream() : Stream.of(part))
                .toList();
        return flat.size() == 1 ? flat.getFirst() : new Condition.Any(flat);
    }

    /**
     * Whether a rule whose condition became true may tell so: it is not over, not resting, and has not fired as often as it was asked
     * to. Used by live alerts and by the look back alike.
     *
     * @param lastFired when it fired last; null for never
     * @param at when its condition became true
     * @param calendar of the listing, whose trading days {@code DAILY} counts; a day lasts until the next session opens
     * @param zone the chat's, in which its last day ends
     */
    public static boolean mayFire(
            Rule rule, @Nullable Instant lastFired, Instant at, TradingCalendar calendar, ZoneId zone) {
        if (over(rule, lastFired, at, zone)) {
            return false;
        }
        if (lastFired == null) {
            return true;
        }
        boolean resting = rule.cooldown() != null && at.isBefore(lastFired.plus(rule.cooldown()));
        boolean toldToday =
                rule.repeat() == Rule.Repeat.DAILY && !day(calendar, at).isAfter(day(calendar, lastFired));
        return !resting && !toldToday;
    }

    private static LocalDate day(TradingCalendar calendar, Instant moment) {
        return calendar.current(moment).day();
    }

    /** Whether a rule can never fire again after a moment: its last day is over, or it fired and was to fire once. */
    public static boolean over(Rule rule, @Nullable Instant lastFired, Instant now, ZoneId zone) {
        boolean late = rule.until() != null && now.atZone(zone).toLocalDate().isAfter(rule.until());
        return late || (rule.repeat() == Rule.Repeat.ONCE && lastFired != null);
    }
}
