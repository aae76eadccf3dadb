package dev.bellwether.bot.telegram;

import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Outcome;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Telegram's way out. Telegram knows no key by which it would recognise a repeat, so a message of which no answer came may stand
 * twice: {@link Outcome.Retry#perhaps} says so, and with {@link Envelope#again} the repeat is marked as one.
 */
public final class TelegramSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramSender.class);

    private final TelegramRenderer renderer;
    private final Messenger messenger;

    TelegramSender(TelegramRenderer renderer, Messenger messenger) {
        this.renderer = renderer;
        this.messenger = messenger;
    }

    @Override
    public String front() {
        return Place.FRONT;
    }

    @Override
    public Outcome send(Envelope envelope, Progress progress) {
        try {
            List<Part> parts = renderer.render(envelope.card(), envelope.voice());
            return messenger.send(
                    new Messenger.Parcel(
                            envelope.chat(),
                            parts,
                            envelope.voice(),
                            envelope.follow(),
                            envelope.done(),
                            envelope.again(),
                            Lane.ALERT),
                    progress);
        } catch (NumberFormatException e) {
            return new Outcome.Dead(
                    Outcome.Reason.DELETED,
                    "no chat of Telegram is called " + envelope.chat().id());
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            LOG.error("The card {} could not be rendered", envelope.key(), e);
            return new Outcome.Refused("the card could not be rendered: " + e);
        }
    }
}
