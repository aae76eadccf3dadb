package dev.bellwether.reading.token;

/**
 * A sentence, a headline or an item of a list, as a run of tokens.
 *
 * @param from index of its first token
 * @param to index after its last token; greater than {@code from}
 */
public record Sentence(int from, int to) {}
