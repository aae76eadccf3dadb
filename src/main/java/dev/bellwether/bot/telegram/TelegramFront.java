package dev.bellwether.bot.telegram;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.bot.Front;
import dev.bellwether.bot.FrontDesk;
import dev.bellwether.bot.FrontState;
import dev.bellwether.bot.Webhook;
import dev.bellwether.command.StatusPart;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Sender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * The bot on Telegram. {@link #start} begins to connect; from then on a thread of its own looks after the connection every few
 * seconds, and nothing that happens to it leaves this front.
 */
public final class TelegramFront implements Front, Webhook {
    private static final int ROOM_IN_A_BUTTON = 64;

    /** The HTTP status of what is not there at the moment. */
    private static final int NOT_YET = 503;

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(8);

    private final TelegramSettings settings;
    private final FrontDesk desk;
    private final TelegramStores stores;
    private final Delayer delayer;
    private final InstantSource clock;
    private final Wire wire;
    private final Link link;
    private final ButtonCodes codes;
    private final TelegramRenderer renderer;
    private final Messenger messenger;
    private final TelegramSender sender;
    private final CommandLists lists;
    private final Connection connection;

    private volatile @Nullable Intake intake;
    private volatile @Nullable TelegramWebhook webhook;
    private @Nullable Thread guard;

    /**
     * @param pace for all that is sent to Telegram, by this front and by whoever uses its {@link #sender}
     * @param clock by which questions are answered and pauses are counted
     */
    public TelegramFront(
            TelegramSettings settings,
            FrontDesk desk,
            TelegramStores stores,
            Pace pace,
            Delayer delayer,
            InstantSource clock) {
        this.settings = settings;
        this.desk = desk;
        this.stores = stores;
        this.delayer = delayer;
        this.clock = clock;
        this.wire = new Wire(settings);
        this.link = new Link(clock);
        this.codes = new ButtonCodes(stores.buttons(), clock, ROOM_IN_A_BUTTON);
        this.renderer = new TelegramRenderer(codes);
        this.messenger = new Messenger(wire, pace, delayer, clock);
        this.sender = new TelegramSender(renderer, messenger);
        this.lists = new CommandLists(wire, desk.registry(), stores.notes(), settings.bot());
        this.connection = new Connection(settings, wire, stores.leases(), clock, link, new Beginning());
    }

    @Override
    public String name() {
        return Place.FRONT;
    }

    @Override
    public Sender sender() {
        return sender;
    }

    boolean isPolling() {
        return connection.isPolling();
    }

    /** Where the web server passes Telegram's calls on to; empty until connected, and always if no webhook is configured. */
    public Optional<TelegramWebhook> webhook() {
        return Optional.ofNullable(webhook);
    }

    /** Telegram repeats what comes before the front is connected. */
    @Override
    public int receive(@Nullable String secret, String body) {
        TelegramWebhook open = webhook;
        return open == null ? NOT_YET : open.handle(secret, body);
    }

    @Override
    public synchronized void start() {
        if (guard == null) {
            guard = Thread.ofVirtual().name("telegram-guard").start(this::lookAfter);
        }
    }

    private void lookAfter() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                connection.tick();
                delayer.sleep(untilNextLook());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the front is closed
        }
    }

    private Duration untilNextLook() {
        Duration usual = settings.times().guard();
        if (link.state() instanceof FrontState.Lost lost && lost.nextTry() != null) {
            Duration until = Duration.between(clock.instant(), lost.nextTry());
            Duration least = settings.times().firstPause();
            Duration wait = until.compareTo(least) > 0 ? until : least;
            return wait.compareTo(usual) < 0 ? wait : usual;
        }
        return usual;
    }

    @Override
    public FrontState state() {
        return link.state();
    }

    @Override
    public List<StatusPart> check() {
        return new TelegramCheck(settings, wire, lists).run();
    }

    @Override
    public synchronized void close() {
        if (guard != null) {
            guard.interrupt();
            try {
                guard.join(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        connection.close();
        Intake taker = intake;
        if (taker != null) {
            taker.close(PATIENCE_AT_THE_END);
        }
        wire.close();
    }

    /** Puts together what needs the bot's name. */
    private final class Beginning implements Connection.Listeners {
        @Override
        public Intake listen(User me) {
            String name = me.getUserName();
            Addressed addressed = new Addressed(desk.registry(), name);
            AnswerPath path = new AnswerPath(messenger, stores.chats(), delayer, clock, settings.times());
            TelegramGate gate = new TelegramGate(
                    new TelegramGate.Tools(
                            wire,
                            desk,
                            stores.chats(),
                            codes,
                            new ChatReply.Out(path, renderer, name),
                            addressed,
                            new Admins(wire, clock),
                            new InlineAnswers(wire, desk, renderer, addressed, clock),
                            delayer,
                            clock),
                    settings.times().patience());
            Intake taker = new Intake(stores.inbox(), gate, delayer, clock);
            taker.resume();
            intake = taker;
            if (settings.webhook() != null) {
                webhook = new TelegramWebhook(settings.webhook().secret(), taker);
            }
            return taker;
        }

        @Override
        public void writeCommands() throws Failure {
            lists.write();
        }
    }
}
