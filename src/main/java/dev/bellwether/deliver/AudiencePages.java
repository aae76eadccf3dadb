package dev.bellwether.deliver;

import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says page by page who belongs to an audience, so that no audience ever stands in memory as a whole. */
@FunctionalInterface
public interface AudiencePages {
    /**
     * One page. Who joins or leaves the audience meanwhile may be on a later page or not; nobody who stays is left out.
     *
     * @param from where it begins, as the page before said; null for the first
     * @param most how many chats at most
     * @param now chats that want to hear nothing of the topics at this moment are left out
     */
    Page page(Audience audience, @Nullable String from, int most, Instant now);

    /**
     * Some of an audience.
     *
     * @param chats may be empty even if more follow
     * @param next where the next page begins; null if this is the last
     */
    record Page(List<ChatId> chats, @Nullable String next) {
        public Page {
            chats = List.copyOf(chats);
        }
    }
}
