package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One try to send one envelope, and what follows from how it ended. */
final class Attempt {
    private final Way way;
    private final Recorder recorder;
    private final Cards cards;
    private final Reports reports;
    private final Backoff backoff;
    private final Brake brake;
    private final Metrics metrics;
    private final InstantSource clock;
    private final String owner;
    /** The chat that was told to wait last, until something is taken. */
    private final AtomicReference<@Nullable ChatId> limited = new AtomicReference<>();

    Attempt(
            Way way,
            Recorder recorder,
            Cards cards,
            Reports reports,
            Backoff backoff,
            Brake brake,
            Metrics metrics,
            InstantSource clock,
            String owner) {
        this.way = way;
        this.recorder = recorder;
        this.cards = cards;
        this.reports = reports;
        this.backoff = backoff;
        this.brake = brake;
        this.metrics = metrics;
        this.clock = clock;
        this.owner = owner;
    }

    /**
     * Sends, and says what is to be kept of it.
     *
     * @param follow the message that it belongs to; null if it stands for itself
     */
    List<Change> make(Claim claim, ChatSettings settings, Envelope.@Nullable Follow follow) {
        Instant begun = clock.instant();
        Recording progress = new Recording(recorder, way.pace(), claim, owner);
        try {
            Outcome outcome = send(claim, settings, follow, progress);
            Instant now = clock.instant();
            metrics.sent(claim.chat().front(), Duration.between(begun, now));
            log(claim, outcome);
            return changes(claim, outcome, progress, now);
        } catch (Recording.NotOurs e) {
            Dispatcher.LOG
                    .atInfo()
                    .addKeyValue("notice", claim.key())
                    .addKeyValue("chat", claim.chat())
                    .log("not sent: {}", e.getMessage());
            return List.of();
        } catch (RuntimeException | Error e) {
            return List.of(thrown(claim, progress, e));
        }
    }

