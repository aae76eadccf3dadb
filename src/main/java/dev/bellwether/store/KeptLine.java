package dev.bellwether.store;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Voice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence in one column, so that it can be worded for whoever reads it later. A sentence of the bot's own with texts in it is its
 * key and the texts, each behind a separator that stands in no text; everything else is what an English reader reads.
 */
final class KeptLine {
    /** The unit separator of ASCII. */
    private static final String MARK = "\u001f";

    private KeptLine() {}

    static String text(Line line) {
        return line.spans().size() == 1 && line.spans().getFirst() instanceof Span.Phrase phrase
                ? MARK + String.join(MARK, texts(phrase))
                : plain(line);
    }

    private static List<String> texts(Span.Phrase phrase) {
        return Stream.concat(Stream.of(phrase.key()), phrase.parts().stream().map(KeptLine::plain))
                .toList();
    }

    private static String plain(Line line) {
        return Voice.english().plain(line).replace(MARK, " ");
    }

    static Line of(String text) {
        if (!text.startsWith(MARK)) {
            return Line.of(text);
        }
        List<String> texts = Arrays.asList(text.substring(MARK.length()).split(MARK, -1));
        return Line.say(texts.getFirst(), texts.stream().skip(1).toArray());
    }
}
