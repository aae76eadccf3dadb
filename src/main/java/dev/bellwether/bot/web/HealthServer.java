package dev.bellwether.bot.web;

import dev.bellwether.bot.Webhook;
import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Voice;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code /health} (is the process able to work: 200, or 503 when a part is down) and {@code /ready} (is it up: 200) as
 * plain text, one line for each part, for containers and for people with curl; {@code /metrics} for Prometheus. Where Telegram is to
 * call the bot, it takes those calls too.
 */
public final class HealthServer implements AutoCloseable {
    private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";
    private static final String PLAIN = "text/plain;charset=utf-8";

    /** Far more than any update of Telegram has. */
    private static final int LARGEST_BODY = 1_000_000;

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final Javalin server;

    private HealthServer(Javalin server) {
        this.server = server;
    }

    /**
     * Where Telegram's calls go.
     *
     * @param name the calls come to {@code POST /telegram/<name>}
     * @param webhook takes them
     */
    public record Route(String name, Webhook webhook) {}

    /** Listens, for health alone. */
    public static HealthServer start(String host, int port, Supplier<List<StatusPart>> parts)
            throws PortTakenException {
        return start(host, port, parts, () -> "", null);
    }

    /**
     * Listens, and serves {@code /metrics} too.
     *
     * @param port 0 for any free one
     * @param parts asked anew for each request
     * @param metrics in Prometheus' text format; asked anew for each request
     * @param telegram null if Telegram is not to call
     * @throws PortTakenException if something else listens there, or the address is not one of this machine
     */
    public static HealthServer start(
            String host, int port, Supplier<List<StatusPart>> parts, Supplier<String> metrics, @Nullable Route telegram)
            throws PortTakenException {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.get("/health", context -> health(context, parts.get()));
            config.routes.get("/ready", context -> context.result("ready\n"));
            if (telegram != null) {
                config.routes.post("/telegram/" + telegram.name(), context -> receive(context, telegram.webhook()));
            }
            config.routes.get(
                    "/metrics", context -> context.contentType(PROMETHEUS).result(metrics.get()));
        });
        try {
            server.start(host, port);
        } catch (JavalinBindException e) {
            server.stop();
            throw new PortTakenException(host, port, e);
        }
        return new HealthServer(server);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    private static void health(Context context, List<StatusPart> parts) {
        boolean down = parts.stream().anyMatch(part -> part.state() == StatusPart.State.DOWN);
        Voice english = Voice.english();
        StringBuilder text = new StringBuilder();
        for (StatusPart part : parts) {
            text.append(part.state().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(english.plain(part.name()))
                    .append(": ")
                    .append(english.plain(part.text()).replaceAll("\\R", " "))
                    .append('\n');
        }
        context.status(down ? 503 : 200).contentType(PLAIN).result(text.toString());
    }

    /** Counts itself how long a body is: a call need not say so beforehand. */
    private static void receive(Context context, Webhook webhook) throws IOException {
        byte[] body = context.bodyInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            context.status(413);
            return;
        }
        context.status(webhook.receive(context.header(SECRET_HEADER), new String(body, StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The address can't be listened on. */
    public static final class PortTakenException extends Exception {
        PortTakenException(String host, int port, Throwable cause) {
            super("can't listen on " + host + ":" + port, cause);
        }
    }
}
