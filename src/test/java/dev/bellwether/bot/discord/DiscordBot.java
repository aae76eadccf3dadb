package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.bot.FrontDesk;
import dev.bellwether.bot.FrontState;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.Group;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.deliver.InMemoryFrontNotes;
import dev.bellwether.deliver.Pace;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A whole bot on a fake Discord: the front with all commands of the test group and some of its own. */
final class DiscordBot implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(30);
    static final ChatId CHANNEL = new ChatId("discord", FakeWorld.CHANNEL);

    final FakeDiscord discord;
    final AtomicReference<Instant> now = new AtomicReference<>(Group.NOW);
    final QuickDelayer delayer = new QuickDelayer();
    final SlowChats chats = new SlowChats();
    final InMemoryButtonStore buttons;
    final InMemoryFrontNotes notes;
    final CountDownLatch slow = new CountDownLatch(1);

    /** Answers the chat with whatever a test gives it. */
    final TestCommand say = TestCommand.named("say", Answer.Reach.CHAT, ask -> Answer.of(card("said")));

    /** Waits until {@link #slow} is counted down. */
    final TestCommand wait = TestCommand.named("wait", Answer.Reach.CHAT, ask -> Answer.of(late()));

    /** Answers its asker alone. */
    final TestCommand mine = TestCommand.named("mine", Answer.Reach.ASKER, ask -> Answer.privately(card("yours")));

    final CommandRegistry registry =
            new Group(chats).registry().add(say).add(wait).add(mine);
    final DiscordFront front;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("test-timer").factory());

    DiscordBot(FakeDiscord discord) {
        this(discord, discord.settings(), new InMemoryButtonStore(), new InMemoryFrontNotes());
    }

    DiscordBot(FakeDiscord discord, DiscordSettings settings, InMemoryButtonStore buttons, InMemoryFrontNotes notes) {
        this.discord = discord;
        this.buttons = buttons;
        this.notes = notes;
        this.front = new DiscordFront(
                settings, new FrontDesk(registry, chats, timer), chats, buttons, notes, Pace.none(), delayer, now::get);
    }

    /** The same bot started anew, on what the first one kept. */
    DiscordBot again() {
        return new DiscordBot(discord, discord.settings(), buttons, notes);
    }

    /** Starts it and waits until it is connected and its commands are known. */
    DiscordBot up() {
        front.start();
        awaitUp();
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(discord.calls("GET", "/applications/\\d+/commands"))
                        .isPositive());
        return this;
    }

    void awaitUp() {
        await().atMost(LONGEST).untilAsserted(() -> assertThat(front.state()).isInstanceOf(FrontState.Up.class));
    }

    static Card card(String text) {
        return Card.titled("A card", Group.NOW).paragraph(text).build();
    }

    private Card late() {
        try {
            if (!slow.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return card("at last");
    }

    @Override
    public void close() {
        slow.countDown();
        front.close();
        timer.shutdownNow();
    }
}
