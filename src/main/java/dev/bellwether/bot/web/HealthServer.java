package dev.bellwether.bot.web;

import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Voice;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Serves {@code /health} (is the process able to work: 200, or 503 when a part is down) and {@code /ready} (is it up: 200) as
 * plain text, one line for each part, for containers and for people with curl.
 */
public final class HealthServer implements AutoCloseable {
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
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.get("/health", context -> health(context, parts.get()));
            config.routes.get("/ready", context -> context.result("ready\n"));
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
