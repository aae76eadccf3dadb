package dev.bellwether.analyst;

import dev.bellwether.fact.Fact;
import dev.bellwether.market.Measure;
import dev.bellwether.quote.Rates;
import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our own consensus: the targets of the firms in the ledger, as prices of one listing.
 *
 * @param targets every position that counts, in the order of the ledger
 * @param mean arithmetic mean, in the listing's currency
 * @param median the middle one, or the mean of the two in the middle
 * @param firms how many targets are in it
 * @param leftOut how many targets are not, since no exchange rate is known
 */
public record Consensus(
        List<Valued> targets, Measure mean, Measure median, Measure high, Measure low, int firms, int leftOut) {
    public Consensus {
        targets = List.copyOf(targets);
    }

    /**
     * A position with what its target is worth.
     *
     * @param target null if the firm has none, or no exchange rate is known
     * @param upside of the target over the price, in percent; negative where it lies below
     */
    public record Valued(Position position, Conversion.@Nullable Converted target, Measure upside) {}

    /**
     * Computes it.
     *
     * @param price of the listing that targets are converted to; empty if it is not known
     */
    public static Consensus of(Coverage coverage, Conversion conversion, OptionalDouble price) {
        List<Valued> targets = new ArrayList<>();
        coverage.positions().forEach(position -> targets.add(valued(position, conversion, price)));
        double[] amounts = targets.stream()
                .map(Valued::target)
                .filter(Objects::nonNull)
                .mapToDouble(Conversion.Converted::amount)
                .sorted()
                .toArray();
        int leftOut = (int) targets.stream()
                .filter(target -> target.position().hasTarget() && target.target() == null)
                .count();
        return statistics(targets, amounts, leftOut);
    }

    private static Consensus statistics(List<Valued> targets, double[] sorted, int leftOut) {
        int count = sorted.length;
        if (count == 0) {
            Measure none = new Measure.Missing(Line.say("targets.none.known"));
            return new Consensus(targets, none, none, none, none, 0, leftOut);
        }
        double sum = 0;
        for (double amount : sorted) {
            sum += amount;
        }
        return new Consensus(
                targets,
                Measure.of(sum / count),
                Measure.of((sorted[(count - 1) / 2] + sorted[count / 2]) / 2),
                Measure.of(sorted[count - 1]),
                Measure.of(sorted[0]),
                count,
                leftOut);
    }

    private static Valued valued(Position position, Conversion conversion, OptionalDouble price) {
        return valued(position, position.call(), conversion, price);
    }

    /** The same for another call of the position's firm. */
    public static Valued valued(Position position, Fact.Call call, Conversion conversion, OptionalDouble price) {
        var target = call.call().newTarget();
        if (target == null || !position.hasTarget()) {
            return new Valued(position, null, new Measure.Missing(Line.say("targets.none")));
        }
        return conversion
                .of(target, call.call().currency())
                .map(converted -> new Valued(position, converted, upside(converted.amount(), price)))
                .orElseGet(() -> new Valued(position, null, new Measure.Missing(Line.say("targets.none.rate"))));
    }

    /** How far a target lies above (negative: below) a price, in percent of the price. */
    public static Measure upside(double target, OptionalDouble price) {
        return price.isPresent() && price.getAsDouble() > 0
                ? Measure.of((target / price.getAsDouble() - 1) * 100)
                : new Measure.Missing(Line.say("targets.none.price"));
    }

    /** The exchange rates that were used, each once. */
    public List<Rates.Rate> rates() {
        return targets.stream()
                .flatMap(target -> Stream.ofNullable(target.target()))
                .flatMap(target -> Stream.ofNullable(target.rate()))
                .distinct()
                .toList();
    }
}
