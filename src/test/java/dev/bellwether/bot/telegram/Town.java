package dev.bellwether.bot.telegram;

import dev.bellwether.bot.FrontDesk;
import dev.bellwether.bot.FrontState;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.Group;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.deliver.InMemoryFrontNotes;
import dev.bellwether.deliver.InMemoryInbox;
import dev.bellwether.deliver.InMemoryLeases;
import dev.bellwether.deliver.Inbox;
import dev.bellwether.deliver.Pace;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The bot with all commands, on a Telegram of its own. Times are short, and what one start keeps the next one finds. */
final class Town implements AutoCloseable {
    static final long ANN = 7;
    static final long GROUP = -1_001;
    static final long CHANNEL = -2_000_000_001L;

    static final TelegramSettings.Times QUICK = new TelegramSettings.Times(
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofSeconds(20),
            Duration.ofMillis(20));

    final FlowingClock clock = new FlowingClock(Group.NOW);
    final FakeTelegram telegram = FakeTelegram.start(clock);
    final NotedChats chats = new NotedChats();
    final InMemoryButtonStore buttons = new InMemoryButtonStore();
    final InMemoryFrontNotes notes = new InMemoryFrontNotes();
    final InMemoryLeases leases = new InMemoryLeases();

    Inbox inbox = new InMemoryInbox();
    Pace pace = Pace.none();
    TelegramSettings.Times times = QUICK;
    String token = FakeTelegram.TOKEN;
    URI api = telegram.api();
    TelegramSettings.@Nullable Webhook webhook;

    private final List<Command> more = new ArrayList<>();
    private final List<TelegramFront> fronts = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /** Waits on what never happens: sleeping is for production. */
    static final Delayer DELAYER = length -> {
        boolean _ = new CountDownLatch(1).await(Math.max(1, length.toMillis()), TimeUnit.MILLISECONDS);
    };

    Town with(Command command) {
        more.add(command);
        return this;
    }

    /** A front that is not started. */
    TelegramFront front() {
        CommandRegistry registry = new Group().registry();
        more.forEach(registry::add);
        TelegramFront front = new TelegramFront(
                new TelegramSettings(token, api, webhook, times),
                new FrontDesk(registry, chats, timer),
                new TelegramStores(chats, inbox, buttons, notes, leases),
                pace,
                DELAYER,
                clock);
        fronts.add(front);
        return front;
    }

    /** Of the right to poll with this town's token. */
    String leaseName() {
        return Connection.leaseName(token);
    }

    /** A front that is connected. */
    TelegramFront open() {
        TelegramFront front = front();
        front.start();
        await(() -> front.state() instanceof FrontState.Up);
        return front;
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }

    /** Everything was as Telegram's contract says. */
    void noViolations() {
        Assertions.assertThat(telegram.violations()).isEmpty();
    }

    @Override
    public void close() {
        fronts.forEach(TelegramFront::close);
        telegram.close();
        timer.shutdownNow();
    }
}
