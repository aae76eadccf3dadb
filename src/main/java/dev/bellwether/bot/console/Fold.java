package dev.bellwether.bot.console;

import dev.bellwether.talk.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds text behind a label at blanks, and sets what follows in under where it began. A word may be made of pieces in different
 * styles; one that is wider than a line is broken anywhere, as Chinese may be. Not thread-safe; one for each text.
 */
final class Fold {
    private static final int WIDTH = 80;
    private static final int NARROWEST = 20;

    private record Piece(String text, Span.Style style) {}

    private final Paint paint;
    private final String margin;
    private final int room;
    private final List<String> lines = new ArrayList<>();
    private final List<Piece> word = new ArrayList<>();
    private StringBuilder current;
    private int used;
    private int blanks;

    Fold(Paint paint, String label) {
        this.paint = paint;
        this.margin = " ".repeat(Columns.of(label));
        this.room = Math.max(NARROWEST, WIDTH - margin.length());
        this.current = new StringBuilder(paint.label(label));
    }

    /** Adds text; a piece of a word sticks to the one before it. */
    void add(String text, Span.Style style) {
        int start = 0;
        for (int blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', start)) {
            piece(text.substring(start, blank), style);
            endWord();
            blanks++;
            start = blank + 1;
        }
        piece(text.substring(start), style);
    }

    /** All lines; nothing may be added after it. */
    List<String> lines() {
        endWord();
        lines.add(current.toString());
        return lines;
    }

    private void piece(String text, Span.Style style) {
        if (!text.isEmpty()) {
            word.add(new Piece(text, style));
        }
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        int width = word.stream().mapToInt(piece -> Columns.of(piece.text())).sum();
        if (used > 0 && used + blanks + width > room) {
            newLine();
        } else {
            current.append(" ".repeat(blanks));
            used += blanks;
        }
        blanks = 0;
        word.forEach(piece -> append(piece, width));
        word.clear();
    }

    private void append(Piece piece, int wordWidth) {
        if (wordWidth <= room) {
            current.append(paint.styled(piece.text(), piece.style()));
            used += Columns.of(piece.text());
            return;
        }
        StringBuilder part = new StringBuilder();
        for (int character : piece.text().codePoints().toArray()) {
            if (used + Columns.of(character) > room) {
                current.append(paint.styled(part.toString(), piece.style()));
                part.setLength(0);
                newLine();
            }
            part.appendCodePoint(character);
            used += Columns.of(character);
        }
        current.append(paint.styled(part.toString(), piece.style()));
    }

    private void newLine() {
        lines.add(current.toString());
        current = new StringBuilder(margin);
        used = 0;
    }
}
