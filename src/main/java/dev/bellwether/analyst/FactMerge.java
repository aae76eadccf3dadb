package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One fact from all of its sightings: every outlet prints some of it, together they tell the most. */
public final class FactMerge {
    private FactMerge() {}

    /**
     * The fact that the sightings state together. What was printed by none of them stays unknown.
     *
     * @param key the fact's key
     * @param sightings of one fact; at least one
     */
    public static Fact.Printed of(String key, List<? extends Fact.Printed> sightings) {
        List<? extends Fact.Printed> sorted = sightings.stream()
                .sorted(Comparator.comparing(Fact.Printed::at))
                .toList();
        Fact.Printed first = sorted.getFirst();
        Instant at = first.at();
        List<Mention> mentions = sorted.stream()
                .flatMap(sighting -> sighting.mentions().stream())
                .toList();
        return switch (first) {
            case Fact.Call call -> new Fact.Call(key, call.symbol(), at, call(sorted), mentions);
            case Fact.Earnings earnings -> new Fact.Earnings(key, earnings.symbol(), at, earnings.day(), mentions);
            case Fact.Claimed claimed -> new Fact.Claimed(key, claimed.symbol(), at, claimed.claim(), mentions);
        };
    }

    /** A known fact and one more sighting of it. */
    static Fact.Printed with(Fact.Printed known, Fact.Printed sighting) {
        return of(known.key(), List.of(known, sighting));
    }

    private static AnalystCall call(List<? extends Fact.Printed> sightings) {
        List<AnalystCall> calls = sightings.stream()
                .map(sighting -> ((Fact.Call) sighting).call())
                .sorted(Comparator.comparingInt(FactMerge::told).reversed())
                .toList();
        AnalystCall most = calls.getFirst();
        AnalystCall rated =
                calls.stream().filter(call -> call.rating() != null).findFirst().orElse(most);
        BigDecimal before = first(calls, AnalystCall::oldTarget);
        return new AnalystCall(
                first(calls, AnalystCall::firm),
                first(calls, AnalystCall::analyst),
                first(calls, AnalystCall::company),
                first(calls, AnalystCall::symbol),
                action(calls),
                before,
                first(calls, AnalystCall::newTarget),
                first(calls, AnalystCall::currency),
                rated.rating(),
                rated.stance(),
                most.kind(),
                most.sentence(),
                most.confidence());
    }

    /** A direction says more than that a target was set or kept. */
    private static AnalystCall.Action action(List<AnalystCall> calls) {
        return calls.stream()
                .map(AnalystCall::action)
                .filter(action -> action == AnalystCall.Action.RAISE || action == AnalystCall.Action.CUT)
                .findFirst()
                .orElse(calls.getFirst().action());
    }

    /** How much of what can be printed is. */
    private static int told(AnalystCall call) {
        return (int) Stream.of(call.oldTarget(), call.newTarget(), call.currency(), call.rating(), call.analyst())
                .filter(Objects::nonNull)
                .count();
    }

    private static <T> @Nullable T first(List<AnalystCall> calls, Function<AnalystCall, @Nullable T> part) {
        for (AnalystCall call : calls) {
            T value = part.apply(call);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
