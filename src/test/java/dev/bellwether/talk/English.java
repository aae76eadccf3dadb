package dev.bellwether.talk;

import java.util.List;

/** Lines as an English reader reads them, for tests that look at the words. */
public final class English {
    private English() {}

    /** One line. */
    public static String of(Line line) {
        return Voice.english().plain(line);
    }

    /** Several. */
    public static List<String> of(List<Line> lines) {
        return lines.stream().map(English::of).toList();
    }
}
