package dev.bellwether.bot.discord;

import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Envelopes as messages in channels and in direct messages. Each message carries a nonce of its own, so a second try of one that
 * arrived all the same gives back the first. A chat is a channel by its number; {@code user:} and a number is a person.
 */
public final class DiscordSender implements Sender {
    static final String PERSON = "user:";

    private final Calls calls;
    private final DiscordRenderer renderer;
    private final Pace pace;
    private final Delayer delayer;
    private final Predicate<String> takesEmbeds;

    /** @param takesEmbeds whether embeds are shown in a channel; where they are not, Discord drops them without a word */
    DiscordSender(Calls calls, DiscordRenderer renderer, Pace pace, Delayer delayer, Predicate<String> takesEmbeds) {
        this.takesEmbeds = takesEmbeds;
        this.calls = calls;
        this.renderer = renderer;
        this.pace = pace;
        this.delayer = delayer;
    }

    @Override
    public String front() {
        return DiscordFront.NAME;
    }

    /** By the nonce: without this a second answer that is lost would end a message as one that may not be repeated. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Outcome send(Envelope envelope, Progress progress) {
        if (!takesEmbeds.test(envelope.chat().id())) {
            return sendPlain(envelope, progress);
        }
        List<OutMessage> messages = renderer.push(envelope.card(), envelope.voice());
        try {
            return send(messages, envelope, progress);
        } catch (RestFailure refused) {
            return refused.status() == 400 && !Verdict.isFinal(refused)
                    ? sendPlain(envelope, progress)
                    : outcome(refused, envelope);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry(Duration.ZERO, "stopped before it was sent", false);
        }
    }

    private Outcome sendPlain(Envelope envelope, Progress progress) {
        try {
            return send(renderer.plain(envelope.card(), envelope.voice()), envelope, progress);
        } catch (RestFailure e) {
            return outcome(e, envelope);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry(Duration.ZERO, "stopped before it was sent", false);
        }
    }

    private Outcome send(List<OutMessage> messages, Envelope envelope, Progress progress) throws InterruptedException {
        List<String> done = new ArrayList<>(envelope.done());
        String channel = channel(envelope);
        for (int part = done.size(); part < messages.size(); part++) {
            if (part > envelope.done().size()) {
                delayer.awaitTurn(pace, envelope.chat(), Lane.ALERT);
            }
            progress.sending(part);
            String message = one(messages.get(part), part, channel, envelope);
            progress.sent(part, message);
            done.add(message);
        }
        return new Outcome.Sent(done);
    }

    private String channel(Envelope envelope) throws InterruptedException {
        String chat = envelope.chat().id();
        if (!chat.startsWith(PERSON)) {
            return chat;
        }
        String channel = calls.openChat(chat.substring(PERSON.length()));
        delayer.awaitTurn(pace, envelope.chat(), Lane.ALERT);
        return channel;
    }

    private String one(OutMessage message, int part, String channel, Envelope envelope) {
        Envelope.Follow follow = envelope.follow();
        String nonce = Nonce.of(envelope.key(), envelope.chat(), part);
        if (follow == null || part > 0) {
            return calls.post(channel, message, nonce, "");
        }
        if (!follow.edit()) {
            return calls.post(channel, message, nonce, follow.message());
        }
        try {
            calls.edit(channel, follow.message(), message);
            return follow.message();
        } catch (RestFailure e) {
            if (e.code() != Codes.UNKNOWN_MESSAGE && e.code() != Codes.NOT_AUTHOR) {
                throw e;
            }
            return calls.post(channel, message, nonce, ""); // what it was to replace is gone
        }
    }

    private Outcome outcome(RestFailure failure, Envelope envelope) {
        if (failure.kind() == RestFailure.Kind.TOO_FAST && failure.after().isPositive()) {
            pace.pause(envelope.chat(), failure.after());
        }
        return Verdict.of(failure);
    }
}
