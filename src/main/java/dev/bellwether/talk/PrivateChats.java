package dev.bellwether.talk;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a front names the private chat with a person, so that a person can be told something by himself. */
public final class PrivateChats {
    /** What stands before a person's number in the name of the private chat with that person. */
    private static final Map<String, String> BEFORE = Map.of("discord", "user:", "telegram", "");

    /** A channel that speaks for itself is no person: Telegram gives it a number below zero. */
    private static final Pattern PERSON = Pattern.compile("[0-9]{1,20}");

    private PrivateChats() {}

    /** Whether a front has private chats that can be named by the person in them. */
    public static boolean known(String front) {
        return BEFORE.containsKey(front);
    }

    /**
     * The private chat with a person.
     *
     * @param member as in {@link Ask#member}
     * @return empty if the front has none that can be named, or the asker is no person
     */
    public static Optional<ChatId> of(String front, String member) {
        return known(front) && PERSON.matcher(member).matches()
                ? Optional.of(new ChatId(front, BEFORE.get(front) + member))
                : Optional.empty();
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
