package dev.bellwether.talk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept about people and chats: shown to them and deleted on their word. Safe for threads. */
public interface Memory {
    /** Everything that is kept about a subject, by kind; kinds of which nothing is kept are left out. */
    List<Kept> about(Subject subject);

    /**
     * Deletes all that {@link #about} shows, in one transaction. Where something belongs to the chat too, such as a mark that
     * was settled, the person's name and words are taken out of it.
     *
     * @return what was deleted
     */
    List<Kept> forget(Subject subject);

    /** Whom it is about. */
    sealed interface Subject {}

    /**
     * A person.
     *
     * @param front on which
     * @param member as the front names the person, as in {@link Ask#member}
     * @param chat the only chat in question; null for every chat of the front
     */
    record Person(String front, String member, @Nullable ChatId chat) implements Subject {}

    /** A chat with everything in it, whoever it belongs to. */
    record Whole(ChatId chat) implements Subject {}

    /** What kind of thing is kept. */
    enum Kind {
        /** That the chat is known, since when, and what it has chosen. */
        CHAT("chat"),
        /** A symbol on a watchlist. */
        WATCHED("watchlist"),
        /** Somebody's word that a fact is wrong. */
        MARK("marks"),
        /** Somebody's decision on such a word. */
        DECISION("decisions"),
        /** That a person set the bot up in a chat. */
        SET_UP("set-up"),
        /** A topic of which a chat is told. */
        SUBSCRIBED("subscriptions"),
        /** A feed that a chat follows. */
        FEED("feeds"),
        /** What a chat is told regularly. */
        DIGEST("digests"),
        /** A topic of which a chat is told nothing. */
        MUTED("muted"),
        /** That a chat is told about what is on somebody's watchlist. */
        FOLLOWED("followed"),
        /** A price that a member set to be watched. */
        LEVEL("levels"),
        /** A message that was sent to a chat, or waits for it. */
        MESSAGE("messages"),
        /** An alert that somebody set. */
        ALERT("alerts");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Its name in files, for ever. */
        public String code() {
            return code;
        }
    }

    /**
     * What is kept of one kind.
     *
     * @param entries at least one; each with its parts by name, moments in ISO 8601
     */
    record Kept(Kind kind, List<Map<String, String>> entries) {
        public Kept {
            entries = entries.stream()
                    .map(entry -> Collections.unmodifiableMap(new LinkedHashMap<>(entry)))
                    .toList();
        }
    }
}
