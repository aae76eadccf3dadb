package dev.bellwether.app;

import dev.bellwether.bot.Front;
import dev.bellwether.bot.FrontState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One front, and what was last said about it. Not safe for threads. */
final class RunningFront {
    private static final Logger LOG = LoggerFactory.getLogger(RunningFront.class);

    private final String name;
    private final @Nullable Front front;
    private final FrontState.@Nullable Stopped failed;
    private @Nullable FrontState said;

    /**
     * A front that was started, or that could not be.
     *
     * @param front null if it could not even be made
     * @param failed why it could not be started; null if it was
     */
    RunningFront(String name, @Nullable Front front, FrontState.@Nullable Stopped failed) {
        this.name = name;
        this.front = front;
        this.failed = failed;
    }

    String name() {
        return name;
    }

    @Nullable
    Front front() {
        return front;
    }

    /** A front that can't even say how it is, is as good as stopped. */
    FrontState state() {
        if (failed != null || front == null) {
            return failed == null ? new FrontState.Stopped(Instant.EPOCH, "it was never made") : failed;
        }
        try {
            return front.state();
        } catch (RuntimeException e) {
            LOG.error("The front {} can't say how it is", name, e);
            return new FrontState.Stopped(Instant.EPOCH, "it can't say how it is: " + FrontText.oneLine(e));
        }
    }

    /** What to say about it, if it came up, went down or gave up since the last time. */
    Optional<String> news() {
        FrontState now = state();
        FrontState before = said;
        boolean isNews = before == null
                ? !(now instanceof FrontState.Connecting)
                : !before.getClass().equals(now.getClass());
        if (!isNews) {
            return Optional.empty();
        }
        said = now;
        return Optional.of(FrontText.news(name, now));
    }
}
