package dev.bellwether.bot.discord;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.bot.Front;
import dev.bellwether.bot.FrontDesk;
import dev.bellwether.bot.FrontState;
import dev.bellwether.command.Command;
import dev.bellwether.command.StatusPart;
import dev.bellwether.deliver.ButtonStore;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.FrontNotes;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Chats;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot on Discord. Connects on a thread of its own and tries again after growing pauses, for ever, unless Discord refuses the
 * token or what the bot is; whatever happens stays in here and is told by {@link #state}.
 */
public final class DiscordFront implements Front {
    /** Its name in {@link dev.bellwether.talk.ChatId#front}. */
    public static final String NAME = "discord";

    private static final Logger LOG = LoggerFactory.getLogger(DiscordFront.class);

    /** How long {@link #close} waits for answers that are under way; the rest of its ten seconds is for the connection. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(4);

    private final DiscordSettings settings;
    private final FrontDesk desk;
    private final Delayer delayer;
    private final Life life;
    private final GuildBook guilds;
    private final Registration registration;
    private final Underway underway;
    private final DiscordGate gate;
    private final DiscordSender sender;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("discord-deadline").factory());
    private final ReentrantLock changing = new ReentrantLock();
    private volatile @Nullable Connection connection;
    private volatile @Nullable Thread starting;
    private volatile boolean closed;

    /**
     * A front that is not yet started.
     *
     * @param desk answers
     * @param chats retired when the bot is put out of a server
     * @param buttons keeps commands that are too long for a button
     * @param notes keeps which commands Discord knows, and which chat is in which server
     * @param pace the fifty requests a second that Discord allows; answers to interactions do not count
     * @param delayer waits between tries
     */
    public DiscordFront(
            DiscordSettings settings,
            FrontDesk desk,
            Chats chats,
            ButtonStore buttons,
            FrontNotes notes,
            Pace pace,
            Delayer delayer,
            InstantSource clock) {
        this.settings = settings;
        this.desk = desk;
        this.delayer = delayer;
        this.life = new Life(clock);
        this.guilds = new GuildBook(notes, chats, clock);
        this.registration = new Registration(notes);
        ButtonCodes codes = new ButtonCodes(buttons, clock, Limits.CUSTOM_ID);
        DiscordRenderer renderer = new DiscordRenderer(codes);
        Calls calls = new Calls(this::shard);
        this.underway =
                new Underway(timer, calls, new Patience(delayer), renderer, new LastResort(calls, pace, delayer));
        this.sender = new DiscordSender(calls, renderer, pace, delayer, this::takesEmbeds);
        this.gate = new DiscordGate(
                desk,
                codes,
                clock,
                underway,
                guilds,
                settings.managerRole(),
                (chat, message) -> new TaggedReply(sender, pace, delayer, chat, message));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sender sender() {
        return sender;
    }

    @Override
    public void start() {
        EnumSet<Message.MentionType> nobody = EnumSet.noneOf(Message.MentionType.class);
        MessageRequest.setDefaultMentions(nobody); // JDA's default would call @everyone
        MessageRequest.setDefaultMentionRepliedUser(false);
        connectAside();
    }

    private void connectAside() {
        changing.lock();
        try {
            Thread before = starting;
            if (!closed && (before == null || !before.isAlive() || before.equals(Thread.currentThread()))) {
                starting = Thread.ofVirtual().name("discord-start").start(this::connect);
            }
        } finally {
            changing.unlock();
        }
    }

    /** Tries until it works, or until trying again would change nothing. */
    private void connect() {
        for (int failures = 1; !closed; failures++) {
            try {
                ShardQueue queue = new ShardQueue(delayer, settings.gateway(), life::lost);
                Sessions sessions = new Sessions(life, guilds, this::register, this::ended);
                keep(Connection.open(settings, queue, List.of(sessions, gate)));
                return;
            } catch (RuntimeException e) {
                Duration pause = Pauses.after(failures);
                if (isTokenRefused(e)) {
                    stop(CloseCodes.WRONG_TOKEN);
                } else {
                    life.lost("Discord can't be reached: " + why(e), pause);
                    LOG.warn("Discord can't be reached, next try in {} s: {}", pause.toSeconds(), why(e));
                }
                if (life.state() instanceof FrontState.Stopped || !waited(pause)) {
                    return;
                }
            }
        }
    }

    private void keep(Connection fresh) {
        changing.lock();
        try {
            if (closed) {
                fresh.close();
            } else {
                connection = fresh;
            }
        } finally {
            changing.unlock();
        }
    }

    private boolean waited(Duration pause) {
        try {
            delayer.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A token with characters that can't stand in a header never reaches Discord. */
    private static boolean isTokenRefused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidTokenException || cause instanceof IllegalArgumentException) {
                return true;
            }
        }
        return false;
    }

    private static String why(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return CleanCharacters.shortened(CleanCharacters.of(said), 200);
    }

    private void stop(String sentence) {
        LOG.error("{}", sentence);
        life.stopped(sentence);
    }

    /** A shard will not come back by itself: for good if Discord said so, else everything connects anew. */
    private void ended(int code) {
        if (closed) {
            return;
        }
        CloseCodes.sentence(code).ifPresent(this::stop);
        disconnect();
        if (!(life.state() instanceof FrontState.Stopped)) {
            Duration pause = Pauses.after(1);
            life.lost(CloseCodes.lost(code), pause);
            if (waited(pause)) {
                connectAside();
            }
        }
    }

    private void disconnect() {
        Connection old;
        changing.lock();
        try {
            old = connection;
            connection = null;
        } finally {
            changing.unlock();
        }
        if (old != null) {
            old.close();
        }
    }

    private void register() {
        for (int failures = 1; !closed; failures++) {
            try {
                registration.register(
                        shard(),
                        desk.registry().commands().stream().map(Command::spec).toList());
                return;
            } catch (RuntimeException e) {
                Duration pause = Pauses.after(failures);
                LOG.warn("Discord did not take the commands, next try in {} s: {}", pause.toSeconds(), why(e));
                if (!waited(pause)) {
                    return;
                }
            }
        }
    }

    /** Any shard: JDA shares what it knows of limits that count for the whole bot. */
    private JDA shard() {
        Connection open = connection;
        if (open == null || open.shards().isEmpty()) {
            throw new RestFailure(
                    RestFailure.Kind.BROKEN,
                    0,
                    0,
                    "not connected to Discord",
                    Duration.ZERO,
                    new IllegalStateException("no connection"));
        }
        return open.shards().getFirst();
    }

    /** Unknown channels, such as direct messages, take them. */
    private boolean takesEmbeds(String channel) {
        Connection open = connection;
        if (open == null || channel.startsWith(DiscordSender.PERSON)) {
            return true;
        }
        return open.shards().stream()
                .map(shard -> shard.getChannelById(GuildMessageChannel.class, channel))
                .filter(found -> found != null)
                .findFirst()
                .map(found -> found.getGuild().getSelfMember().hasPermission(found, Permission.MESSAGE_EMBED_LINKS))
                .orElse(true);
    }

    @Override
    public FrontState state() {
        return life.state();
    }

    @Override
    public List<StatusPart> check() {
        return new DiscordCheck(settings).parts(desk.registry().commands().size());
    }

    @Override
    public void close() {
        closed = true;
        Thread trying = starting;
        if (trying != null) {
            trying.interrupt();
        }
        try {
            underway.finish(LAST_ANSWERS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
        timer.shutdownNow();
    }
}
