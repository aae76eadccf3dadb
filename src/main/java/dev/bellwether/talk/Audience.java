package dev.bellwether.talk;

import java.util.LinkedHashSet;
import java.util.List;

/** Who is to get a {@link Notice}. Turned into chats page by page when the notice is sent out, not when it is made. */
public sealed interface Audience {
    /**
     * These chats; each once.
     *
     * @param chats at most {@value #MOST}: more than that is a topic
     */
    record These(List<ChatId> chats) implements Audience {
        /** How many chats may be named one by one. */
        public static final int MOST = 1_000;

        /** @throws IllegalArgumentException if there are too many, or none */
        public These {
            chats = List.copyOf(new LinkedHashSet<>(chats));
            if (chats.isEmpty() || chats.size() > MOST) {
                throw new IllegalArgumentException(chats.size() + " chats named one by one");
            }
        }
    }

    /**
     * The chats that subscribed to a topic and are not retired.
     *
     * @param name as in {@link Subscriptions}
     */
    record Topic(String name) implements Audience {}

    /**
     * The chats that subscribed to at least one of several topics and are not retired; each once.
     *
     * @param names as in {@link Subscriptions}
     */
    record AnyTopic(List<String> names) implements Audience {
        /** @throws IllegalArgumentException if there is none */
        public AnyTopic {
            names = List.copyOf(new LinkedHashSet<>(names));
            if (names.isEmpty()) {
                throw new IllegalArgumentException("no topic");
            }
        }
    }

    /**
     * All chats of a front that are not retired.
     *
     * @param front as in {@link ChatId#front}
     */
    record Everyone(String front) implements Audience {}

    /** One chat. */
    static Audience chat(ChatId chat) {
        return new These(List.of(chat));
    }
}
