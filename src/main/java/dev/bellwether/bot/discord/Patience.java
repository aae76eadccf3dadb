package dev.bellwether.bot.discord;

import dev.bellwether.deliver.Delayer;
import java.time.Duration;
import java.util.List;

/** Makes a call again, after growing pauses, while Discord is broken for a moment. Only for calls that may be made twice. */
final class Patience {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(4));

    private final Delayer delayer;

    Patience(Delayer delayer) {
        this.delayer = delayer;
    }

    /** @throws RestFailure the last one, if it never worked */
    void call(Runnable call) {
        for (Duration pause : PAUSES) {
            try {
                call.run();
                return;
            } catch (RestFailure e) {
                if (!e.passes() || !waited(pause)) {
                    throw e;
                }
            }
        }
        call.run();
    }

    private boolean waited(Duration pause) {
        try {
            delayer.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
