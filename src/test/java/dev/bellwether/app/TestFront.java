package dev.bellwether.app;

import dev.bellwether.bot.Front;
import dev.bellwether.bot.FrontState;
import dev.bellwether.bot.Webhook;
import dev.bellwether.command.StatusPart;
import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A front that is as a test says, and notes what is done with it. */
final class TestFront implements Front, Webhook {
    private final String name;
    private final List<String> log;
    volatile FrontState state = new FrontState.Connecting(Instant.parse("2026-01-05T08:00:00Z"));
    boolean failsToStart;
    boolean failsToClose;
    boolean failsToTell;

    TestFront(String name, List<String> log) {
        this.name = name;
        this.log = log;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        log.add("start " + name);
        if (failsToStart) {
            throw new IllegalStateException("no start\nsecond line");
        }
    }

    @Override
    public FrontState state() {
        if (failsToTell) {
            throw new IllegalStateException("no idea");
        }
        return state;
    }

    @Override
    public Sender sender() {
        return new Sender() {
            @Override
            public String front() {
                return name;
            }

            @Override
            public Outcome send(Envelope envelope, Progress progress) {
                return new Outcome.Retry(Duration.ZERO, "a front for tests sends nothing", false);
            }
        };
    }

    @Override
    public List<StatusPart> check() {
        log.add("check " + name);
        return List.of(StatusPart.ok(name, "token valid"), StatusPart.trouble(name, "2 commands missing"));
    }

    @Override
    public int receive(@Nullable String secret, String body) {
        log.add(secret + " " + body);
        return 200;
    }

    @Override
    public void close() {
        log.add("close " + name);
        if (failsToClose) {
            throw new IllegalStateException("no close");
        }
    }
}
