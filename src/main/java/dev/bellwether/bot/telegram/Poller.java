package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The client library's poller with a life that we rule: an executor that ends with it, our own pauses, and a way to see that it
 * stopped without a word, as it does when whoever takes its updates throws. Not thread-safe: the connection's guard alone
 * calls it.
 */
final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final int MOST_AT_ONCE = 100;

    private final TelegramSettings settings;
    private final Wire wire;
    private final PollWatch watch;
    private final LongPollingUpdateConsumer consumer;
    private final OkHttpClient http;

    private volatile @Nullable TelegramBotsLongPollingApplication running;
    private @Nullable ScheduledExecutorService executor;

    Poller(TelegramSettings settings, Wire wire, PollWatch watch, LongPollingUpdateConsumer consumer) {
        this.settings = settings;
        this.wire = wire;
        this.watch = watch;
        this.consumer = consumer;
        this.http = wire.forPolls(settings.times().poll(), watch);
    }

    boolean isStarted() {
        return running != null;
    }

    /** Whether it should have asked again long ago. */
    boolean isSilent() {
        Duration poll = settings.times().poll();
        return isStarted() && watch.isSilent(poll.plus(settings.times().slack()));
    }

    /** Whether it has to be started anew because a webhook is set. */
    boolean isHookedElsewhere() {
        return isStarted() && watch.isHookedElsewhere();
    }

    /** Takes away a webhook if there is one, and begins to ask. */
    void start() throws Failure {
        stop();
        watch.begin();
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("telegram-poll").factory());
        TelegramBotsLongPollingApplication application =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> thread, () -> watch);
        executor = thread;
        running = application;
        try {
            application.registerBot(settings.token(), wire::url, this::question, consumer);
        } catch (TelegramApiException e) {
            stop();
            throw Failure.of(e);
        }
    }

    private GetUpdates question(int last) {
        return GetUpdates.builder()
                .offset(last + 1)
                .limit(MOST_AT_ONCE)
                .timeout(watch.isQuick() ? 0 : (int) settings.times().poll().toSeconds())
                .allowedUpdates(UpdateReader.KINDS)
                .build();
    }

    /** Ends the poll that is under way. */
    void stop() {
        TelegramBotsLongPollingApplication application = running;
        ScheduledExecutorService thread = executor;
        if (application != null) {
            try {
                application.unregisterBot(settings.token());
            } catch (TelegramApiException e) {
                LOG.debug("The poller was not registered", e);
            }
        }
        http.dispatcher().cancelAll();
        if (thread != null) {
            thread.shutdownNow();
        }
        executor = null;
        running = null;
    }

    @Override
    public void close() {
        stop();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
