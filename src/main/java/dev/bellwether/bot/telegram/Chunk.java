package dev.bellwether.bot.telegram;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows that belong together: a block of a card.
 *
 * @param gap whether a blank line stands before it
 * @param leads whether it must not be the last of a message while something follows, as a heading
 * @param repeated how many of its first rows stand again when it goes on in another message: the head of a table
 */
record Chunk(List<Row> rows, boolean gap, boolean leads, int repeated) {
    Chunk {
        rows = List.copyOf(rows);
    }

    Chunk(List<Row> rows, boolean gap) {
        this(rows, gap, false, 0);
    }

    /** This and what it leads, as one. */
    Chunk with(Chunk next) {
        Stream<Row> between = next.gap() ? Stream.of(Row.BLANK) : Stream.empty();
        List<Row> all = Stream.of(rows.stream(), between, next.rows().stream())
                .flatMap(part -> part)
                .toList();
        return new Chunk(all, gap, next.leads(), 0);
    }
}
