package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.PrivateChats;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a subject means, as a condition.
 *
 * @param chats a query that gives the ids of the chats in question
 * @param values what the placeholders of the conditions stand for
 */
record Scope(String chats, Map<String, String> values) {
    private static final String OF_FRONT = "SELECT id FROM chats WHERE front = :front";

    Scope {
        values = Map.copyOf(values);
    }

    static Scope of(Memory.Subject subject) {
        return switch (subject) {
            case Memory.Whole(ChatId chat) -> of(chat.front(), chat, null);
            case Memory.Person(String front, String member, ChatId chat) -> of(front, chat, member);
        };
    }

    private static Scope of(String front, @Nullable ChatId chat, @Nullable String member) {
        Map<String, String> values = new HashMap<>(Map.of("front", front));
        if (member != null) {
            values.put("member", member);
        }
        if (chat == null) {
            return new Scope(OF_FRONT, values);
        }
        values.put("chat", chat.id());
        return new Scope(OF_FRONT + " AND chat = :chat", values);
    }

    /**
     * What belongs to a chat as a whole, or to a person by the private chat with the bot: of a person everywhere, or in that chat.
     *
     * @return empty for a person in a chat with others, or one whose private chat has no name
     */
    static Optional<Scope> ofWholeOrPrivate(Memory.Subject subject) {
        return toldIn(subject).map(chat -> of(new Memory.Whole(chat)));
    }

    /** The chat in which a subject is told what concerns it alone, as in {@link #ofWholeOrPrivate}. */
    static Optional<ChatId> toldIn(Memory.Subject subject) {
        return switch (subject) {
            case Memory.Whole(ChatId chat) -> Optional.of(chat);
            case Memory.Person(String front, String member, ChatId chat) ->
                PrivateChats.of(front, member).filter(own -> chat == null || own.equals(chat));
        };
    }

    /** Whether it means one person and not all. */
    boolean isPerson() {
        return values.containsKey("member");
    }

    /** The rows of a table with a {@code chat_id} whose person stands in a column. */
    String rows(String column) {
        return "chat_id IN (" + chats + ")" + (isPerson() ? " AND " + column + " = :member" : "");
    }

    <T extends SqlStatement<T>> T bind(T statement) {
        return statement.bindMap(values);
    }
}
