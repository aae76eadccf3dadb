package dev.bellwether.bot.telegram;

import dev.bellwether.talk.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an update of Telegram says, as far as the bot has an ear for it. */
sealed interface Incoming {

    /** The kinds of chats. */
    enum Kind {
        PRIVATE,
        /** A group or supergroup. */
        GROUP,
        CHANNEL
    }

    /** A chat or topic with its kind. */
    record Where(Place place, Kind kind) {}

    /**
     * Who.
     *
     * @param id the account's, or that of the group or channel in whose name was written
     * @param asChat whether it was written in the name of the very chat: by an administrator who stays anonymous
     * @param name what people call the account, group or channel; empty if Telegram does not say
     * @param language what the person's app says; null if nothing or one the bot does not speak
     */
    record Who(
            long id, boolean asChat, String name, @Nullable Language language) {}

    /**
     * Somebody wrote something.
     *
     * @param message Telegram's number of it
     * @param quoted what the message says that it replies to; empty if it replies to none
     * @param byBot whether a bot wrote it, or somebody through one
     */
    record Written(Where where, Who who, int message, String text, String quoted, Instant at, boolean byBot)
            implements Incoming {}

    /**
     * Somebody pressed a button under a message of the bot.
     *
     * @param query what the press has to be answered with
     * @param where null if the message was sent through inline mode: then the bot is not in the chat
     */
    record Pressed(String query, @Nullable Where where, Who who, int message, String data) implements Incoming {}

    /** Somebody types behind the bot's name in any chat. */
    record Inline(String query, Who who, String text) implements Incoming {}

    /**
     * The bot was let in or put out.
     *
     * @param status in Telegram's words
     * @param writes whether it may write now
     * @param by the person who did so; 0 if Telegram does not say
     */
    record Membership(Where where, String status, boolean writes, long by) implements Incoming {}

    /** A group became a supergroup and has another number now. */
    record Migrated(long from, long to) implements Incoming {}

    /**
     * Nothing for the bot.
     *
     * @param what the kind of update, for the log
     */
    record Nothing(String what) implements Incoming {}
}
