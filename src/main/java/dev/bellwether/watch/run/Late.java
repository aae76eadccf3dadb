package dev.bellwether.watch.run;

import dev.bellwether.fact.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that was noticed late and is not told yet: what was missed is told when all of it is gone through, many in one message.
 *
 * @param key of the fact
 * @param symbol of the fact
 * @param at of the fact
 * @param alert the alert that fired; null if a level was met
 */
public record Late(
        String key, String symbol, Instant at, @Nullable Long alert) {
    static Late of(Fact.AlertFired fact) {
        return new Late(fact.key(), fact.symbol(), fact.at(), fact.alert());
    }

    static Late of(Fact.LevelMet fact) {
        return new Late(fact.key(), fact.symbol(), fact.at(), null);
    }
}
