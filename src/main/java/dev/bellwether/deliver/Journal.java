package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent, when, what came back, or why not. Only reads. */
public interface Journal {
    /** How things stand with all chats. */
    Totals totals(Instant now);

    /** What became of a notice. */
    Optional<Told> notice(String key);

    /** What became of a notice in its chats: those that did not go well first, then the latest. */
    List<Entry> chats(String key, int most);

    /** What was sent to a chat or waits for it, the latest first. */
    List<Entry> of(ChatId chat, int most);

    /** What is known of a chat: empty if the bot never heard of it. */
    Optional<Known> chat(ChatId chat);

    /**
     * How things stand.
     *
     * @param waiting envelopes to be sent
     * @param unexpanded notices of which not all envelopes are made
     * @param oldest when the notice was committed that waits longest; null if none waits
     * @param lastHour how many envelopes ended in the last hour, by how
     * @param retiredChats how many chats the bot can't reach
     */
    record Totals(
            long waiting,
            long unexpanded,
            @Nullable Instant oldest,
            Map<Change.End, Long> lastHour,
            long retiredChats) {
        public Totals {
            lastHour = Map.copyOf(lastHour);
        }

        /** How many ended in this way in the last hour. */
        public long lastHour(Change.End end) {
            return lastHour.getOrDefault(end, 0L);
        }
    }

    /**
     * A notice and what became of it.
     *
     * @param expanded when its last envelope was made; null if not all are
     * @param waiting how many of its envelopes are to be sent
     * @param ended how many ended, by how
     */
    record Told(
            String key,
            Lane lane,
            Instant created,
            Instant expires,
            @Nullable Instant expanded,
            long waiting,
            Map<Change.End, Long> ended) {
        public Told {
            ended = Map.copyOf(ended);
        }
    }

    /**
     * One envelope.
     *
     * @param key of its notice
     * @param created when its notice was committed
     * @param end how it ended; null while it waits
     * @param ended when it ended; null while it waits
     * @param detail what happened last; null if nothing went wrong
     * @param due not tried before; null if it is ready, being sent, or behind others of its chat
     * @param again whether a call was begun whose end is not known
     * @param failures what went wrong before, the earliest first
     */
    record Entry(
            String key,
            ChatId chat,
            Lane lane,
            Instant created,
            Instant expires,
            Change.@Nullable End end,
            @Nullable Instant ended,
            @Nullable String detail,
            int tries,
            List<String> messages,
            @Nullable Instant due,
            boolean again,
            List<Failure> failures) {
        public Entry {
            messages = List.copyOf(messages);
            failures = List.copyOf(failures);
        }
    }

    /** Something that went wrong. */
    record Failure(Instant at, String what) {}

    /**
     * A chat.
     *
     * @param retired since when it can't be reached; null if it can
     * @param why it can't be reached
     */
    record Known(
            ChatId chat,
            Instant lastSeen,
            @Nullable Instant retired,
            @Nullable String why) {}
}
