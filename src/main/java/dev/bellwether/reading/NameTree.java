package dev.bellwether.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names as chains of tokens: a walk along a text finds the longest name that begins at a place without trying each name. */
final class NameTree {
    private final Node root = new Node();

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();

        @Nullable
        String symbol;
    }

    /**
     * A name found.
     *
     * @param symbol the instrument it names
     * @param end index of the token behind it
     */
    record Match(String symbol, int end) {}

    /** Adds a name; one that is there already keeps its instrument. A final full stop does not count: text may lack it. */
    void add(String name, String symbol) {
        List<Token> tokens = Token.of(name);
        int end = tokens.size();
        while (end > 1 && tokens.get(end - 1).text().equals(".")) {
            end--;
        }
        Node node = root;
        for (int i = 0; i < end; i++) {
            node = node.next.computeIfAbsent(tokens.get(i).link(i == 0), _ -> new Node());
        }
        if (node != root && node.symbol == null) {
            node.symbol = symbol;
        }
    }

    /** The longest name that begins at a token; null if none does. */
    @Nullable
    Match longest(List<Token> tokens, int start) {
        Node node = root;
        Match best = null;
        for (int i = start; i < tokens.size(); i++) {
            node = node.next.get(tokens.get(i).link(i == start));
            if (node == null) {
                return best;
            }
            if (node.symbol != null) {
                best = new Match(node.symbol, i + 1);
            }
        }
        return best;
    }
}
