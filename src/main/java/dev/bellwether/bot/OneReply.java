package dev.bellwether.bot;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a front's {@link Reply} to its order: at most one sign of life, then the answer, and nothing after it. What fails on the
 * way is logged and costs the answer at most its form, never the answer.
 */
final class OneReply {
    private static final Logger LOG = LoggerFactory.getLogger(OneReply.class);

    private final Reply reply;
    private final Ask ask;
    private @Nullable Future<?> sign;
    private boolean over;

    OneReply(Reply reply, Ask ask) {
        this.reply = reply;
        this.ask = ask;
    }

    /** Has the reply told after a while that it takes longer. Not to be called twice. */
    void scheduleSign(ScheduledExecutorService timer, Duration patience, Supplier<Voice> voice) {
        try {
            sign = timer.schedule(
                    () -> Thread.ofVirtual().start(() -> working(voice.get())),
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The bot stops; {} is answered without a sign of life", ask.chat());
        }
    }

    private synchronized void working(Voice voice) {
        if (over) {
            return;
        }
        try {
            reply.working(voice);
        } catch (RuntimeException e) {
            LOG.warn("Could not show in {} that the answer takes a while", ask.chat(), e);
        }
    }

    /** Waits for a sign of life that is on its way, so that the two never cross. */
    void answer(Answer answer, Voice voice) {
        if (sign != null) {
            sign.cancel(false);
        }
        synchronized (this) {
            over = true;
            try {
                reply.answer(answer, voice);
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("The answer to {} in {} could not be given", ask.text(), ask.chat(), e);
                apologise(voice);
            }
        }
    }

    private void apologise(Voice voice) {
        try {
            reply.answer(FrontDesk.apology(ask, Line.say("apology.failed")), voice);
        } catch (RuntimeException e) {
            LOG.error("Nor could {} be told so", ask.chat(), e);
        }
    }
}
