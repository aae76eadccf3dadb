package dev.bellwether.bot.telegram;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The way to the Bot API: the client library over HTTP clients of our own that send each request once, many at a time, and end
 * with us. Thread-safe; calls block the (virtual) thread they are made on.
 */
final class Wire implements AutoCloseable {
    private static final int MOST_AT_ONCE = 256;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration CALL = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("telegram-http-", 0).factory());

    private final BasePath base;
    private final OkHttpClient http;
    private final TelegramClient client;

    Wire(TelegramSettings settings) {
        this.base = new BasePath(settings.api());
        this.http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .dispatcher(dispatcher())
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                .callTimeout(CALL)
                .addInterceptor(base)
                .addInterceptor(new HonestAnswers())
                .addNetworkInterceptor(new NeverAnswered.Marker())
                .build();
        this.client = new OkHttpTelegramClient(http, settings.token(), base.url());
    }

    private Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        return dispatcher;
    }

    /** A call of the client library that has begun. */
    @FunctionalInterface
    interface Call<T> {
        CompletableFuture<T> begin(TelegramClient client) throws TelegramApiException;
    }

    /** Calls once and waits for the answer. */
    <T> T ask(Call<T> call) throws Failure {
        try {
            return call.begin(client).get();
        } catch (ExecutionException e) {
            throw Failure.of(e.getCause() == null ? e : e.getCause());
        } catch (TelegramApiException e) {
            throw Failure.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.interrupted(e);
        }
    }

    /** Where the Bot API is, for the poller. */
    TelegramUrl url() {
        return base.url();
    }

    /** An HTTP client for one poller that waits as long as Telegram holds a poll open. */
    OkHttpClient forPolls(Duration poll, Interceptor listener) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .connectTimeout(CONNECT)
                .readTimeout(poll.plus(ANSWER))
                .callTimeout(poll.plus(CALL))
                .addInterceptor(base)
                .addInterceptor(listener)
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.connectionPool().evictAll();
    }
}
