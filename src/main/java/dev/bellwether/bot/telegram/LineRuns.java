package dev.bellwether.bot.telegram;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines of a card as runs. Texts are cleaned here and escaped where they are written. */
record LineRuns(Voice voice) {
    /** The line with its styles and links. */
    List<Run> of(Line line) {
        return voice.speak(line).spans().stream()
                .map(this::run)
                .filter(run -> !run.text().isEmpty())
                .toList();
    }

    /** The line with whatever has no style of its own set back. */
    List<Run> small(Line line) {
        return of(line).stream()
                .map(run -> run.style() == Run.Style.PLAIN ? Run.small(run.text()) : run)
                .toList();
    }

    /** The line without styles. */
    String text(Line line) {
        return of(line).stream()
                .map(run -> run.style() == Run.Style.STRUCK ? "~" + run.text() + "~" : run.text())
                .collect(Collectors.joining())
                .strip();
    }

    /** The line with whatever has no style of its own made to stand out. */
    List<Run> strong(Line line) {
        return of(line).stream()
                .map(run -> run.style() == Run.Style.PLAIN ? Run.strong(run.text()) : run)
                .toList();
    }

    private Run run(Span span) {
        return switch (span) {
            case Span.Text(String text, Span.Style style) -> styled(text, style);
            case Span.Link(Line words, URI target) -> link(CleanText.shown(voice.plain(words)), target);
            case Span.Shown shown -> Run.plain(CleanText.shown(voice.text(shown.value())));
            case Span.Phrase _, Span.Counted _ -> Run.plain(CleanText.shown(voice.plain(new Line(List.of(span)))));
        };
    }

    private static Run styled(String text, Span.Style style) {
        return switch (style) {
            case PLAIN -> Run.plain(CleanText.shown(text));
            case STRONG -> Run.strong(CleanText.shown(text));
            case EMPHASIS -> Run.small(CleanText.shown(text));
            case STRUCK -> new Run(CleanText.shown(text), Run.Style.STRUCK, null);
            case CODE -> new Run(CleanText.typed(text), Run.Style.CODE, null);
        };
    }

    /** Words that lead to a web page; words alone for any other address. */
    static Run link(String text, URI target) {
        return isWebPage(target) ? Run.link(text, target.toASCIIString()) : Run.plain(text);
    }

    static boolean isWebPage(URI target) {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http")) && target.getHost() != null;
    }
}
