package dev.bellwether.app;

import dev.bellwether.bot.FrontState;
import dev.bellwether.command.StatusPart;
import dev.bellwether.fact.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a front is, in words. Without secrets, whatever a client library put into its messages. */
final class FrontText {
    /** Platforms and networks hiccup: a front that is back within a minute was no trouble. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FrontText() {}

    /** Such as Discord. */
    static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** @param anyAlive whether some front has not given up: then the bot can still work, and a restart would only disturb it */
    static StatusPart part(String name, FrontState state, Instant now, boolean anyAlive) {
        String title = title(name);
        boolean late = Duration.between(state.since(), now).compareTo(PATIENCE) > 0;
        return switch (state) {
            case FrontState.Up up -> StatusPart.ok(title, "connected as " + up.bot() + since(up, now));
            case FrontState.Connecting connecting -> {
                String text = "connecting" + since(connecting, now);
                yield late ? StatusPart.trouble(title, text) : StatusPart.ok(title, text);
            }
            case FrontState.Lost lost -> {
                String text =
                        "not connected" + since(lost, now) + ": " + Logs.masked(lost.why()) + next(lost.nextTry(), now);
                yield late ? StatusPart.trouble(title, text) : StatusPart.ok(title, text);
            }
            case FrontState.Stopped stopped -> {
                String text = "stopped: " + Logs.masked(stopped.why());
                yield anyAlive ? StatusPart.trouble(title, text) : StatusPart.down(title, text);
            }
        };
    }

    private static String since(FrontState state, Instant now) {
        return " since " + MOMENT.format(state.since()) + " ("
                + DurationText.shortly(Duration.between(state.since(), now)) + ")";
    }

    private static String next(@Nullable Instant moment, Instant now) {
        if (moment == null) {
            return "";
        }
        long seconds = Math.max(0, Duration.between(now, moment).toSeconds());
        return "; next try in " + (seconds < 120 ? seconds + " s" : DurationText.shortly(Duration.ofSeconds(seconds)));
    }

    /** One line that says what is new. */
    static String news(String name, FrontState state) {
        return title(name)
                + switch (state) {
                    case FrontState.Up up -> " is connected as " + up.bot() + ".";
                    case FrontState.Connecting _ -> " connects again.";
                    case FrontState.Lost lost -> " lost its connection and keeps trying: " + Logs.masked(lost.why());
                    case FrontState.Stopped stopped -> " stopped: " + Logs.masked(stopped.why());
                };
    }

    /** What an exception says, without its secrets and its details. */
    static String oneLine(Throwable failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return Logs.masked(failure.getClass().getSimpleName() + ", " + message + "; the log has more");
    }
}
