package dev.bellwether.talk;

import java.time.Instant;

/**
 * What a member asks.
 *
 * @param chat where it was asked
 * @param member who asked, as the front names the person
 * @param text the command with its arguments as typed, such as {@code /quote BABA JD}
 * @param at when it was asked; the answer is given as of this moment
 */
public record Ask(ChatId chat, String member, String text, Instant at) {}
