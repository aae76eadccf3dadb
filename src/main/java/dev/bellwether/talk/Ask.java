package dev.bellwether.talk;

import java.time.Instant;

/**
 * What a member asks.
 *
 * @param chat where it was asked
 * @param member who asked, as the front names the person
 * @param text the command with its arguments as typed, such as {@code /quote BABA JD}
 * @param at when it was asked; the answer is given as of this moment
 * @param manager whether this person may change what the chat gets: manages the server or group, or is alone with the bot
 * @param quoted the text of the message that this one replies to; empty if it replies to none
 * @param alone whether nobody but this person reads the chat
 * @param name what people call this person, for other people to read; the member if the front does not say
 */
public record Ask(
        ChatId chat,
        String member,
        String text,
        Instant at,
        boolean manager,
        String quoted,
        boolean alone,
        String name) {
    /** Asked where others may read along, by somebody whose name is not said. */
    public Ask(ChatId chat, String member, String text, Instant at, boolean manager, String quoted) {
        this(chat, member, text, at, manager, quoted, false, member);
    }

    /** Asked by a member, in reply to nothing. */
    public Ask(ChatId chat, String member, String text, Instant at, boolean manager) {
        this(chat, member, text, at, manager, "");
    }

    /** Asked by a member who is no manager. */
    public Ask(ChatId chat, String member, String text, Instant at) {
        this(chat, member, text, at, false);
    }

    /** The same question, to be answered as of another moment. */
    public Ask asOf(Instant moment) {
        return new Ask(chat, member, text, moment, manager, quoted, alone, name);
    }
}
