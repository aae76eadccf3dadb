package dev.bellwether.watch.run;

import dev.bellwether.fact.Fact;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Notice;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.engine.Firing;
import java.time.Instant;
import java.util.List;

/** Says what becomes of a rule that fires, and what is told of it. Called within the transaction that keeps it. */
public interface Judges {
    /**
     * What becomes of a firing.
     *
     * @param told whether somebody is told
     * @param after the alert to keep; the same as before if nothing changed
     */
    record Judged(boolean told, Alert after) {}

    /** An alert, as it is after it fired, and the fact that it did. */
    record Fired(Alert alert, Fact.AlertFired fact) {}

    /** The key of the fact that an alert fired. */
    String key(Firing firing);

    /** Whether a firing is told: once, daily, cooldown, snoozed. */
    Judged judge(Alert alert, Firing firing);

    /** The chat in which an alert is told. */
    ChatId tellsIn(Alert alert);

    /** The notice that tells one firing. */
    Notice notice(Fired fired, Instant now);

    /** One notice for several firings that are told in the same chat, the earliest first. */
    Notice notice(List<Fired> fired, Instant now);
}
