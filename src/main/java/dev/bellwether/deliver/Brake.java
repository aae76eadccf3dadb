package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stops a front that fails for one chat after the other: then it is the platform or the network, and every further try would only use
 * up pauses. While the brake is on, one message after a growing pause tries whether the platform is back; the first that gets
 * through takes it off. Safe for threads.
 */
final class Brake {
    /** One chat that always fails is that chat's trouble. */
    private static final int CHATS = 3;

    private static final int MOST_REMEMBERED = 10;

    private final Backoff backoff;
    private final Set<ChatId> failed = new HashSet<>();
    private int failures;
    private @Nullable Instant since;
    private @Nullable Instant until;
    private boolean trying;
    private String why = "";

    Brake(Backoff backoff) {
        this.backoff = backoff;
    }

    /** A try came to nothing, but not because the platform asked for patience. */
    synchronized void failed(ChatId chat, String reason, Instant now) {
        if (failed.size() < MOST_REMEMBERED) {
            failed.add(chat);
        }
        why = reason;
        if (since == null && failed.size() < CHATS) {
            return;
        }
        if (since == null) {
            since = now;
        }
        if (trying || until == null) {
            failures++;
            until = now.plus(backoff.pause(failures));
            trying = false;
        }
    }

    /** The platform answered. */
    synchronized void answered() {
        failed.clear();
        failures = 0;
        since = null;
        until = null;
        trying = false;
    }

    /** Whether a message may be tried now; with the brake on, only the one that tries. */
    synchronized boolean mayTry(Instant now) {
        heedClock(now);
        if (until == null) {
            return true;
        }
        if (trying || now.isBefore(until)) {
            return false;
        }
        trying = true;
        return true;
    }

    /** The message that was to try was not sent after all. */
    synchronized void notTried() {
        trying = false;
    }

    /** When the next message may be tried; null if the brake is off, or one is being tried. */
    synchronized @Nullable Instant until(Instant now) {
        heedClock(now);
        return trying ? null : until;
    }

    /** Since when it is on; null if it is off. */
    synchronized @Nullable Instant since() {
        return since;
    }

    /** What went wrong last. */
    synchronized String why() {
        return why;
    }

    /** A clock that was set back must not make a pause last longer than any is meant to. */
    private void heedClock(Instant now) {
        if (until != null && until.isAfter(now.plus(backoff.most().multipliedBy(2)))) {
            until = now;
        }
    }
}
