package dev.bellwether.watch.alert;

import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.engine.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows how far armed alerts are from firing. Safe for threads. */
@FunctionalInterface
public interface AlertProgress {
    /** How far it is, for each of its listings; empty if this process has not looked yet. */
    List<Checked> of(Alert alert);

    /** Nobody looks. */
    static AlertProgress none() {
        return alert -> List.of();
    }

    /**
     * The latest look at one listing.
     *
     * @param listing its symbol
     * @param progress how far the rule is from firing
     * @param source where the latest price came from and of when it is; null if none came yet
     * @param held why the latest price was not believed at once, in a sentence; null if it was
     */
    record Checked(
            String listing,
            Engine.Progress progress,
            @Nullable Provenance source,
            @Nullable Line held) {}
}
