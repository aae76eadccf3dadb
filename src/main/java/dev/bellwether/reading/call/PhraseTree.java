package dev.bellwether.reading.call;

import dev.bellwether.reading.token.Mark;
import dev.bellwether.reading.token.Money;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Percent;
import dev.bellwether.reading.token.Ticker;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Tokenizer;
import dev.bellwether.reading.token.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases, found as the longest run of tokens. Upper and lower case do not count, neither do hyphens, commas within names, the
 * dots of abbreviations, or whether "&" or "and" is written.
 *
 * @param <V> what a phrase stands for
 */
final class PhraseTree<V> {
    /** A match reaches no further than this many tokens, so that looking at one place takes bounded time. */
    private static final int LONGEST = 12;

    /**
     * A phrase found.
     *
     * @param end the token after its last
     * @param value what it stands for
     */
    record Match<V>(int end, V value) {}

    private static final class Node<V> {
        final Map<String, Node<V>> next = new HashMap<>();

        @Nullable
        V value;
    }

    private final Node<V> root = new Node<>();

    /** Adds a phrase; the first meaning of a phrase stays. */
    void add(String phrase, V value) {
        Node<V> node = root;
        for (Token token : Tokenizer.read(phrase).tokens()) {
            String key = key(token);
            if (!key.isEmpty()) {
                node = node.next.computeIfAbsent(key, k -> new Node<>());
            }
        }
        if (node != root && node.value == null) {
            node.value = value;
        }
    }

    /** The longest phrase that begins at a token; null if none does. */
    @Nullable
    Match<V> at(List<Token> tokens, int start, int limit) {
        Node<V> node = root;
        Match<V> found = null;
        for (int i = start; i < Math.min(limit, start + LONGEST); i++) {
            String key = key(tokens.get(i));
            if (key.isEmpty() && i > start) {
                continue;
            }
            node = node.next.get(key);
            if (node == null) {
                break;
            }
            if (node.value != null) {
                found = new Match<>(i + 1, node.value);
            }
        }
        return found;
    }

    private static String key(Token token) {
        return switch (token) {
            case Word word -> "and".equals(word.lower()) ? "&" : word.lower();
            case Mark mark when mark.is('-') || mark.is(',') -> "";
            case Mark mark -> mark.text();
            case Numeral numeral -> numeral.text();
            case Money money -> money.text();
            case Percent percent -> percent.text();
            case Ticker ticker -> ticker.text();
        };
    }
}
