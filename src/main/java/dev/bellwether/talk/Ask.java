package dev.bellwether.talk;

import java.time.Instant;

/**
 * What a member asks.
 *
 * @param chat where it was asked
 * @param member who asked, as the front names the person
 * @param text the command with its arguments as typed, such as {@code /quote BABA JD}
 * @param at when it was asked; the answer is given as of this moment
 * @param manager whether this person manages the group: may settle what members dispute
 */
public record Ask(ChatId chat, String member, String text, Instant at, boolean manager) {
    /** Asked by a member who is no manager. */
    public Ask(ChatId chat, String member, String text, Instant at) {
        this(chat, member, text, at, false);
    }
}
