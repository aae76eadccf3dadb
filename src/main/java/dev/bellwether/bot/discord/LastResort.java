package dev.bellwether.bot.discord;

import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.Pace;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes an answer into the channel when its interaction can no longer carry it. What was to be hidden stays untold. */
final class LastResort {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final Calls calls;
    private final Pace pace;
    private final Delayer delayer;

    LastResort(Calls calls, Pace pace, Delayer delayer) {
        this.calls = calls;
        this.pace = pace;
        this.delayer = delayer;
    }

    void send(ChatId chat, String question, List<OutMessage> messages, boolean hidden) {
        if (hidden) {
            LOG.warn("A hidden answer in {} came too late and is not told", chat);
            return;
        }
        try {
            for (int part = 0; part < messages.size(); part++) {
                delayer.awaitTurn(pace, chat, Lane.ANSWER);
                calls.post(chat.id(), messages.get(part), Nonce.of("answer " + question, chat, part), "");
            }
        } catch (RestFailure e) {
            LOG.warn("An answer in {} was lost: {}", chat, e.said());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
