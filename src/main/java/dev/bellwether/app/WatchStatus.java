package dev.bellwether.app;

import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.run.WatchState;
import java.time.Instant;

/** How the watch is doing, in a sentence. Safe for threads. */
final class WatchStatus {
    private static final Line NAME = Line.say("watching.name");

    private volatile StatusPart part = StatusPart.ok(NAME, Line.say("watching.starting"));

    StatusPart part() {
        return part;
    }

    void well(WatchState state) {
        part = state.listings() == 0
                ? StatusPart.ok(NAME, Line.say("watching.nothing"))
                : state.waiting() == 0
                        ? StatusPart.ok(NAME, sentence(state))
                        : StatusPart.trouble(
                                NAME,
                                sentence(state)
                                        .then(Line.say(
                                                "watching.waiting", Line.count("watching.listings", state.waiting()))));
    }

    private static Line sentence(WatchState state) {
        Line line = Line.say(
                "watching.state",
                Line.count("watching.listings", state.listings()),
                Line.count("watching.alerts", state.alerts()));
        Instant looked = state.looked();
        if (looked != null) {
            line = line.then(Line.say("watching.looked", new Value.Moment(looked)));
        }
        Instant next = state.next();
        if (next != null) {
            line = line.then(Line.say("watching.next", new Value.Moment(next)));
        }
        return state.doubtful().isEmpty()
                ? line
                : line.then(Line.say(
                        "watching.doubtful",
                        Line.joined(
                                "value.comma",
                                state.doubtful().stream().map(Line::of).toList())));
    }

    void elsewhere() {
        part = StatusPart.ok(NAME, Line.say("watching.elsewhere"));
    }

    void failed(Instant at, String why) {
        part = StatusPart.trouble(NAME, Line.say("watching.failing", new Value.Moment(at), why));
    }
}
