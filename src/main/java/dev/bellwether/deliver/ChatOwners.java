package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.PrivateChats;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom to tell when a chat can't be told: who set the bot up there, in private, and the operator of the settings. */
public final class ChatOwners implements Contacts {
    private final Chats chats;
    private final @Nullable ChatId operator;

    /** @param operator where the operator reads; null if only in the log and {@code /status} */
    public ChatOwners(Chats chats, @Nullable ChatId operator) {
        this.chats = chats;
        this.operator = operator;
    }

    @Override
    public Optional<ChatId> owner(ChatId chat) {
        return chats.owner(chat)
                .flatMap(member -> PrivateChats.of(chat.front(), member))
                .filter(own -> !own.equals(chat));
    }

    @Override
    public Optional<ChatId> operator() {
        return Optional.ofNullable(operator);
    }
}
