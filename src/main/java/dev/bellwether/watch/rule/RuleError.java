package dev.bellwether.watch.rule;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a typed rule can't be read, where, and what to type instead.
 *
 * @param typed the whole text
 * @param start index of the spot's first character in {@code typed}; its length if something is missing at the end
 * @param end index behind the spot; equal to {@code start} if something is missing there
 * @param message what is wrong, in a sentence or two
 * @param instead what may be put in place of the spot so that it reads on, likeliest first; may be empty
 */
public record RuleError(String typed, int start, int end, Line message, List<String> instead) {
    public RuleError {
        instead = List.copyOf(instead);
    }

    /** The whole text with each of {@link #instead} in place of the spot, for a button or an offer. */
    public List<String> corrected() {
        return instead.stream()
                .map(word -> typed.substring(0, start) + word + typed.substring(end))
                .toList();
    }

    /** The text around the spot, and a pointer to it, in letters of one width: two rows that stand under each other. */
    public List<Line> spot() {
        return Pointer.rows(typed, start, end);
    }

    /** All that a card says of it: the sentence with what was probably meant, then the spot. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(sentence())));
        spot().forEach(row -> blocks.add(new Block.Paragraph(row)));
        return blocks;
    }

    private Line sentence() {
        List<Line> words = instead.stream()
                .map(String::strip)
                .map(word -> Line.empty().code(word))
                .toList();
        return words.isEmpty() ? message : Line.say("rule.meant", message, Line.joined("value.or", words));
    }
}
