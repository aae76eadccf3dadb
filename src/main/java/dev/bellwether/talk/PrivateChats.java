package dev.bellwether.talk;

import java.util.Optional;

/** How a front names the chat between the bot and one person. */
public final class PrivateChats {
    private PrivateChats() {}

    /**
     * The private chat with a person; empty where a front has none, or where the bot was spoken to in the name of a whole group.
     *
     * @param member as the front names the person, as in {@link Ask#member}
     */
    public static Optional<ChatId> of(String front, String member) {
        return switch (front) {
            case "discord" -> Optional.of(new ChatId(front, "user:" + member));
            case "telegram" -> member.startsWith("-") ? Optional.empty() : Optional.of(new ChatId(front, member));
            default -> Optional.empty();
        };
    }

    /**
     * The same if it is likely that a message arrives there. On Telegram a person must have spoken to the bot first; on Discord any member
     * of a shared server can be written to, unless it failed before.
     */
    public static Optional<ChatId> reachable(Chats chats, String front, String member) {
        return of(front, member).filter(chat -> switch (chats.contact(chat)) {
            case IN_USE -> true;
            case RETIRED -> false;
            case UNKNOWN -> front.equals("discord");
        });
    }
}
