package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as one article states it, not yet matched with those that are known.
 *
 * <p>It is the same as a known fact of its identity if that was first kept from a mention at most {@code window} away and the
 * two agree. The window counts from that one mention, so that a chain of repetitions can't pull a fact along for months.
 *
 * @param identity what all statements of this fact have in common; a short hash
 * @param window how far apart in time two statements of one fact may be
 * @param fact with exactly one mention; its key is the one it gets if it is new
 */
public record Sighting(String identity, Duration window, Fact.Printed fact) {
    public Sighting {
        if (fact.mentions().size() != 1) {
            throw new IllegalArgumentException(fact.mentions().size() + " mentions");
        }
    }

    /** Whether a moment at which a fact was first kept is near enough. */
    public boolean near(Instant first) {
        return Duration.between(first, fact.at()).abs().compareTo(window) <= 0;
    }

    /**
     * Whether a known fact of the same identity says nothing else: what one leaves out agrees with all, two old targets or two
     * currencies that differ are two facts.
     */
    public boolean agrees(Fact.Printed known) {
        return !(known instanceof Fact.Call there && fact instanceof Fact.Call here)
                || agree(there.call(), here.call());
    }

    private static boolean agree(AnalystCall there, AnalystCall here) {
        BigDecimal before = there.oldTarget();
        BigDecimal other = here.oldTarget();
        return (before == null || other == null || before.compareTo(other) == 0)
                && agree(there.currency(), here.currency());
    }

    private static boolean agree(@Nullable String there, @Nullable String here) {
        return there == null || here == null || there.equals(here);
    }
}
