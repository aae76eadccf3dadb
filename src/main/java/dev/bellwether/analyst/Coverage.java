package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What analysts and the press say about one instrument, as known at a moment.
 *
 * @param at the moment
 * @param positions where each firm stands whose call is at most 12 months old, the newest first
 * @param faded the same of firms whose call is older: shown apart, in no statistics
 * @param calls all calls of firms, the newest first, those struck out too
 * @param stated all consensus numbers, highs and lows that the press stated, the newest first, without those struck out
 * @param marks what members of the chat say is wrong, by the fact's key
 * @param unnamed targets of the last 12 months whose firm is not named; in no statistics
 */
public record Coverage(
        Instant at,
        List<Position> positions,
        List<Position> faded,
        List<Fact.Call> calls,
        List<Fact.Call> stated,
        Map<String, Mark> marks,
        int unnamed) {
    public Coverage {
        positions = List.copyOf(positions);
        faded = List.copyOf(faded);
        calls = List.copyOf(calls);
        stated = List.copyOf(stated);
        marks = Map.copyOf(marks);
    }

    /** Whether a manager agreed that a fact is wrong. */
    public boolean isStruck(Fact.Printed fact) {
        return isStruck(marks, fact);
    }

    static boolean isStruck(Map<String, Mark> marks, Fact.Printed fact) {
        Mark mark = marks.get(fact.key());
        return mark != null && mark.state() == Mark.State.ACCEPTED;
    }

    /** The calls of the last year that are struck out, the newest first. */
    public List<Fact.Call> struck() {
        Instant from = at.minus(Duration.ofDays(365));
        return calls.stream()
                .filter(call -> isStruck(call) && call.at().isAfter(from))
                .toList();
    }

    /** The newest consensus, high or low that the press states. */
    public Optional<Fact.Call> stated(AnalystCall.Kind kind) {
        return stated.stream().filter(call -> call.call().kind() == kind).findFirst();
    }

    /** How many targets were raised in the last days. */
    public long raised(int days) {
        return moved(days, 1);
    }

    /** How many targets were cut in the last days. */
    public long cut(int days) {
        return moved(days, -1);
    }

    private long moved(int days, int direction) {
        Instant from = at.minus(Duration.ofDays(days));
        return calls.stream()
                .filter(call -> call.at().isAfter(from) && !isStruck(call))
                .filter(call -> direction(call.call()) == direction)
                .count();
    }

    /** 1 for a target that went up, -1 for one that went down, 0 where neither is said. */
    public static int direction(AnalystCall call) {
        return switch (call.action()) {
            case RAISE -> 1;
            case CUT -> -1;
            case DROP -> 0;
            case SET, REITERATE, INITIATE ->
                call.oldTarget() == null || call.newTarget() == null
                        ? 0
                        : Integer.signum(call.newTarget().compareTo(call.oldTarget()));
        };
    }

    /** All calls of one firm, the newest first. */
    public List<Fact.Call> history(String firm, Firms firms) {
        String key = firms.key(firm);
        return calls.stream()
                .filter(call -> Ledger.firm(call, firms).equals(key))
                .toList();
    }
}
