package dev.bellwether.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/**
 * Who manages which group or channel, looked up and remembered for some minutes. All administrators of a chat are asked for at
 * once: one call does for all members, and unlike the question after one member it is answered to bots that are no
 * administrators themselves. Whoever can't be looked up manages nothing.
 */
final class Admins {
    private static final Logger LOG = LoggerFactory.getLogger(Admins.class);
    private static final int MOST = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(30);

    private final Wire wire;
    private final InstantSource clock;
    private final Map<Long, Known> chats = new LinkedHashMap<>();

    private record Known(Set<Long> people, Instant until) {}

    Admins(Wire wire, InstantSource clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /** Whether a person manages a chat. May ask Telegram. */
    boolean manages(long chat, long person) {
        Known known = known(chat);
        if (known == null) {
            known = lookedUp(chat);
            keep(chat, known);
        }
        return known.people().contains(person);
    }

    /** The rights in a chat changed. */
    synchronized void forget(long chat) {
        chats.remove(chat);
    }

    private synchronized @Nullable Known known(long chat) {
        Known known = chats.get(chat);
        return known == null || !clock.instant().isBefore(known.until()) ? null : known;
    }

    private synchronized void keep(long chat, Known known) {
        chats.remove(chat);
        chats.put(chat, known);
        if (chats.size() > MOST) {
            chats.remove(chats.keySet().iterator().next());
        }
    }

    private Known lookedUp(long chat) {
        GetChatAdministrators question =
                GetChatAdministrators.builder().chatId(Long.toString(chat)).build();
        try {
            ArrayList<ChatMember> members = wire.ask(client -> client.executeAsync(question));
            Set<Long> people =
                    members.stream().map(member -> member.getUser().getId()).collect(Collectors.toUnmodifiableSet());
            return new Known(people, clock.instant().plus(KEPT));
        } catch (Failure e) {
            LOG.warn("Who manages chat {} could not be looked up: {}", chat, e.text());
            return new Known(Set.of(), clock.instant().plus(FAILURE_KEPT));
        }
    }
}
