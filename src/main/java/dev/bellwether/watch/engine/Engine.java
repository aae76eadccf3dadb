package dev.bellwether.watch.engine;

import dev.bellwether.fact.Exchange;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides when rules fire. What it holds follows from the observations alone, in their order: after a restart it is told the last ones again
 * and goes on as if nothing had been. Used by one thread at a time.
 */
public interface Engine {
    /**
     * An engine that knows nothing yet.
     *
     * @param exchanges where a listing trades, by its symbol: its days are counted there
     */
    static Engine over(Function<String, Exchange> exchanges, Rates rates) {
        return new WatchEngine(exchanges, rates);
    }

    /**
     * Watches a condition for one listing. What is true already does not fire: it has to become false first.
     *
     * @param alert the rule's id; a rule with several listings is armed for each. One that is armed for this
     *     listing already is replaced
     * @throws IllegalArgumentException if the id is negative
     */
    void arm(long alert, String listing, Condition when, Rule.Basis basis);

    /** Forgets a rule, for all its listings. */
    void disarm(long alert);

    /**
     * Takes what is new and says what fires, in the order of the rules' ids. What is older than what is known already is ignored: a
     * price before the last one, or of a day whose bar is complete; bars that end before the last ones; a parity or a day before the last.
     *
     * @throws IllegalArgumentException if a number is none that could be, such as a price of 0; nothing has changed then
     */
    List<Firing> observe(Observation observation);

    /**
     * Whether the latest observation changed the truth of anything, so that what is told to a new engine after a restart is worth
     * keeping at once, as it is when a rule is armed. What is kept only now and then meanwhile leads to the same firings, but
     * where a price meets a number that changes without it (a change against a parity, a close that comes a day late) and in crossings
     * that stopped exactly on their level. Best is to keep what every round of prices leaves.
     */
    boolean stirred();

    /** The rules that the latest observation, by which a split became known, changed to a new scale of prices; in the order of their ids. */
    List<Rebased> rebased();

    /**
     * What this engine knows of a listing beside its bars, in a short text to keep: the prices that count, the parity, the day. Empty
     * if nothing is known.
     */
    String memory(String listing);

    /**
     * Lets a new engine know what {@link #memory} gave, after it was told the last {@code Closed} and before anything else. Then it
     * goes on as the old one would have. One that is told the last price again instead differs only where a price stood exactly on a level,
     * and in extremes of the running day.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    void remember(String listing, String memory);

    /** The listings that some rule is armed for. */
    List<String> listings();

    /** How far a rule is from firing for a listing; empty if it is not armed for it. */
    Optional<Progress> progress(long alert, String listing);

    /**
     * How far a rule is from firing.
     *
     * @param truth of the whole condition; null while a number is missing
     * @param parts its conditions without parts, in the order typed
     */
    record Progress(@Nullable Boolean truth, List<Part> parts) {
        public Progress {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One condition without parts.
     *
     * @param truth null while a number is missing; false for an event
     * @param quantity what is looked at; null for a condition without a number
     * @param value of the quantity now; null if missing
     * @param threshold what it is compared with, as a number now; null if missing or without
     */
    record Part(
            Condition.Atom condition,
            @Nullable Boolean truth,
            @Nullable Quantity quantity,
            @Nullable Double value,
            @Nullable Double threshold) {}
}
