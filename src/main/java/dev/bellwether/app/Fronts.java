package dev.bellwether.app;

import dev.bellwether.bot.Front;
import dev.bellwether.bot.FrontState;
import dev.bellwether.bot.Webhook;
import dev.bellwether.command.StatusPart;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Way;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fronts, each for itself: one that can't be made or started is said to be stopped, and the others go on. Closed in reverse
 * order.
 */
final class Fronts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fronts.class);

    /** The service is not there at the moment; Telegram asks again. */
    private static final int UNAVAILABLE = 503;

    /**
     * How one front is made.
     *
     * @param name as in {@link Front#name}
     * @param pace what its platform allows, for answers and pushes together
     * @param make makes it; may throw
     */
    record Plan(String name, Pace pace, Supplier<Front> make) {}

    private final List<Plan> plans;
    private final InstantSource clock;
    private final List<RunningFront> running = new CopyOnWriteArrayList<>();

    /** @param plans of the fronts that the settings ask for; empty if nobody but this machine is to reach the bot */
    Fronts(List<Plan> plans, InstantSource clock) {
        this.plans = List.copyOf(plans);
        this.clock = clock;
    }

    /** Makes and starts each; returns at once. To be called once. */
    void start() {
        plans.forEach(plan -> running.add(start(plan)));
    }

    private RunningFront start(Plan plan) {
        Front front = null;
        try {
            front = plan.make().get();
            front.start();
            return new RunningFront(plan.name(), front, null);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The front {} could not be started", plan.name(), e);
            FrontState.Stopped stopped =
                    new FrontState.Stopped(clock.instant(), "it could not be started: " + FrontText.oneLine(e));
            return new RunningFront(plan.name(), front, stopped);
        }
    }

    /** The ways out of the fronts that could be made, for what is pushed. */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            Front front = running.get(i).front();
            if (front != null) {
                ways.add(new Way(front.sender(), plans.get(i).pace()));
            }
        }
        return ways;
    }

    /** Says in a line what changed with each front since the last time. */
    synchronized void announce(Consumer<String> announcer) {
        for (RunningFront front : running) {
            front.news().ifPresent(line -> {
                LOG.info(line);
                announcer.accept(line);
            });
        }
    }

    /** How each is, for {@code /status} and the health pages. */
    List<StatusPart> parts() {
        boolean anyAlive = running.stream().anyMatch(front -> !(front.state() instanceof FrontState.Stopped));
        return running.stream()
                .map(front -> FrontText.part(front.name(), front.state(), clock.instant(), anyAlive))
                .toList();
    }

    /** Asks each platform once, without starting anything; what can't be asked is down. */
    List<StatusPart> check() {
        List<StatusPart> parts = new ArrayList<>();
        for (Plan plan : plans) {
            try (Front front = plan.make().get()) {
                parts.addAll(front.check());
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The front {} could not be checked", plan.name(), e);
                parts.add(StatusPart.down(FrontText.title(plan.name()), FrontText.oneLine(e)));
            }
        }
        return parts;
    }

    /** Hands a platform's call to the front that takes such calls. */
    int receive(@Nullable String secret, String body) {
        return webhook().map(webhook -> webhook.receive(secret, body)).orElse(UNAVAILABLE);
    }

    private Optional<Webhook> webhook() {
        return running.stream()
                .map(RunningFront::front)
                .filter(front -> front instanceof Webhook)
                .map(front -> (Webhook) front)
                .findFirst();
    }

    /** Closes each, whatever the others do; what goes wrong is logged, since nothing is left to be done about it. */
    @Override
    public void close() {
        for (RunningFront one : running.reversed()) {
            Front front = one.front();
            if (front == null) {
                continue;
            }
            try {
                front.close();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The front {} could not be closed", one.name(), e);
            }
        }
        running.clear();
    }
}
