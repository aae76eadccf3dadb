package dev.bellwether.bot;

import dev.bellwether.command.CommandRegistry;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way from a question on any platform to its answer: on a virtual thread of its own, within the limits of person and
 * chat, in the chat's language, with a sign of life when it takes long. A few questions of one chat are worked on at once and the
 * others wait in that chat's own line, so a flood from one chat slows nobody but itself.
 */
public final class FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    /** Of one chat. */
    private static final int AT_ONCE = 4;

    /** How many cashtags a minute are answered: a chat that talks of nothing else must not drown in cards. */
    private static final int TAGS_OF_A_MEMBER = 4;

    private static final int TAGS_IN_A_CHAT = 6;

    private final CommandRegistry registry;
    private final Chats chats;
    private final ScheduledExecutorService timer;
    private final @Nullable Allowance allowance;
    private final InstantSource clock;
    private final @Nullable InstantSource asOf;
    private final ChatLines lines = new ChatLines(AT_ONCE);
    private final Allowance tags = new Allowance(TAGS_OF_A_MEMBER, TAGS_IN_A_CHAT);

    /**
     * A desk without limits for persons and chats.
     *
     * @param timer runs the signs of life; its threads only start others
     */
    public FrontDesk(CommandRegistry registry, Chats chats, ScheduledExecutorService timer) {
        this(registry, chats, timer, null, () -> Instant.EPOCH, null);
    }

    /**
     * A desk with limits.
     *
     * @param timer runs the signs of life; its threads only start others
     * @param allowance how much each person and chat may ask; null for any amount
     * @param clock by which that is measured: when somebody asked is the platform's word, and not to be relied on
     * @param asOf as of when questions are answered; in sample mode it stands in another year. Null for the moment they carry
     */
    public FrontDesk(
            CommandRegistry registry,
            Chats chats,
            ScheduledExecutorService timer,
            @Nullable Allowance allowance,
            InstantSource clock,
            @Nullable InstantSource asOf) {
        this.registry = registry;
        this.chats = chats;
        this.timer = timer;
        this.allowance = allowance;
        this.clock = clock;
        this.asOf = asOf;
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
     * What an ordinary message asks the bot without asking: the instruments it tags, if the chat has switched that on and was not
     * answered too often just now. The answer belongs into a {@link QuietReply}.
     */
    public Optional<String> tagged(ChatId chat, String member, String text) {
        Optional<String> question = registry.tagged(text);
        try {
            return question.filter(_ -> chats.settings(chat).cashtags())
                    .filter(tags -> this.tags.take(new Ask(chat, member, tags, clock.instant()), clock.instant())
                            instanceof Allowance.Allowed);
        } catch (RuntimeException e) {
            LOG.error("Could not read the settings of {}", chat, e);
            return Optional.empty();
        }
    }

    /**
     * Answers on a virtual thread and returns at once. Questions of one chat get their turn in the order of these calls.
     *
     * @param platform what the platform says of the reader's language; null if nothing
     * @param patience after how long the reply is told that it takes a while
     * @return the thread, for who has to wait for it at the end
     */
    public Thread answer(Ask ask, @Nullable Language platform, Duration patience, Reply reply) {
        if (allowance != null && allowance.take(ask, clock.instant()) instanceof Allowance.Refused refused) {
            return Thread.ofVirtual().name("refuse").start(() -> refuse(refused, ask, platform, reply));
        }
        ChatLines.Place place = lines.enter(ask.chat());
        return Thread.ofVirtual().name("ask").start(() -> {
            try (place) {
                answerInTurn(place, ask, platform, patience, reply);
            }
        });
    }

    /** Waits until nothing is being answered any more; whether it came to that in time. */
    public boolean awaitIdle(Duration length) throws InterruptedException {
        return lines.awaitIdle(chat -> true, length);
    }

    /** The same for the chats of one front. */
    public boolean awaitIdle(String front, Duration length) throws InterruptedException {
        return lines.awaitIdle(chat -> chat.front().equals(front), length);
    }

    private void answerInTurn(
            ChatLines.Place place, Ask ask, @Nullable Language platform, Duration patience, Reply reply) {
        OneReply once = new OneReply(reply, ask);
        once.scheduleSign(timer, patience, () -> voice(ask.chat(), platform));
        try {
            place.awaitTurn();
        } catch (InterruptedException e) {
            LOG.warn("Stopped before it was the turn of {} in {}", ask.text(), ask.chat());
            return;
        }
        Answer answer = work(ask);
        // Read only now: the question may have changed the language.
        once.answer(answer, voice(ask.chat(), platform));
    }

    /** Answers here and now, outside any chat's line: for lists that complete while somebody types. */
    public Answer answerNow(Ask ask) {
        return work(ask);
    }

    private Answer work(Ask ask) {
        try {
            return registry.answer(asOf == null ? ask : ask.asOf(asOf.instant()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} in {} failed", ask.text(), ask.chat(), e);
            return apology(ask, Line.say("apology.broken"));
        }
    }

    /** Says in a card that something did not work. */
    static Answer apology(Ask ask, Line sentence) {
        return Answer.failure(Card.titled(Line.say("apology.title"), ask.at())
                .tone(Tone.ERROR)
                .paragraph(sentence)
                .build());
    }

    private void refuse(Allowance.Refused refused, Ask ask, @Nullable Language platform, Reply reply) {
        long seconds = refused.after().toSeconds();
        Line sentence = refused.person() ? Line.count("limits.member", seconds) : Line.count("limits.chat", seconds);
        Answer answer = Answer.failure(Card.titled(Line.say("limits.title"), ask.at())
                .tone(Tone.NOTICE)
                .paragraph(sentence)
                .build());
        try {
            reply.tooMany(answer, voice(ask.chat(), platform), refused.first());
        } catch (RuntimeException e) {
            LOG.error("Could not tell {} that it asks too much", ask.chat(), e);
        }
    }
}
