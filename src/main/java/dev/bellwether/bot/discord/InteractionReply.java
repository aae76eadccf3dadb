package dev.bellwether.bot.discord;

import dev.bellwether.bot.Reply;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Voice;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to one interaction. Within three seconds Discord must hear of it: either the answer itself, if it is there soon, or
 * that it will come ({@link #acknowledge}, which {@link #working} calls and, whatever else hangs, the gate's own timer). Later
 * messages go through the interaction's token for fifteen minutes, and after that to the channel.
 *
 * <p>Who sees it: an answer given at once is hidden if it is for the asker; one that was announced is as hidden as its command's
 * {@link dev.bellwether.command.CommandSpec#reach}. A personal answer after a public announcement takes the announcement away and comes
 * hidden; a mere mistake stands where it was announced.
 */
final class InteractionReply implements Reply {
    private static final Logger LOG = LoggerFactory.getLogger(InteractionReply.class);

    /** Larger files are announced first: they may take longer than three seconds. */
    private static final int QUICK_BYTES = 256 * 1024;

    /**
     * What was asked and how.
     *
     * @param chat where
     * @param inPlace whether the answer takes the place of the message whose button was pressed
     * @param hidden whether an announcement is hidden: the command's answers are for the asker, or the button was on a hidden card
     * @param alone whether nobody else is in the chat, so that there is nothing to hide
     */
    record Request(InteractionKey key, ChatId chat, boolean inPlace, boolean hidden, boolean alone) {}

    private enum Said {
        NOTHING,
        WILL_COME,
        ANSWERED,
        /** Discord no longer knows the interaction. */
        TOO_LATE
    }

    private final Request request;
    private final Calls calls;
    private final Patience patience;
    private final DiscordRenderer renderer;
    private final LastResort lastResort;
    private final ReentrantLock lock = new ReentrantLock();
    private Said said = Said.NOTHING;
    private volatile Runnable answered = () -> {};

    InteractionReply(Request request, Calls calls, Patience patience, DiscordRenderer renderer, LastResort lastResort) {
        this.request = request;
        this.calls = calls;
        this.patience = patience;
        this.renderer = renderer;
        this.lastResort = lastResort;
    }

    /** To be called before anything can be answered: what to do once it is. */
    void onAnswered(Runnable then) {
        answered = then;
    }

    @Override
    public void working(Voice voice) {
        acknowledge();
    }

    /** Says that the answer will come, if nothing was said yet. */
    void acknowledge() {
        lock.lock();
        try {
            if (said == Said.NOTHING) {
                boolean hidden = request.hidden() && !request.alone();
                said = first(() -> calls.later(request.key(), request.inPlace(), hidden), Said.WILL_COME);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void answer(Answer answer, Voice voice) {
        boolean forAsker = answer.reach() == Answer.Reach.ASKER;
        deliver(renderer.answer(answer.card(), voice), answer.card(), voice, forAsker, answer.failed());
    }

    @Override
    public void tooMany(Answer answer, Voice voice, boolean first) {
        deliver(renderer.answer(answer.card(), voice), answer.card(), voice, true, true);
    }

    private void deliver(List<OutMessage> messages, Card card, Voice voice, boolean forAsker, boolean failed) {
        lock.lock();
        try {
            send(messages, forAsker, failed);
        } catch (RestFailure e) {
            LOG.warn("The answer to {} in {} went out only in part: {}", request.key(), request.chat(), e.said());
            insteadOfRefused(e, card, voice);
        } finally {
            said = said == Said.TOO_LATE ? said : Said.ANSWERED;
            lock.unlock();
        }
        answered.run();
    }

    private void send(List<OutMessage> messages, boolean forAsker, boolean failed) {
        boolean hide = (forAsker || request.hidden()) && !request.alone();
        boolean inPlace = request.inPlace() && !forAsker && !failed;
        if (said == Said.NOTHING && messages.getFirst().weight() > QUICK_BYTES) {
            acknowledge();
        }
        if (said == Said.TOO_LATE || !began(messages.getFirst(), inPlace, hide, failed)) {
            lastResort.send(request.chat(), request.key().id(), messages, hide);
            return;
        }
        for (OutMessage further : messages.subList(1, messages.size())) {
            calls.followUp(request.key(), further, hide);
        }
    }

    /** Sends the first message; false if Discord no longer takes it by this way. */
    private boolean began(OutMessage message, boolean inPlace, boolean hide, boolean failed) {
        InteractionKey key = request.key();
        if (said == Said.NOTHING) {
            said = first(
                    () -> {
                        if (inPlace) {
                            calls.replace(key, message);
                        } else {
                            calls.reply(key, message, hide);
                        }
                    },
                    Said.ANSWERED);
            return said != Said.TOO_LATE;
        }
        return announced(message, inPlace, hide, failed);
    }

    private boolean announced(OutMessage message, boolean inPlace, boolean hide, boolean failed) {
        InteractionKey key = request.key();
        boolean shownToAll = !request.hidden() && !request.inPlace();
        try {
            if (request.inPlace() && !inPlace) {
                calls.followUp(key, message, hide);
            } else if (hide && shownToAll && !failed) {
                patience.call(() -> calls.deleteOriginal(key));
                calls.followUp(key, message, true);
            } else {
                edit(key, message, hide);
            }
            return true;
        } catch (RestFailure e) {
            if (isGone(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Somebody may have deleted the announcement, or the message with the button. */
    private void edit(InteractionKey key, OutMessage message, boolean hide) {
        try {
            patience.call(() -> calls.editOriginal(key, message));
        } catch (RestFailure e) {
            if (e.code() != Codes.UNKNOWN_MESSAGE) {
                throw e;
            }
            calls.followUp(key, message, hide);
        }
    }

    /** Whether the token has died or the answer never came through: then there is the channel. */
    private static boolean isGone(RestFailure e) {
        return switch (e.code()) {
            case Codes.UNKNOWN_WEBHOOK, Codes.INVALID_WEBHOOK_TOKEN, Codes.UNKNOWN_INTERACTION -> true;
            default -> e.passes() && e.kind() != RestFailure.Kind.NO_ANSWER;
        };
    }

    /** The first call of an interaction. If its answer was lost, the second call learns that it had arrived. */
    private Said first(Runnable call, Said done) {
        try {
            patience.call(call);
            return done;
        } catch (RestFailure e) {
            if (e.code() == Codes.ALREADY_ACKNOWLEDGED) {
                return done;
            }
            if (e.code() == Codes.UNKNOWN_INTERACTION || e.passes()) {
                LOG.warn("Discord did not take the answer to {} in time: {}", request.key(), e.said());
                return Said.TOO_LATE;
            }
            throw e;
        }
    }

    /** Discord refused the form of the answer: its text alone is better than nothing. */
    private void insteadOfRefused(RestFailure refused, Card card, Voice voice) {
        if (refused.status() != 400) {
            return;
        }
        OutMessage plain = renderer.plain(card, voice).getFirst();
        boolean hide = request.hidden() && !request.alone();
        try {
            if (said == Said.NOTHING) {
                calls.reply(request.key(), plain, hide);
            } else {
                calls.followUp(request.key(), plain, hide);
            }
        } catch (RestFailure e) {
            LOG.warn("Nor did Discord take it as text: {}", e.said());
        }
    }
}
