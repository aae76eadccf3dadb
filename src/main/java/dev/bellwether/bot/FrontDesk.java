package dev.bellwether.bot;

import dev.bellwether.command.CommandRegistry;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way from a question on any platform to its answer: on a virtual thread of its own, within the limits of person and
 * chat, in the chat's language, with a sign of life when it takes long.
 */
public final class FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    private final CommandRegistry registry;
    private final Chats chats;
    private final ScheduledExecutorService timer;

    /** @param timer runs the signs of life; its threads only start others */
    public FrontDesk(CommandRegistry registry, Chats chats, ScheduledExecutorService timer) {
        this.registry = registry;
        this.chats = chats;
        this.timer = timer;
    }

    /** The commands there are. */
    public CommandRegistry registry() {
        return registry;
    }

    /**
     * How a chat is spoken to.
     *
     * @param platform what the platform says of the reader's language; null if nothing
     */
    public Voice voice(ChatId chat, @Nullable Language platform) {
        try {
            return chats.settings(chat).voice(platform);
        } catch (RuntimeException e) {
            LOG.error("Could not read the settings of {}", chat, e);
            return ChatSettings.NONE.voice(platform);
        }
    }

    /**
     * Answers on a virtual thread and returns at once.
     *
     * @param platform what the platform says of the reader's language; null if nothing
     * @param patience after how long the reply is told that it takes a while
     * @return the thread, for who has to wait for it at the end
     */
    public Thread answer(Ask ask, @Nullable Language platform, Duration patience, Reply reply) {
        return Thread.ofVirtual().name("ask").start(() -> answerHere(ask, platform, patience, reply));
    }

    private void answerHere(Ask ask, @Nullable Language platform, Duration patience, Reply reply) {
        try {
            Voice voice = voice(ask.chat(), platform);
            AtomicBoolean said = new AtomicBoolean();
            ScheduledFuture<?> alarm = timer.schedule(
                    () -> Thread.ofVirtual().start(() -> working(reply, voice, said)),
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            Answer answer = registry.answer(ask);
            alarm.cancel(false);
            synchronized (said) {
                said.set(true);
                reply.answer(answer, voice);
            }
        } catch (RuntimeException e) {
            LOG.error("The answer to {} in {} could not be given", ask.text(), ask.chat(), e);
        }
    }

    private static void working(Reply reply, Voice voice, AtomicBoolean said) {
        synchronized (said) {
            if (!said.getAndSet(true)) {
                reply.working(voice);
            }
        }
    }
}
