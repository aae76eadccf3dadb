package dev.bellwether.deliver;

import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Age;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How delivery is, in words and in numbers. */
final class DeliveryStatus {
    /** The store is asked at most this often, however many ask for metrics. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Journal journal;
    private final List<Dispatcher> dispatchers;
    private final List<Loop> loops;
    private final JumpWatch jumps;
    private final InstantSource clock;
    private Journal.@Nullable Totals totals;
    private Instant asked = Instant.MIN;

    DeliveryStatus(
            Journal journal, List<Dispatcher> dispatchers, List<Loop> loops, JumpWatch jumps, InstantSource clock) {
        this.journal = journal;
        this.dispatchers = dispatchers;
        this.loops = loops;
        this.jumps = jumps;
        this.clock = clock;
    }

    List<StatusPart> parts() {
        List<StatusPart> parts = new ArrayList<>();
        parts.add(whole());
        for (Dispatcher dispatcher : dispatchers) {
            Instant since = dispatcher.brake().since();
            if (since != null) {
                parts.add(StatusPart.trouble(
                        Line.say("delivery.status.name.front", dispatcher.front()),
                        Line.say(
                                "delivery.status.braked",
                                ago(since),
                                dispatcher.brake().why())));
            }
        }
        return parts;
    }

    private StatusPart whole() {
        Line name = Line.say("delivery.status.name");
        for (Loop loop : loops) {
            Loop.Failure failure = loop.failure();
            if (failure != null) {
                return StatusPart.down(name, Line.say("delivery.status.stuck", ago(failure.since()), failure.what()));
            }
        }
        Journal.Totals now;
        try {
            now = journal.totals(clock.instant());
        } catch (RuntimeException e) {
            return StatusPart.down(name, Line.of(String.valueOf(e.getMessage())));
        }
        Line line = Line.count("delivery.status.waiting", now.waiting());
        if (now.unexpanded() > 0) {
            line = line.text("; ").then(Line.count("delivery.status.unexpanded", now.unexpanded()));
        }
        if (now.oldest() != null) {
            line = line.text("; ").then(Line.say("delivery.status.oldest", ago(now.oldest())));
        }
        line = line.text("; ").then(lastHour(now));
        line = line.text("; ").then(Line.count("delivery.status.retired", now.retiredChats()));
        Duration jump = jumps.recent();
        return jump == null
                ? StatusPart.ok(name, line)
                : StatusPart.trouble(
                        name,
                        Line.say("delivery.status.jumped", Age.of(jump.abs()))
                                .text("; ")
                                .then(line));
    }

    private static Line lastHour(Journal.Totals now) {
        long failed =
                now.lastHour(Change.End.DEAD) + now.lastHour(Change.End.REFUSED) + now.lastHour(Change.End.UNSURE);
        return Line.say(
                "delivery.status.hour", now.lastHour(Change.End.SENT), failed, now.lastHour(Change.End.EXPIRED));
    }

    private Line ago(Instant moment) {
        return Age.of(Duration.between(moment, clock.instant()));
    }

    void register(Metrics metrics) {
        metrics.gauge("waiting", "Envelopes to be sent", () -> number(Journal.Totals::waiting));
        metrics.gauge(
                "unexpanded", "Notices of which not all envelopes are made", () -> number(Journal.Totals::unexpanded));
        metrics.gauge("retired.chats", "Chats that can't be reached", () -> number(Journal.Totals::retiredChats));
        metrics.gauge(
                "oldest.seconds",
                "Age of the notice that waits longest",
                () -> number(each -> each.oldest() == null
                        ? 0
                        : Duration.between(each.oldest(), clock.instant()).toSeconds()));
        for (Dispatcher dispatcher : dispatchers) {
            metrics.gauge("in.flight", "Calls under way", dispatcher.front(), dispatcher::inFlight);
            metrics.gauge(
                    "braked",
                    "1 while the platform does not answer",
                    dispatcher.front(),
                    () -> dispatcher.brake().since() == null ? 0 : 1);
        }
    }

    /** Not a number while the store fails: Prometheus shows a gap. */
    private Number number(ToLongFunction<Journal.Totals> which) {
        try {
            return which.applyAsLong(totals());
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    private synchronized Journal.Totals totals() {
        Instant now = clock.instant();
        Journal.Totals known = totals;
        if (known == null || now.isBefore(asked) || Duration.between(asked, now).compareTo(FRESH) > 0) {
            known = journal.totals(now);
            totals = known;
            asked = now;
        }
        return known;
    }
}
