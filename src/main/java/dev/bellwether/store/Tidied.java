package dev.bellwether.store;

/**
 * What was thrown away because its time was over.
 *
 * @param chats that could not be reached for 30 days, with all that belonged to them
 * @param updates numbers of platforms' updates that were dealt with 7 days ago
 * @param buttons commands that no button carried for 180 days
 * @param told what digests told 21 days ago
 * @param facts that were seen in prices 400 days ago
 * @param alerts that have been done for 90 days
 * @param items of feeds that chats follow, older than 30 days, or of feeds that none follows
 */
public record Tidied(int chats, int updates, int buttons, int told, int facts, int alerts, int items) {
    /** Whether there was nothing to throw away. */
    public boolean isNothing() {
        return chats + updates + buttons + told + facts + alerts + items == 0;
    }
}
