package dev.bellwether.bot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * One key of a message's keyboard.
 *
 * @param data what pressing it sends, at most 64 bytes of UTF-8; null if it opens a page
 * @param url the page it opens; null if it sends data
 */
record Key(String label, @Nullable String data, @Nullable String url) {
    static Key sending(String label, String data) {
        return new Key(label, data, null);
    }

    static Key opening(String label, String url) {
        return new Key(label, null, url);
    }
}
