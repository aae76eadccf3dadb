package dev.bellwether.bot.telegram;

import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Outcome;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How answers reach who asked: at once if the pace allows it, again with growing pauses while Telegram can't take them, at most
 * once more and marked when one may have arrived.
 */
final class AnswerPath {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerPath.class);
    /** After so long nobody waits for the answer any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int MOST_TRIES = 100;

    private final Messenger messenger;
    private final Chats chats;
    private final Delayer delayer;
    private final InstantSource clock;
    private final TelegramSettings.Times times;

    AnswerPath(Messenger messenger, Chats chats, Delayer delayer, InstantSource clock, TelegramSettings.Times times) {
        this.messenger = messenger;
        this.chats = chats;
        this.delayer = delayer;
        this.clock = clock;
        this.times = times;
    }

    /**
     * Sends parts to a chat, and goes on until something final came of it.
     *
     * @throws InterruptedException if the front is closed meanwhile: what was asked is then not dealt with
     */
    Outcome deliver(ChatId chat, List<Part> parts, Voice voice, Envelope.@Nullable Follow follow)
            throws InterruptedException {
        Delivery delivery = new Delivery(chat, parts, voice, follow);
        Outcome outcome = delivery.tryOnce();
        while (delivery.goesOn(outcome)) {
            outcome = delivery.tryOnce();
        }
        conclude(delivery.to, outcome);
        return outcome;
    }

    private void conclude(ChatId chat, Outcome outcome) {
        switch (outcome) {
            case Outcome.Dead(Outcome.Reason reason, String why) -> {
                LOG.info("{} can't be written to ({}): {}", chat, reason, why);
                chats.retire(chat, why, clock.instant());
            }
            case Outcome.Refused(String why) ->
                LOG.error("Telegram takes no version of an answer to {}: {}", chat, why);
            case Outcome.Retry retry -> LOG.error("An answer to {} was given up: {}", chat, retry.why());
            case Outcome.Moved _, Outcome.Sent _ -> {
                // Nothing to add.
            }
        }
    }

    /** The tries to bring one answer to one chat, and what was taken of it so far. */
    private final class Delivery implements Sender.Progress {
        private final List<Part> parts;
        private final Voice voice;
        private final Envelope.@Nullable Follow follow;
        private final Instant giveUp = clock.instant().plus(PATIENCE);
        private final Pauses pauses = new Pauses(times.firstPause(), times.longestPause());
        private final List<String> taken = new ArrayList<>();
        private ChatId to;
        private boolean moved;
        private boolean again;
        private int tries;

        private Delivery(ChatId to, List<Part> parts, Voice voice, Envelope.@Nullable Follow follow) {
            this.to = to;
            this.parts = parts;
            this.voice = voice;
            this.follow = follow;
        }

        Outcome tryOnce() throws InterruptedException {
            tries++;
            messenger.awaitTurn(to, Lane.ANSWER);
            Outcome outcome =
                    messenger.send(new Messenger.Parcel(to, parts, voice, follow, taken, again, Lane.ANSWER), this);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return outcome;
        }

        /** Prepares a further try, if there is to be one. */
        boolean goesOn(Outcome outcome) throws InterruptedException {
            if (outcome instanceof Outcome.Moved(ChatId other) && !moved) {
                chats.move(to, other, clock.instant());
                to = other;
                moved = true;
                return true;
            }
            if (outcome instanceof Outcome.Retry retry && mayRetry(retry)) {
                again = again || retry.perhaps();
                delayer.sleep(pauses.next(retry.after()));
                return true;
            }
            return false;
        }

        private boolean mayRetry(Outcome.Retry retry) {
            boolean twiceUnknown = retry.perhaps() && again;
            return !twiceUnknown && tries < MOST_TRIES && clock.instant().isBefore(giveUp);
        }

        @Override
        public void sending(int part) {}

        @Override
        public void sent(int part, String message) {
            taken.add(message);
            again = false;
        }
    }
}
