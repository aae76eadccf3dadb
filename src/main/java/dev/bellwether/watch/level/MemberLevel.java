package dev.bellwether.watch.level;

import dev.bellwether.talk.ChatId;
import java.time.Instant;

/**
 * A price that a member set to be watched.
 *
 * @param id of the store
 * @param chat where it was set, and where its breaks are told
 * @param member who set it, as the front names the person
 * @param listing symbol of the listing
 * @param price in the listing's currency, on its present scale
 * @param note the member's own words; may be empty
 * @param added when
 */
public record MemberLevel(
        long id, ChatId chat, String member, String listing, double price, String note, Instant added) {}
