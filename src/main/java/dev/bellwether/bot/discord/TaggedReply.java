package dev.bellwether.bot.discord;

import dev.bellwether.bot.Reply;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Outcome;
import dev.bellwether.talk.Voice;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a message with a message below it.
 *
 * @param chat where it was written
 * @param message Discord's number of it; the nonce follows from it, so that no message is answered twice
 */
record TaggedReply(Sender sender, Pace pace, Delayer delayer, ChatId chat, String message) implements Reply {
    private static final Logger LOG = LoggerFactory.getLogger(TaggedReply.class);

    @Override
    public void working(Voice voice) {}

    @Override
    public void tooMany(Answer answer, Voice voice, boolean first) {}

    @Override
    public void answer(Answer answer, Voice voice) {
        Envelope.Follow follow = new Envelope.Follow(message, false);
        Envelope envelope = new Envelope("tagged:" + message, chat, answer.card(), voice, follow, List.of(), false);
        try {
            delayer.awaitTurn(pace, chat, Lane.ANSWER);
            Outcome outcome = sender.send(envelope, Sender.Progress.unrecorded());
            if (!(outcome instanceof Outcome.Sent)) {
                LOG.info("A cashtag in {} was not answered: {}", chat, outcome);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
