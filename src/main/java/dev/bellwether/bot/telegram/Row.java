package dev.bellwether.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between two line breaks that the bot set; phones fold it.
 *
 * @param kind what it is part of
 */
record Row(List<Run> runs, Kind kind) {
    Row {
        runs = List.copyOf(runs);
    }

    /** What a row is part of. Neighbours of one kind share one tag. */
    enum Kind {
        TEXT(""),
        /** In a fixed-width font; holds plain runs only, since Telegram allows nothing else inside. */
        TABLE("pre"),
        /** Small print, which phones fold up when it is long. */
        QUOTE("blockquote");

        private final String tag;

        Kind(String tag) {
            this.tag = tag;
        }

        String tag() {
            return tag;
        }
    }

    static final Row BLANK = new Row(List.of(), Kind.TEXT);

    static Row of(Run... runs) {
        return new Row(List.of(runs), Kind.TEXT);
    }

    static Row table(String text) {
        return new Row(List.of(Run.plain(text)), Kind.TABLE);
    }

    int units() {
        return runs.stream().mapToInt(Run::units).sum();
    }

    int entities() {
        return (int) runs.stream().filter(Run::isEntity).count();
    }

    /** Its text without styles; links as their words. */
    String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** A part of it by positions in {@link #text}. */
    Row part(int from, int to) {
        List<Run> parts = new ArrayList<>();
        int at = 0;
        for (Run run : runs) {
            int begin = Math.max(from - at, 0);
            int end = Math.min(to - at, run.units());
            if (begin < end) {
                parts.add(run.part(begin, end));
            }
            at += run.units();
        }
        return new Row(parts, kind);
    }

    /** The row in pieces with no more entities than this each. */
    List<Row> split(int most) {
        List<Row> pieces = new ArrayList<>();
        List<Run> piece = new ArrayList<>();
        int entities = 0;
        for (Run run : runs) {
            if (run.isEntity() && entities == most) {
                pieces.add(new Row(piece, kind));
                piece = new ArrayList<>();
                entities = 0;
            }
            entities += run.isEntity() ? 1 : 0;
            piece.add(run);
        }
        pieces.add(new Row(piece, kind));
        return pieces;
    }
}
