package dev.bellwether.bot.telegram;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.bot.FrontDesk;
import dev.bellwether.bot.QuietReply;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/**
 * What comes in from Telegram, and what follows from it. Each update is handled on a virtual thread, which stays until the answer
 * is out.
 */
final class TelegramGate {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramGate.class);
    /** Older questions are answered with a word about how old they are; those after a day no more. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Duration TOO_LATE = Duration.ofDays(1);
    /** Most answers are out before this; a sign of typing that comes after the answer would only confuse. */
    private static final Duration TYPING = Duration.ofMillis(400);

    private final Tools tools;
    private final Duration patience;

    /** What it works with. */
    record Tools(
            Wire wire,
            FrontDesk desk,
            Chats chats,
            ButtonCodes codes,
            ChatReply.Out out,
            Addressed addressed,
            Admins admins,
            InlineAnswers inline,
            Delayer delayer,
            InstantSource clock) {}

    TelegramGate(Tools tools, Duration patience) {
        this.tools = tools;
        this.patience = patience;
    }

    /** @throws InterruptedException if the front is closed before the update is dealt with */
    void handle(Incoming incoming) throws InterruptedException {
        switch (incoming) {
            case Incoming.Written written -> written(written);
            case Incoming.Pressed pressed -> pressed(pressed);
            case Incoming.Inline inline -> tools.inline().answer(inline);
            case Incoming.Membership membership -> membership(membership);
            case Incoming.Migrated(long from, long to) ->
                tools.chats().move(new Place(from, null).id(), new Place(to, null).id(), now());
            case Incoming.Nothing(String what) -> LOG.debug("Nothing for the bot: {}", what);
        }
    }

    private void written(Incoming.Written written) throws InterruptedException {
        Optional<Addressed.Question> question =
                tools.addressed().in(written.where().kind(), written.text());
        if (question.isEmpty()) {
            tagged(written);
            return;
        }
        Duration age = Duration.between(written.at(), now());
        if (age.compareTo(TOO_LATE) > 0) {
            LOG.warn(
                    "A question in {} is {} hours old and is not answered",
                    written.where().place().id(),
                    age.toHours());
            return;
        }
        ChatReply.Asked asked = new ChatReply.Asked(
                written.where(),
                written.who(),
                written.message(),
                question.get().command(),
                false,
                age.compareTo(LATE) > 0 ? age : null);
        if (question.get().byLink()
                && !tools.addressed().onlyTells(question.get().command())) {
            confirm(asked, written.who());
        } else {
            ask(asked, written.quoted());
        }
    }

    /** A message to others that tags an instrument. What is old has been talked over; a bot hears itself otherwise. */
    private void tagged(Incoming.Written written) throws InterruptedException {
        if (written.byBot() || Duration.between(written.at(), now()).compareTo(LATE) > 0) {
            return;
        }
        String member = Long.toString(written.who().id());
        Optional<String> tags = tools.desk().tagged(written.where().place().id(), member, written.text());
        if (tags.isEmpty()) {
            return;
        }
        ChatReply.Asked asked =
                new ChatReply.Asked(written.where(), written.who(), written.message(), tags.get(), false, null);
        ChatReply reply = new ChatReply(tools.out(), asked);
        Ask ask = new Ask(asked.chat(), member, tags.get(), now());
        Thread answer = tools.desk().answer(ask, null, patience, new QuietReply(reply));
        try {
            answer.join();
        } catch (InterruptedException e) {
            answer.interrupt();
            throw e;
        }
        if (reply.wasInterrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whoever made a link chose its words: what changes something is asked only once the person saw and pressed it. */
    private void confirm(ChatReply.Asked asked, Incoming.Who who) throws InterruptedException {
        Voice voice = tools.desk().voice(asked.chat(), who.language());
        Card card = Card.titled(Line.say("telegram.link.title"), now())
                .paragraph(Line.empty().code(asked.command()))
                .block(new Block.Buttons(List.of(new Block.Button(Line.say("telegram.link.do"), asked.command()))))
                .build();
        ChatReply reply = new ChatReply(tools.out(), asked);
        reply.answer(Answer.of(card), voice);
        if (reply.wasInterrupted()) {
            throw new InterruptedException();
        }
    }

    private void ask(ChatReply.Asked asked, String quoted) throws InterruptedException {
        String member = Long.toString(asked.who().id());
        String name = asked.who().name();
        Ask ask = new Ask(
                asked.chat(),
                member,
                asked.command(),
                now(),
                manages(asked),
                quoted,
                asked.where().kind() == Incoming.Kind.PRIVATE,
                name.isEmpty() ? member : name);
        ChatReply reply = new ChatReply(tools.out(), asked);
        Thread typing = Thread.ofVirtual().name("telegram-typing").start(() -> typing(asked, reply));
        Thread answer = tools.desk()
                .answer(
                        ask,
                        asked.where().kind() == Incoming.Kind.PRIVATE
                                ? asked.who().language()
                                : null,
                        patience,
                        reply);
        try {
            answer.join();
        } catch (InterruptedException e) {
            answer.interrupt();
            throw e;
        } finally {
            typing.interrupt();
        }
        if (reply.wasInterrupted()) {
            throw new InterruptedException();
        }
    }

    private boolean manages(ChatReply.Asked asked) {
        Incoming.Who who = asked.who();
        return switch (asked.where().kind()) {
            case PRIVATE -> true;
            case GROUP, CHANNEL ->
                who.asChat() || tools.admins().manages(asked.where().place().chat(), who.id());
        };
    }

    private void typing(ChatReply.Asked asked, ChatReply reply) {
        try {
            tools.delayer().sleep(TYPING);
        } catch (InterruptedException e) {
            return; // the answer is out
        }
        if (reply.isAnswered()) {
            return;
        }
        SendChatAction action = SendChatAction.builder()
                .chatId(Long.toString(asked.where().place().chat()))
                .messageThreadId(asked.where().place().topic())
                .action("typing")
                .build();
        try {
            tools.wire().ask(client -> client.executeAsync(action));
        } catch (Failure e) {
            LOG.debug("No sign of typing: {}", e.text());
        }
    }

    private void pressed(Incoming.Pressed pressed) throws InterruptedException {
        Optional<ButtonCodes.Pressed> button = tools.codes().decode(pressed.data());
        if (button.isEmpty() || pressed.where() == null) {
            Voice voice = tools.desk().voice(chat(pressed), pressed.who().language());
            acknowledge(pressed, voice.plain(Line.say("telegram.button.old")), null);
            return;
        }
        ChatReply.Asked asked = new ChatReply.Asked(
                pressed.where(),
                pressed.who(),
                pressed.message(),
                button.get().command(),
                button.get().inPlace(),
                null);
        if (pressed.where().kind() == Incoming.Kind.CHANNEL && !asked.inPlace() && !manages(asked)) {
            elsewhere(pressed, asked.command());
            return;
        }
        Thread.ofVirtual().name("telegram-press").start(() -> acknowledge(pressed, null, null));
        ask(asked, "");
    }

    private static ChatId chat(Incoming.Pressed pressed) {
        return pressed.where() == null
                ? new Place(pressed.who().id(), null).id()
                : pressed.where().place().id();
    }

    /** A reader of a channel makes the bot post nothing there: the answer comes in the private chat. */
    private void elsewhere(Incoming.Pressed pressed, String command) {
        Voice voice = tools.desk().voice(chat(pressed), pressed.who().language());
        Optional<String> link = ChatReply.link(tools.out().botName(), command);
        acknowledge(
                pressed,
                link.isPresent() ? null : voice.plain(Line.say("telegram.button.elsewhere")),
                link.orElse(null));
    }

    /** Every press has to be acknowledged, or the button goes on turning. Telegram takes 200 characters and forgets old presses. */
    private void acknowledge(Incoming.Pressed pressed, @Nullable String text, @Nullable String url) {
        AnswerCallbackQuery answer = AnswerCallbackQuery.builder()
                .callbackQueryId(pressed.query())
                .text(text)
                .url(url)
                .build();
        try {
            tools.wire().ask(client -> client.executeAsync(answer));
        } catch (Failure e) {
            LOG.debug("A press was not acknowledged: {}", e.text());
        }
    }

    private void membership(Incoming.Membership membership) {
        ChatId chat = membership.where().place().id();
        tools.admins().forget(membership.where().place().chat());
        if (membership.writes() && membership.by() != 0) {
            tools.chats().setUp(chat, Long.toString(membership.by()), now());
        } else if (membership.writes()) {
            tools.chats().seen(chat, now());
        } else {
            LOG.info("{} put the bot out: {}", chat, membership.status());
            tools.chats().retire(chat, "the bot is " + membership.status(), now());
        }
    }

    private Instant now() {
        return tools.clock().instant();
    }
}
