package dev.bellwether.bot.discord;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a card as lines of markdown. */
final class LineMarkdown {
    /** The words of a link are a headline, not a story. */
    private static final int LONGEST_LINK_TEXT = 300;

    /** A value is a word or two; what is longer came from elsewhere. */
    private static final int LONGEST_VALUE = 300;

    /** Keeps two neighbours from being read as one mark, or as an address: {@code **a***b*}. */
    private static final String NOTHING = "\u200b";

    private final Voice voice;

    LineMarkdown(Voice voice) {
        this.voice = voice;
    }

    /** One line of markdown, however long. */
    String of(Line line) {
        return of(line, true);
    }

    /** @param lineStart whether it begins a line */
    String of(Line line, boolean lineStart) {
        StringBuilder text = new StringBuilder();
        for (Span span : line.spans()) {
            String next = of(span, lineStart && text.toString().isBlank());
            boolean touching =
                    !text.isEmpty() && !next.isEmpty() && clash(text.charAt(text.length() - 1), next.charAt(0));
            text.append(touching ? NOTHING : "").append(next);
        }
        return text.toString().strip();
    }

    private static boolean clash(char last, char first) {
        return (last == first && "*~`|/".indexOf(first) >= 0) || (last == ':' && first == '/');
    }

    private String of(Span span, boolean lineStart) {
        return switch (span) {
            case Span.Text(String text, Span.Style style) -> styled(CleanCharacters.of(text), style, lineStart);
            case Span.Link(Line words, var target) ->
                Markdown.link(
                        CleanCharacters.shortened(CleanCharacters.of(voice.plain(words)), LONGEST_LINK_TEXT),
                        target,
                        lineStart);
            case Span.Shown shown -> Markdown.escape(value(shown), lineStart);
            case Span.Phrase _, Span.Counted _ -> of(voice.speak(new Line(List.of(span))), lineStart);
        };
    }

    private String value(Span.Shown shown) {
        return CleanCharacters.shortened(CleanCharacters.of(voice.text(shown.value())), LONGEST_VALUE);
    }

    private static String styled(String clean, Span.Style style, boolean lineStart) {
        return switch (style) {
            case PLAIN -> Markdown.escape(clean, lineStart);
            case STRONG -> Markdown.strong(Markdown.escape(clean, false));
            case EMPHASIS -> Markdown.emphasis(Markdown.escape(clean, false));
            case STRUCK -> Markdown.struck(Markdown.escape(clean, false));
            case CODE -> Markdown.code(clean);
        };
    }

    /** The line as lines of markdown of at most {@code room} characters, cut between words, and never in a link or a value. */
    List<String> split(Line line, int room) {
        String whole = of(line);
        if (whole.length() <= room) {
            return whole.isEmpty() ? List.of() : List.of(whole);
        }
        List<String> lines = new ArrayList<>();
        Line part = Line.empty();
        int length = 0;
        for (Span piece : pieces(voice.speak(line), room / 8)) {
            int more = of(piece, true).length() + NOTHING.length();
            if (length + more > room) {
                lines.add(of(part));
                part = Line.empty();
                length = 0;
            }
            part = part.then(new Line(List.of(piece)));
            length += more;
        }
        lines.add(of(part));
        return lines.stream().filter(each -> !each.isBlank()).toList();
    }

    /** The same line in pieces between which it may be cut. */
    private static List<Span> pieces(Line line, int longest) {
        List<Span> pieces = new ArrayList<>();
        for (Span span : line.spans()) {
            if (span instanceof Span.Text(String text, Span.Style style)) {
                words(CleanCharacters.of(text), longest).forEach(word -> pieces.add(new Span.Text(word, style)));
            } else {
                pieces.add(span);
            }
        }
        return pieces;
    }

    /** Some words together, each group with the blank behind it, so that a long text does not take a step for each word. */
    private static List<String> words(String text, int longest) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + longest);
            if (end < text.length()) {
                int blank = text.lastIndexOf(' ', end - 1);
                end = blank >= start ? blank + 1 : start + CleanCharacters.cut(text.substring(start), longest);
            }
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }

    /** The line as plain text on one line, without invisible characters, for labels, titles and tables. */
    String plain(Line line) {
        return voice.speak(line).spans().stream()
                .map(this::plain)
                .collect(Collectors.joining())
                .strip();
    }

    private String plain(Span span) {
        return CleanCharacters.of(voice.plain(new Line(List.of(span))));
    }
}
