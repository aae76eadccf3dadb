package dev.bellwether.bot;

import dev.bellwether.bot.discord.DiscordFront;
import dev.bellwether.bot.discord.FakeDiscord;
import dev.bellwether.bot.telegram.FakeTelegram;
import dev.bellwether.bot.telegram.TelegramFront;
import dev.bellwether.bot.telegram.TelegramSettings;
import dev.bellwether.bot.telegram.TelegramStores;
import dev.bellwether.command.Group;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.deliver.InMemoryFrontNotes;
import dev.bellwether.deliver.InMemoryInbox;
import dev.bellwether.deliver.InMemoryLeases;
import dev.bellwether.deliver.Pace;
import dev.bellwether.talk.Chats;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * From a command on the wire to its answer on the wire, through the real clients and against our own servers, beside the least bot that
 * the same client allows, in the same run. {@code ./bot bench wire}. No test: it measures, and judges nothing.
 */
public final class WireBench {
    private static final int WARM_UP = 600;
    private static final int MEASURED = 1_000;
    private static final long FIRST_CHAT = 1_000;

    private final PrintStream out;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bench-timer").factory());
    private final long begun = System.nanoTime();
    private final InstantSource clock = () -> Group.NOW.plusNanos(System.nanoTime() - begun);
    private final Delayer delayer = length -> {
        boolean _ = new CountDownLatch(1).await(Math.max(1, length.toMillis()), TimeUnit.MILLISECONDS);
    };

    private WireBench(PrintStream out) {
        this.out = out;
    }

    /** Prints a table. */
    public static void main(String[] none) throws Exception {
        WireBench bench = new WireBench(System.out);
        bench.out.println("| wire to wire | median | 99th percentile | ratio of medians | of 99th percentiles |");
        bench.out.println("|---|---|---|---|---|");
        bench.telegram();
        bench.discord();
        System.exit(0);
    }

    /** One question, answered when it returns. */
    @FunctionalInterface
    private interface Round {
        void go(int number);
    }

    private record Times(double median, double high) {}

    private void telegram() {
        Times echo;
        try (FakeTelegram telegram = FakeTelegram.start(clock);
                var _ = new dev.bellwether.bot.telegram.EchoBot(telegram)) {
            telegram.forgetful();
            echo = measured(i -> telegram.text(FIRST_CHAT + i % 50, "/about"));
            row("Telegram, echo bot", echo, echo);
        }
        try (FakeTelegram telegram = FakeTelegram.start(clock);
                TelegramFront front = telegramFront(telegram)) {
            telegram.forgetful();
            front.start();
            for (String command : new String[] {"/about", "/baba"}) {
                row("Telegram, " + command, measured(i -> telegram.text(FIRST_CHAT + i % 50, command)), echo);
            }
        }
    }

    private TelegramFront telegramFront(FakeTelegram telegram) {
        Chats chats = Chats.inMemory();
        return new TelegramFront(
                new TelegramSettings(FakeTelegram.TOKEN, telegram.api(), null),
                new FrontDesk(new Group(chats).registry(), chats, timer),
                new TelegramStores(
                        chats,
                        new InMemoryInbox(),
                        new InMemoryButtonStore(),
                        new InMemoryFrontNotes(),
                        new InMemoryLeases()),
                Pace.none(),
                delayer,
                clock);
    }

    private void discord() throws InterruptedException {
        Times echo;
        try (FakeDiscord discord = FakeDiscord.start();
                var _ = new dev.bellwether.bot.discord.EchoBot(discord)) {
            delayer.sleep(Duration.ofSeconds(2));
            echo = measured(i -> discord.slash("echo", Map.of("text", "hello")).awaitAnswer());
            row("Discord, echo bot", echo, echo);
        }
        try (FakeDiscord discord = FakeDiscord.start();
                DiscordFront front = discordFront(discord)) {
            front.start();
            while (!(front.state() instanceof FrontState.Up)) {
                delayer.sleep(Duration.ofMillis(50));
            }
            for (String command : new String[] {"about", "baba"}) {
                row(
                        "Discord, /" + command,
                        measured(i -> discord.slash(command, Map.of()).awaitAnswer()),
                        echo);
            }
        }
    }

    private DiscordFront discordFront(FakeDiscord discord) {
        Chats chats = Chats.inMemory();
        return new DiscordFront(
                discord.settings(),
                new FrontDesk(new Group(chats).registry(), chats, timer),
                chats,
                new InMemoryButtonStore(),
                new InMemoryFrontNotes(),
                Pace.none(),
                delayer,
                clock);
    }

    private static Times measured(Round round) {
        for (int i = 0; i < WARM_UP; i++) {
            round.go(i);
        }
        double[] millis = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long begin = System.nanoTime();
            round.go(i);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return new Times(millis[MEASURED / 2], millis[MEASURED * 99 / 100]);
    }

    private void row(String what, Times times, Times echo) {
        out.printf(
                Locale.ROOT,
                "| %s | %.2f ms | %.2f ms | %.1f | %.1f |%n",
                what,
                times.median(),
                times.high(),
                times.median() / echo.median(),
                times.high() / echo.high());
    }
}
