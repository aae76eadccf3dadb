package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Analyst calls as words and values of a card. */
public final class CallWords {
    private CallWords() {}

    /** {@code ↓ $231.00 → $225.00}, {@code $215.00}, {@code dropped}. */
    public static Line target(AnalystCall call) {
        Line line = Line.of(
                switch (Coverage.direction(call)) {
                    case 1 -> "↑ ";
                    case -1 -> "↓ ";
                    default -> "";
                });
        if (call.action() == AnalystCall.Action.DROP) {
            return line.then(Line.say("targets.dropped"));
        }
        if (call.newTarget() == null) {
            return line.then(Line.say("targets.none"));
        }
        Line before = call.oldTarget() == null
                ? line
                : line.value(amount(call.oldTarget(), call)).text(" → ");
        return before.value(amount(call.newTarget(), call));
    }

    /** One of the call's targets: a price if it has a currency, missing if it is not printed. */
    public static Value amount(@Nullable BigDecimal number, AnalystCall call) {
        if (number == null) {
            return new Value.Missing(Line.say("targets.unprinted"));
        }
        return call.currency() == null
                ? new Value.Figure(number.doubleValue(), 2, null)
                : new Value.Price(number.doubleValue(), call.currency());
    }

    /** What a call did, in a word or two. */
    public static Line action(AnalystCall.Action action) {
        return switch (action) {
            case RAISE -> Line.say("targets.action.raise");
            case CUT -> Line.say("targets.action.cut");
            case SET -> Line.say("targets.action.set");
            case REITERATE -> Line.say("targets.action.reiterate");
            case INITIATE -> Line.say("targets.action.initiate");
            case DROP -> Line.say("targets.action.drop");
        };
    }

    /** Where a fact was read, as sources of a card. */
    public static List<Provenance> sources(Fact.Printed fact) {
        return fact.mentions().stream()
                .map(mention -> new Provenance(
                        mention.publisher(),
                        mention.at(),
                        Duration.ZERO,
                        mention.link(),
                        mention.feed().startsWith("sample:")))
                .toList();
    }
}
