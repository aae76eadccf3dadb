package dev.bellwether.reading.claim;

import org.jspecify.annotations.Nullable;

/**
 * A company, fund or market named in a text.
 *
 * @param from index of its first token in the sentence
 * @param to index after its last token
 * @param name as printed; null if only its ticker is
 * @param symbol the ticker as printed; null if none is
 * @param weight how plainly the words around show that its share is spoken of
 * @param market whether it is an index or an industry
 */
record Mention(
        int from, int to, @Nullable String name, @Nullable String symbol, int weight, boolean market) {
    /** The first word of the name, by which mentions of one company are counted together. */
    String first() {
        String whole = name == null ? String.valueOf(symbol) : name;
        int blank = whole.indexOf(' ');
        return blank < 0 ? whole : whole.substring(0, blank);
    }
}
