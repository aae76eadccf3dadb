package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import java.util.Optional;

/** Whom to tell when something can't be told to a chat. */
public interface Contacts {
    /** Another way to whoever set the bot up in a chat; empty if none is known. Not the chat itself. */
    Optional<ChatId> owner(ChatId chat);

    /** Where the operator reads; empty if only the log and {@code /status} are. */
    Optional<ChatId> operator();

    /** Nobody: it stands in the log and in {@code ./bot why}. */
    static Contacts none() {
        return operator(Optional.empty());
    }

    /** The operator alone. */
    static Contacts operator(Optional<ChatId> operator) {
        return new Contacts() {
            @Override
            public Optional<ChatId> owner(ChatId chat) {
                return Optional.empty();
            }

            @Override
            public Optional<ChatId> operator() {
                return operator;
            }
        };
    }
}
