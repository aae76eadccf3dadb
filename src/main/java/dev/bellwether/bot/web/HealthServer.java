package dev.bellwether.bot.web;

import dev.bellwether.command.StatusPart;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Serves {@code /health} (is the process able to work: 200, or 503 when a part is down) and {@code /ready} (is it up: 200) as
 * plain text, one line for each part, for containers and for people with curl; {@code /metrics} for Prometheus.
 */
public final class HealthServer implements AutoCloseable {
    private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";
    private static final String PLAIN = "text/plain;charset=utf-8";

    private final Javalin server;

    private HealthServer(Javalin server) {
        this.server = server;
    }

    /**
     * Listens.
     *
     * @param port 0 for any free one
     * @param parts asked anew for each request
     * @throws PortTakenException if something else listens there, or the address is not one of this machine
     */
    public static HealthServer start(String host, int port, Supplier<List<StatusPart>> parts)
            throws PortTakenException {
        return start(host, port, parts, () -> "");
    }

    /**
     * Listens, and serves {@code /metrics} too.
     *
     * @param port 0 for any free one
     * @param parts asked anew for each request
     * @param metrics in Prometheus' text format; asked anew for each request
     * @throws PortTakenException if something else listens there, or the address is not one of this machine
     */
    public static HealthServer start(String host, int port, Supplier<List<StatusPart>> parts, Supplier<String> metrics)
            throws PortTakenException {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.get("/health", context -> health(context, parts.get()));
            config.routes.get("/ready", context -> context.result("ready\n"));
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
        StringBuilder text = new StringBuilder();
        for (StatusPart part : parts) {
            text.append(part.state().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(part.name())
                    .append(": ")
                    .append(part.text().replaceAll("\\R", " "))
                    .append('\n');
        }
        context.status(down ? 503 : 200).contentType(PLAIN).result(text.toString());
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
