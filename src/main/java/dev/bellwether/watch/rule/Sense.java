package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import dev.bellwether.watch.rule.Condition.Compare;
import dev.bellwether.watch.rule.Condition.Relation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions that could never be true, or always are. It looks at numbers that stand beside each other, not at all that could be known:
 * what it does not find merely never fires.
 */
final class Sense {
    private Sense() {}

    /** What makes no sense in a condition; empty if nothing is found. */
    static Optional<Line> check(Condition condition) {
        return Optional.ofNullable(found(condition));
    }

    private static @Nullable Line found(Condition condition) {
        Line here = switch (condition) {
            case Condition.All(List<Condition> parts) -> never(parts);
            case Condition.Any(List<Condition> parts) -> always(parts);
            case Condition.Not _, Condition.Atom _ -> null;
        };
        if (here != null) {
            return here;
        }
        return parts(condition)
                .map(Sense::found)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.stream();
            case Condition.Any(List<Condition> parts) -> parts.stream();
            case Condition.Not(Condition part) -> Stream.of(part);
            case Condition.Atom _ -> Stream.empty();
        };
    }

    private static @Nullable Line never(List<Condition> parts) {
        long kinds = parts.stream()
                .map(Sense::moment)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (kinds > 1) {
            return Line.say("rule.never.together");
        }
        return pairs(parts).anyMatch(pair -> !pair.canMeet()) ? Line.say("rule.never") : null;
    }

    private static @Nullable Line always(List<Condition> parts) {
        return pairs(parts).anyMatch(Pair::coversAll) ? Line.say("rule.always") : null;
    }

    /** One wants the quantity above a number, the other the same quantity below one. */
    private record Pair(Compare above, Compare below) {
        boolean canMeet() {
            boolean both = above.relation() == Relation.AT_LEAST && below.relation() == Relation.AT_MOST;
            return number(above) < number(below) || (both && number(above) == number(below));
        }

        boolean coversAll() {
            boolean either = above.relation() == Relation.AT_LEAST || below.relation() == Relation.AT_MOST;
            return number(above) < number(below) || (either && number(above) == number(below));
        }
    }

    private static Stream<Pair> pairs(List<Condition> parts) {
        List<Compare> numbers = parts.stream()
                .filter(Compare.class::isInstance)
                .map(Compare.class::cast)
                .filter(compare -> compare.right() instanceof Operand.Constant)
                .toList();
        return numbers.stream()
                .filter(Sense::wantsMore)
                .flatMap(more -> numbers.stream()
                        .filter(less -> !wantsMore(less) && less.left().equals(more.left()))
                        .map(less -> new Pair(more, less)));
    }

    private static boolean wantsMore(Compare compare) {
        return compare.relation() == Relation.ABOVE || compare.relation() == Relation.AT_LEAST;
    }

    private static double number(Compare compare) {
        return compare.right() instanceof Operand.Constant(double value, String _) ? value : Double.NaN;
    }

    /** With what an event happens: two events that come with different things are never there at once. */
    private static @Nullable String moment(Condition part) {
        return switch (part) {
            case Condition.Crosses _, Condition.NewExtreme _, Condition.AverageCross _ -> "price";
            case Condition.Breakout _ -> "level";
            case Condition.TargetChanged _ -> "call";
            case Condition.News _ -> "article";
            default -> null;
        };
    }
}
