package dev.bellwether.watch.engine;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.AnalystCall.Action;
import dev.bellwether.fact.Fact;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Direction;

/** Whether a fact is the event that a condition is about. */
final class Events {
    private Events() {}

    /** A level was broken or confirmed in the wanted direction. */
    static boolean breakout(Condition.Atom atom, Fact.LevelMet met) {
        if (!(atom instanceof Condition.Breakout(boolean confirmed, Direction direction))) {
            return false;
        }
        boolean stage = met.stage() == (confirmed ? Fact.LevelMet.Stage.CONFIRMED : Fact.LevelMet.Stage.BROKEN);
        return stage && (direction == Direction.EITHER || (direction == Direction.UP) == met.upward());
    }

    /** One analyst's target is another than before: both are printed and differ, or the text calls it raised or cut. */
    static boolean targetChanged(Condition.Atom atom, AnalystCall call) {
        if (!(atom instanceof Condition.TargetChanged(Boolean raised)) || call.kind() != AnalystCall.Kind.ANALYST) {
            return false;
        }
        int change = change(call);
        return change != 0 && (raised == null || raised == (change > 0));
    }

    private static int change(AnalystCall call) {
        if (call.oldTarget() != null && call.newTarget() != null) {
            return call.newTarget().compareTo(call.oldTarget());
        }
        if (call.newTarget() == null || call.oldTarget() != null) {
            return 0;
        }
        return call.action() == Action.RAISE ? 1 : call.action() == Action.CUT ? -1 : 0;
    }
}
