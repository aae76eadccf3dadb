package dev.bellwether.bot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a front is, and since when. */
public sealed interface FrontState {
    /** Since when it is so. */
    Instant since();

    /** Not yet connected. */
    record Connecting(Instant since) implements FrontState {}

    /**
     * Connected.
     *
     * @param bot what the platform calls the bot
     */
    record Up(Instant since, String bot) implements FrontState {}

    /**
     * Not connected; it keeps trying.
     *
     * @param why what is wrong, in one sentence without secrets
     * @param nextTry when it tries again; null if that is the client library's business
     */
    record Lost(Instant since, String why, @Nullable Instant nextTry) implements FrontState {}

    /**
     * It gave up, since trying again would change nothing.
     *
     * @param why one sentence that says what to do
     */
    record Stopped(Instant since, String why) implements FrontState {}
}
