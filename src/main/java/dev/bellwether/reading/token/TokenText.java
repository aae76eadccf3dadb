package dev.bellwether.reading.token;

import java.util.List;

/**
 * A text with its tokens and sentences.
 *
 * @param text as given
 * @param tokens in the order of the text
 * @param sentences in the order of the text; every token is in one
 */
public record TokenText(String text, List<Token> tokens, List<Sentence> sentences) {
    public TokenText {
        tokens = List.copyOf(tokens);
        sentences = List.copyOf(sentences);
    }

    /** The tokens of a sentence. */
    public List<Token> of(Sentence sentence) {
        return tokens.subList(sentence.from(), sentence.to());
    }

    /** A sentence as printed. */
    public String text(Sentence sentence) {
        return between(sentence.from(), sentence.to());
    }

    /** The text from the first token to before another one, as printed; empty if there is none between. */
    public String between(int from, int to) {
        return from >= to
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
