package dev.bellwether.bot.telegram;

import dev.bellwether.bot.FrontState;
import dev.bellwether.deliver.Inbox;
import dev.bellwether.deliver.Leases;
import dev.bellwether.deliver.OwnerName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/**
 * The connection to Telegram and its guard: {@link #tick} makes it, looks after it, and mends it. Called by one thread only.
 *
 * <p>Of all processes with one store, one polls: the one with the lease. A webhook needs none, Telegram chooses whom it calls.
 */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LOOK_AT_WEBHOOK = Duration.ofMinutes(5);

    private final TelegramSettings settings;
    private final Wire wire;
    private final Leases leases;
    private final InstantSource clock;
    private final Link link;
    private final Listeners listeners;
    private final Pauses pauses;
    private final String lease;
    private final String owner = OwnerName.ofThisProcess();

    private Instant nextTry = Instant.MIN;
    private volatile boolean holdsLease;
    private boolean prepared;
    private boolean listsWritten;
    private @Nullable User me;
    private volatile @Nullable Poller poller;
    private volatile @Nullable Intake intake;

    /** What is made once the bot's name is known. */
    interface Listeners {
        /** Makes what takes updates in, and begins with those of an earlier run. */
        Intake listen(User me);

        /** Writes the command lists if they changed. */
        void writeCommands() throws Failure;
    }

    Connection(
            TelegramSettings settings, Wire wire, Leases leases, InstantSource clock, Link link, Listeners listeners) {
        this.settings = settings;
        this.wire = wire;
        this.leases = leases;
        this.clock = clock;
        this.link = link;
        this.listeners = listeners;
        this.pauses = new Pauses(settings.times().firstPause(), settings.times().longestPause());
        this.lease = leaseName(settings.token());
    }

    private static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Makes, keeps or mends the connection. Never throws for what Telegram, the network or the store does. */
    void tick() {
        if (link.isStopped()) {
            stopPolling();
            return;
        }
        try {
            boolean mayListen = settings.webhook() != null || holdLease();
            if (mayListen && !clock.instant().isBefore(nextTry)) {
                connect();
            }
        } catch (Failure e) {
            failed(e);
        } catch (RuntimeException e) {
            LOG.error("Telegram: the connection could not be looked after", e);
            pause("something failed here, see the log", Duration.ZERO);
        }
    }

    /** Of the right to poll with a token, which does not stand in it. */
    static String leaseName(String token) {
        return "telegram-poll-" + hash(token);
    }

    private boolean holdLease() {
        boolean had = holdsLease;
        try {
            holdsLease = leases.hold(lease, owner, clock.instant(), LEASE) || inherited();
        } catch (RuntimeException e) {
            LOG.error("Telegram: the store can't say who polls", e);
            return had; // whoever polled goes on
        }
        if (!holdsLease) {
            stopPolling();
            link.lost("another process of this installation reads the bot's messages; this one stands by", null);
        }
        return holdsLease;
    }

    /** A process that was killed could not give its lease back; its successor on the same machine begins at once. */
    private boolean inherited() {
        Optional<String> dead = leases.holder(lease).filter(OwnerName::isDead);
        dead.ifPresent(holder -> leases.release(lease, holder));
        return dead.isPresent() && leases.hold(lease, owner, clock.instant(), LEASE);
    }

    private void connect() throws Failure {
        User bot = me;
        if (bot == null) {
            bot = wire.ask(client -> client.executeAsync(new GetMe()));
            me = bot;
        }
        if (!prepared) {
            intake = listeners.listen(bot);
            prepared = true;
        }
        TelegramSettings.Webhook webhook = settings.webhook();
        if (webhook == null) {
            keepPolling(bot);
        } else {
            keepWebhook(bot, webhook);
        }
        if (!listsWritten) {
            listeners.writeCommands();
            listsWritten = true;
        }
    }

    private void keepPolling(User bot) throws Failure {
        Poller polls = poller;
        if (polls == null) {
            polls = newPoller(bot);
            poller = polls;
        }
        boolean heldUp = intake != null && intake.isWaiting();
        boolean silent = polls.isSilent() && !heldUp;
        if (silent) {
            LOG.warn("Telegram: the poller fell silent and is started anew");
        }
        if (!polls.isStarted() || silent || polls.isHookedElsewhere()) {
            polls.start();
            pauses.reset();
        }
    }

    private Poller newPoller(User bot) {
        PollWatch watch = new PollWatch(clock, link, settings.times(), "@" + bot.getUserName());
        return new Poller(settings, wire, watch, updates -> consume(watch, updates));
    }

    /** Takes what the client library's poller brings. Nothing is ever thrown at it: it would stop without a word. */
    private void consume(PollWatch watch, List<Update> updates) {
        Intake taker = intake;
        if (taker == null) {
            return;
        }
        List<Inbox.Update> taken = new ArrayList<>();
        for (Update update : updates) {
            String body = watch.body(update.getUpdateId());
            if (body != null) {
                taken.add(new Inbox.Update(update.getUpdateId(), body));
            }
        }
        try {
            taker.takeForSure(taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("Telegram: updates could not be taken in", e);
        }
    }

    private void keepWebhook(User bot, TelegramSettings.Webhook webhook) throws Failure {
        WebhookInfo info = wire.ask(client -> client.executeAsync(new GetWebhookInfo()));
        String address = webhook.address().toString();
        if (!address.equals(info.getUrl()) || !(link.state() instanceof FrontState.Up)) {
            SetWebhook call = SetWebhook.builder()
                    .url(address)
                    .secretToken(webhook.secret())
                    .allowedUpdates(UpdateReader.KINDS)
                    .build();
            wire.ask(client -> client.executeAsync(call));
        }
        pauses.reset();
        link.up("@" + bot.getUserName());
        nextTry = clock.instant().plus(LOOK_AT_WEBHOOK);
    }

    private void failed(Failure e) {
        if (e.isWrongToken()) {
            link.stopped(PollWatch.wrongToken());
            stopPolling();
            return;
        }
        pause(
                e.code() == 0 ? "no connection to the Bot API" : "the Bot API answers " + e.code() + ": " + e.text(),
                e.retryAfter());
    }

    private void pause(String why, Duration askedFor) {
        nextTry = clock.instant().plus(pauses.next(askedFor));
        Poller polls = poller;
        if (polls == null || !polls.isStarted()) {
            link.lost(why, nextTry);
        } else {
            LOG.warn("Telegram: {}", why);
        }
    }

    /** Whether Telegram is being asked what happened. */
    boolean isPolling() {
        Poller polls = poller;
        return polls != null && polls.isStarted();
    }

    private void stopPolling() {
        Poller polls = poller;
        if (polls != null && polls.isStarted()) {
            polls.stop();
        }
    }

    @Override
    public void close() {
        Poller polls = poller;
        if (polls != null) {
            polls.close();
        }
        if (holdsLease) {
            try {
                leases.release(lease, owner);
            } catch (RuntimeException e) {
                LOG.warn("Telegram: the lease could not be given back and ends by itself", e);
            }
        }
    }
}
