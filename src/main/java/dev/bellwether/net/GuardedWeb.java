package dev.bellwether.net;

import dev.bellwether.net.Fetched.Cause;
import dev.bellwether.net.Fetched.Failed;
import dev.bellwether.talk.Line;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The one way out to the web.
 *
 * <p>It speaks http and https only, connects to public addresses only ({@link Addresses}, checked by {@link GuardedSockets}
 * on every connection), and gives up at the limits of {@link WebLimits}. It asks no proxy, keeps no cookies and no
 * connections, and repeats nothing by itself: when to try again is the caller's decision.
 *
 * <p>Redirects are followed by hand, so that each hop is checked, counted and remembered as permanent or not. A redirect from
 * https to http is refused: what was asked for with a seal would come without one. A name and password in the address are sent
 * as basic authentication, to the configured host only.
 *
 * <p>Safe for use by many threads. The limit of time does not cover the system's own resolver, which has limits of its own.
 */
public final class GuardedWeb implements Web, Streams, AutoCloseable {
    /** A stream on which nothing answers for so long is over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private final WebLimits limits;
    private final Headers headers;
    private final OkHttpClient client;
    private final OkHttpClient streaming;

    /** @param clock tells how far away a {@code Retry-After} date is */
    public GuardedWeb(WebLimits limits, InstantSource clock) {
        this.limits = limits;
        this.headers = new Headers(limits.userAgent(), clock);
        this.client = new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(new Addresses(limits.allow())))
                .proxy(Proxy.NO_PROXY)
                .dns(GuardedWeb::resolve)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(limits.connect())
                .readTimeout(limits.whole())
                .writeTimeout(limits.whole())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.streaming = client.newBuilder()
                .readTimeout(Duration.ZERO)
                .pingInterval(HEARTBEAT)
                .build();
    }

    @Override
    public Stream open(URI address, Stream.Listener listener) {
        return GuardedStream.open(streaming, address, limits.userAgent(), listener);
    }

    /** All addresses of a name; {@link GuardedSockets} decides about them. */
    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    @Override
    public Fetched get(Fetch fetch) {
        HttpUrl url = fetch.address().isOpaque() ? null : HttpUrl.get(fetch.address());
        if (url == null) {
            return new Failed(Cause.REFUSED, Line.say("fetch.scheme"), 0, null);
        }
        return follow(
                new Hop(url, url, 0, true),
                fetch,
                System.nanoTime() + limits.whole().toNanos());
    }

    private Fetched follow(Hop first, Fetch fetch, long deadline) {
        Hop hop = first;
        while (true) {
            Step step = step(hop, fetch, deadline);
            switch (step) {
                case Step.Done(Fetched fetched) -> {
                    return fetched;
                }
                case Step.Next(Hop next) -> hop = next;
            }
        }
    }

    private Step step(Hop hop, Fetch fetch, long deadline) {
        Request request = headers.request(hop, fetch);
        Call call = client.newCall(request);
        long left = deadline - System.nanoTime();
        call.timeout().timeout(Math.max(left, 1), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return hop.isRedirect(response)
                    ? hop.next(response, limits.maxRedirects())
                    : new Step.Done(read(hop, response));
        } catch (IOException e) {
            return new Step.Done(Failures.of(e, hop, limits));
        }
    }

    private Fetched read(Hop hop, Response response) throws IOException {
        Duration maxAge = headers.maxAge(response);
        if (response.code() == 304) {
            return new Fetched.NotModified(maxAge);
        }
        if (!response.isSuccessful()) {
            return Failures.of(response, hop, headers.retryAfter(response));
        }
        byte[] body = body(response);
        if (body == null) {
            Line message = Line.say("fetch.large", hop.host(), limits.maxBytes());
            return Failures.failed(Cause.TOO_LARGE, response.code(), message);
        }
        return new Fetched.Page(
                body,
                response.header("Content-Type"),
                hop.url().uri(),
                hop.movedTo(),
                headers.validator(response, "ETag"),
                headers.validator(response, "Last-Modified"),
                maxAge);
    }

    /** The decompressed body; null if it is too long, which is noticed before the rest of it is read. */
    private byte @Nullable [] body(Response response) throws IOException {
        if (response.body().contentLength() > limits.maxBytes()) {
            return null;
        }
        try (InputStream in = response.body().byteStream()) {
            byte[] body = in.readNBytes(limits.maxBytes() + 1);
            return body.length > limits.maxBytes() ? null : body;
        }
    }

    /** Ends what is under way. Later calls fail. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
