package dev.bellwether.app;

import dev.bellwether.bot.FrontState;
import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Age;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a front is, in words. Without secrets, whatever a client library put into its messages. */
final class FrontText {
    /** Platforms and networks hiccup: a front that is back within a minute was no trouble. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private FrontText() {}

    /** Such as Discord. */
    static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** @param anyAlive whether some front has not given up: then the bot can still work, and a restart would only disturb it */
    static StatusPart part(String name, FrontState state, Instant now, boolean anyAlive) {
        Line title = Line.of(title(name));
        boolean late = Duration.between(state.since(), now).compareTo(PATIENCE) > 0;
        return switch (state) {
            case FrontState.Up up -> StatusPart.ok(title, Line.say("connection.up", up.bot(), since(up), age(up, now)));
            case FrontState.Connecting connecting ->
                part(title, Line.say("connection.connecting", since(connecting), age(connecting, now)), late);
            case FrontState.Lost lost -> {
                Line text = Line.say("connection.lost", since(lost), age(lost, now), Logs.masked(lost.why()));
                yield part(title, text.then(next(lost.nextTry(), now)), late);
            }
            case FrontState.Stopped stopped -> {
                Line text = Line.say("connection.stopped", Logs.masked(stopped.why()));
                yield anyAlive ? StatusPart.trouble(title, text) : StatusPart.down(title, text);
            }
        };
    }

    private static StatusPart part(Line title, Line text, boolean late) {
        return late ? StatusPart.trouble(title, text) : StatusPart.ok(title, text);
    }

    private static Value since(FrontState state) {
        return new Value.Moment(state.since());
    }

    private static Line age(FrontState state, Instant now) {
        return Age.of(Duration.between(state.since(), now));
    }

    private static Line next(@Nullable Instant moment, Instant now) {
        if (moment == null) {
            return Line.empty();
        }
        long seconds = Math.max(0, Duration.between(now, moment).toSeconds());
        return seconds < 120
                ? Line.say("connection.next.seconds", seconds)
                : Line.say("connection.next", Age.of(Duration.ofSeconds(seconds)));
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