    private Outcome send(Claim claim, ChatSettings settings, Envelope.@Nullable Follow follow, Recording progress) {
        try {
            Envelope envelope = new Envelope(
                    claim.key(),
                    claim.chat(),
                    cards.card(claim.notice()),
                    settings.voice(null),
                    follow,
                    claim.messages(),
                    claim.again());
            return way.sender().send(envelope, progress);
        } catch (Outbox.UnreadableNotice e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** The store could not keep that a call would begin, and so it did not; or a fault of ours, and whether it did nobody knows. */
    private Change thrown(Claim claim, Recording progress, Throwable failure) {
        boolean store = progress.unkept() != null;
        if (!store) {
            Dispatcher.LOG
                    .atError()
                    .addKeyValue("notice", claim.key())
                    .addKeyValue("chat", claim.chat())
                    .setCause(failure)
                    .log("A try to send ended with an exception");
        }
        Instant now = clock.instant();
        String why = store ? "not tried, the store failed: " + failure.getMessage() : failure.toString();
        Instant due = now.plus(backoff.pause(claim.tries() + 1));
        return failed(claim, progress.messages(), progress.inDoubt(), claim.doubts(), why, now, due);
    }

    private List<Change> changes(Claim claim, Outcome outcome, Recording progress, Instant now) {
        List<String> messages = progress.messages();
        if (!(outcome instanceof Outcome.Retry)) {
            brake.answered();
            limited.set(null);
        }
        return switch (outcome) {
            case Outcome.Sent(List<String> all) ->
                end(claim, Change.End.SENT, messages.size() < all.size() ? all : messages, "", now);
            case Outcome.Retry retry -> again(claim, retry, progress, now);
            case Outcome.Dead dead -> dead(claim, dead, messages, now);
            case Outcome.Moved moved ->
                List.of(
                        new Change.Moved(claim.chat(), moved.to(), now),
                        failed(claim, messages, false, 0, "the chat moved to " + moved.to(), now, soon(claim, now)));
            case Outcome.Refused(String why) -> {
                List<Change> changes = new ArrayList<>(end(claim, Change.End.REFUSED, messages, why, now));
                changes.addAll(reports.refused(claim, why, now));
                yield changes;
            }
        };
    }

    private List<Change> end(Claim claim, Change.End end, List<String> messages, String detail, Instant now) {
        metrics.ended(claim.chat().front(), end);
        return List.of(new Change.Ended(claim, owner, end, messages, detail, now));
    }

    private List<Change> dead(Claim claim, Outcome.Dead dead, List<String> messages, Instant now) {
        String why = dead.reason() + ": " + dead.why();
        List<Change> changes = new ArrayList<>(end(claim, Change.End.DEAD, messages, why, now));
        changes.add(new Change.Retired(claim.chat(), why, now));
        changes.addAll(reports.gone(claim, dead, now));
        return changes;
    }

    private List<Change> again(Claim claim, Outcome.Retry retry, Recording progress, Instant now) {
        String front = claim.chat().front();
        metrics.failed(front, retry.perhaps());
        if (retry.after().isPositive()) {
            metrics.paused(front);
            pause(claim.chat(), retry.after());
            brake.answered();
        } else {
            brake.failed(claim.chat(), retry.why(), now);
        }
        // A doubt from before stays one until the platform takes the message.
        boolean perhaps = retry.perhaps() || (claim.again() && progress.inDoubt());
        boolean repeated = claim.doubts() > 0
                && progress.messages().size() == claim.messages().size();
        if (retry.perhaps() && repeated && progress.called() && !way.sender().recognisesRepeats()) {
            List<Change> changes =
                    new ArrayList<>(end(claim, Change.End.UNSURE, progress.messages(), retry.why(), now));
            changes.addAll(reports.unsure(claim, retry.why(), now));
            return changes;
        }
        int doubts = retry.perhaps() && progress.called() ? 1 : repeated ? claim.doubts() : 0;
        Duration pause = backoff.pause(claim.tries() + 1);
        Instant due = now.plus(pause.compareTo(retry.after()) > 0 ? pause : retry.after());
        return List.of(failed(claim, progress.messages(), perhaps, doubts, retry.why(), now, due));
    }

    /** Two chats in a row that are told to wait, with nothing taken in between: the platform means the bot and did not say so. */
    private void pause(ChatId chat, Duration length) {
        way.pace().pause(chat, length);
        ChatId before = limited.getAndSet(chat);
        if (before != null && !before.equals(chat)) {
            way.pace().pause(length);
        }
    }

    private static Instant soon(Claim claim, Instant now) {
        return claim.tries() < 3 ? now : now.plusSeconds(30); // two chats that each name the other must not spin
    }

    private Change failed(
            Claim claim, List<String> messages, boolean perhaps, int doubts, String why, Instant now, Instant due) {
        // Not later than it expires, so that it is counted then.
        Instant latest = due.isAfter(claim.expires()) && claim.expires().isAfter(now) ? claim.expires() : due;
        return new Change.Failed(claim, owner, messages, perhaps, doubts, why, now, latest);
    }

    private static void log(Claim claim, Outcome outcome) {
        var event = switch (outcome) {
            case Outcome.Sent _ -> Dispatcher.LOG.atInfo();
            case Outcome.Retry _, Outcome.Moved _ -> Dispatcher.LOG.atInfo();
            case Outcome.Dead _, Outcome.Refused _ -> Dispatcher.LOG.atWarn();
        };
        event = event.addKeyValue("notice", claim.key())
                .addKeyValue("chat", claim.chat())
                .addKeyValue("try", claim.tries() + 1);
        switch (outcome) {
            case Outcome.Sent(List<String> messages) ->
                event.addKeyValue("messages", messages).log("sent");
            case Outcome.Retry(Duration after, String why, boolean perhaps) ->
                event.log("not now{}, {}: {}", perhaps ? ", though perhaps it arrived" : "", after, why);
            case Outcome.Dead(Outcome.Reason reason, String why) -> event.log("chat is gone, {}: {}", reason, why);
            case Outcome.Moved(var to) -> event.log("chat moved to {}", to);
            case Outcome.Refused(String why) -> event.log("refused: {}", why);
        }
    }
}
