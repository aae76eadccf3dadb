package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.bot.console.Prompt;
import dev.bellwether.bot.console.TerminalSender;
import dev.bellwether.bot.web.HealthServer;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Way;
import dev.bellwether.store.StoreException;
import java.io.Console;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running bot: opens the house, serves health, starts the fronts, polls feeds, and gives a prompt if there is a terminal; else it stays until
 * it is stopped. Everything is closed in the reverse order.
 */
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int TICK_SECONDS = 5;
    private static final int STOP_SECONDS = 20;

    private final Config config;
    private final CountDownLatch closed = new CountDownLatch(1);

    Runner(Config config) {
        this.config = config;
    }

    /** Runs until the person leaves or the process is stopped; gives the exit code. */
    int run() throws Trouble {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        if (terminal) {
            Logs.toFile(config.data());
        } else {
            Logs.toStandardError();
        }
        InstantSource clock = config.mode() == Mode.SAMPLE ? Clocks.sample(Clocks.real()) : Clocks.real();
        try (House house = open(config, clock, House.Purpose.STAY);
                HealthServer server = serve(house)) {
            if (terminal) {
                explain(house);
            }
            System.out.print(Welcome.text(config, server.port()));
            System.out.flush();
            work(house, terminal);
        } finally {
            closed.countDown();
        }
        return 0;
    }

    /** A store that can't say whether it was explained before is no reason not to start. */
    private void explain(House house) {
        try {
            new FirstStart(config, house.notes()).explain(System.out, Runner::line);
        } catch (StoreException e) {
            LOG.warn("Could not note that the tokens were explained", e);
        }
    }

    private static @Nullable String line() {
        return Optional.ofNullable(System.console()).map(Console::readLine).orElse(null);
    }

    private void work(House house, boolean terminal) throws Trouble {
        Supplier<CardText> text = () -> new CardText(house.desk().voice(Prompt.CHAT, null), Paint.COLOUR);
        Prompt prompt =
                new Prompt(house.registry(), text, house.clock(), config.data().resolve("history"));
        Consumer<String> announcer = terminal ? prompt::say : Runner::say;
        house.openUp(terminal ? List.of(new Way(new TerminalSender(prompt::say, text), Pace.none())) : List.of());
        try (ScheduledExecutorService ticks = ticks(house, announcer)) {
            try {
                stay(prompt, terminal);
            } finally {
                ticks.shutdownNow();
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** @throws Trouble if the database or the data folder can't be used */
    static House open(Config config, InstantSource clock, House.Purpose purpose) throws Trouble {
        try {
            return new House(config, clock, purpose);
        } catch (StoreException e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        }
    }

    private HealthServer serve(House house) throws Trouble {
        Config.Web web = config.fronts().web();
        try {
            return HealthServer.start(
                    web.host(), web.port(), house::health, house.metrics()::scrape, house.telegramRoute());
        } catch (HealthServer.PortTakenException e) {
            Config.Web other = new Config.Web(web.host(), web.port() + 1);
            throw new Trouble(
                    "something else listens on " + web + " already. Stop it, or type: BELLWETHER_WEB_ADDRESS=" + other
                            + " ./bot",
                    e);
        }
    }

    private static ScheduledExecutorService ticks(House house, Consumer<String> announcer) {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("ticks").daemon().factory());
        var _ = ticks.scheduleWithFixedDelay(() -> tick(house, announcer), 0, TICK_SECONDS, TimeUnit.SECONDS);
        return ticks;
    }

    /** A tick that fails is logged and the next one comes: an executor drops a task that throws. */
    private static void tick(House house, Consumer<String> announcer) {
        try {
            house.fronts().announce(announcer);
            house.tick();
        } catch (RuntimeException e) {
            LOG.error("A tick failed; it goes on with the next one", e);
        }
    }

    private void stay(Prompt prompt, boolean terminal) throws Trouble {
        if (!terminal) {
            untilStopped();
            return;
        }
        try {
            prompt.run();
        } catch (IOException e) {
            throw new Trouble("the terminal can't be opened; type ./bot </dev/null to run without one", e);
        }
    }

    private void untilStopped() {
        CountDownLatch stopping = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    stopping.countDown();
                    await(closed);
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        untilTold(stopping);
    }

    private static void untilTold(CountDownLatch stopping) {
        try {
            stopping.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the main thread time to close everything before the process ends. */
    private static void await(CountDownLatch latch) {
        try {
            var _ = latch.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
