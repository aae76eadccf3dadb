package dev.bellwether.digest;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat wants to be told regularly, and when.
 *
 * @param chat who gets it
 * @param number by which members name it, counted in each chat from 1; 0 while it is not kept
 * @param when it is due
 * @param what it is about
 * @param sections which parts it has, in this order, each once; at least one
 * @param length how much it says
 * @param weekly whether it looks back on a week: best and worst, calls of the week, the alerts that fired most
 * @param language it speaks; null for the chat's
 */
public record DigestSpec(
        ChatId chat,
        int number,
        When when,
        What what,
        List<Section> sections,
        Length length,
        boolean weekly,
        @Nullable Language language) {
    /** How much a digest says. */
    public enum Length {
        /** The headline and the first few of everything. */
        SHORT,
        /** Everything. */
        FULL
    }

    /** @throws IllegalArgumentException without a section */
    public DigestSpec {
        sections = sections.stream().distinct().toList();
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("no section");
        }
    }

    /** The same under a number. */
    public DigestSpec numbered(int other) {
        return new DigestSpec(chat, other, when, what, sections, length, weekly, language);
    }

    /** The same for a chat. */
    public DigestSpec in(ChatId other) {
        return new DigestSpec(other, number, when, what, sections, length, weekly, language);
    }

    /** Whether it says all. */
    boolean full() {
        return length == Length.FULL;
    }
}
