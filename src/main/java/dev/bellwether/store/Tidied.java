package dev.bellwether.store;

/**
 * What was thrown away because its time was over.
 *
 * @param chats that could not be reached for 30 days, with all that belonged to them
 * @param updates numbers of platforms' updates that were dealt with 7 days ago
 * @param buttons commands that no button carried for 180 days
 * @param alerts that have been done for 90 days
 * @param facts that were seen in prices 400 days ago
 */
public record Tidied(int chats, int updates, int buttons, int alerts, int facts) {
    /** Whether there was nothing to throw away. */
    public boolean isNothing() {
        return chats + updates + buttons + alerts + facts == 0;
    }
}
