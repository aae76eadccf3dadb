package dev.bellwether.bot.discord;

import dev.bellwether.deliver.Delayer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes down how long it was to wait, and waits a moment at most. */
final class QuickDelayer implements Delayer {
    private static final Duration MOMENT = Duration.ofMillis(10);

    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public void sleep(Duration length) throws InterruptedException {
        pauses.add(length);
        Duration moment = length.compareTo(MOMENT) < 0 ? length : MOMENT;
        boolean over = new CountDownLatch(1).await(moment.toMillis(), TimeUnit.MILLISECONDS);
        if (over) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
