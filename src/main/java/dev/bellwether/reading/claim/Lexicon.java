package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Lines;
import dev.bellwether.reading.token.Mark;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of the data files as a tree of words. The longest phrase that begins at a token is found in a number of steps
 * bounded by the longest phrase. Where two files give the same phrase a sense, the first file named here wins.
 */
final class Lexicon {
    static final Lexicon PRESS = new Lexicon(List.of("moves", "periods", "attributes", "things", "dates", "links"));

    private static final String NUMBER = "#";

    private final Node root = new Node();

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();

        @Nullable
        Entry entry;
    }

    /** A phrase as the files have it. */
    private record Entry(Sense sense, String argument, String phrase) {}

    Lexicon(List<String> files) {
        for (String file : files) {
            Lines.of(Lexicon.class, file + ".txt").forEach(this::line);
        }
    }

    private void line(String line) {
        int bar = line.indexOf('|');
        String[] head = line.substring(0, bar).strip().split(" ", -1);
        Sense sense = Sense.valueOf(head[0]);
        String argument = head.length > 1 ? head[1] : "";
        for (String phrase : line.substring(bar + 1).split(",", -1)) {
            add(phrase.strip(), sense, argument);
        }
    }

    private void add(String phrase, Sense sense, String argument) {
        Node node = root;
        StringBuilder plain = new StringBuilder();
        for (String word : phrase.replace("'s", " 's").split(" ", -1)) {
            String key = NumberWords.known(word) ? NUMBER : word;
            plain.append(plain.isEmpty() ? "" : " ").append(key);
            node = node.next.computeIfAbsent(key, _ -> new Node());
        }
        if (node.entry == null) {
            node.entry = new Entry(sense, argument, plain.toString());
        }
    }

    /** The longest phrase that begins at a token; null if none does. */
    @Nullable
    Step longest(List<Token> tokens, int start) {
        Step best = null;
        Node node = root;
        int number = 0;
        int at = start;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (at > start && hyphen(tokens, at)) {
                at++;
                continue;
            }
            Node next = token instanceof Word word ? node.next.get(word.lower()) : mark(node, token);
            int end = at + 1;
            if (next == null && node.next.containsKey(NUMBER)) {
                NumberWords.Found found = NumberWords.at(tokens, at);
                next = found == null ? null : node.next.get(NUMBER);
                number = found == null ? number : found.value();
                end = found == null ? end : found.end();
            }
            if (next == null) {
                break;
            }
            node = next;
            at = end;
            Step step = node.entry == null
                    ? null
                    : Resolve.step(node.entry.sense, node.entry.argument, node.entry.phrase, number, start, at, tokens);
            best = step == null ? best : step;
        }
        return best;
    }

    private static @Nullable Node mark(Node node, Token token) {
        return token instanceof Mark ? node.next.get(token.text()) : null;
    }

    private static boolean hyphen(List<Token> tokens, int at) {
        return tokens.get(at) instanceof Mark mark
                && mark.is('-')
                && mark.touches(tokens.get(at - 1))
                && at + 1 < tokens.size();
    }
}
