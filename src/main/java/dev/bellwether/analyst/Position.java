package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one firm stands on one instrument.
 *
 * @param key the firm's key: see {@link Firms#key}
 * @param firm its name as shown
 * @param call the newest call that set a target or took it away; the newest call of all if none did
 * @param rated the newest call that printed a rating; null if none did
 * @param contradicting calls of nearly the same time that state other numbers for the same thing, newest first
 */
public record Position(
        String key, String firm, Fact.Call call, Fact.@Nullable Call rated, List<Fact.Call> contradicting) {
    public Position {
        contradicting = List.copyOf(contradicting);
    }

    /** Whether the firm has a target now. */
    public boolean hasTarget() {
        return call.call().newTarget() != null && call.call().action() != AnalystCall.Action.DROP;
    }

    /** The rating as printed; null if none was. */
    public @Nullable String rating() {
        return rated == null ? null : rated.call().rating();
    }
}
