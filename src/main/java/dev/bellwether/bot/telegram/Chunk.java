package dev.bellwether.bot.telegram;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows that belong together: a block of a card.
 *
 * @param gap whether a blank line stands before it
 * @param leads whether it must not be the last of a message while something follows, as a heading
 * @param head rows that stand again when it goes on in another message: the head of a table; empty for none
 */
record Chunk(List<Row> rows, boolean gap, boolean leads, List<Row> head) {
    Chunk {
        rows = List.copyOf(rows);
        head = List.copyOf(head);
    }

    Chunk(List<Row> rows, boolean gap) {
        this(rows, gap, false, List.of());
    }

    /** One that leads to the next. */
    static Chunk leading(Row row, boolean gap) {
        return new Chunk(List.of(row), gap, true, List.of());
    }

    /** This and what it leads, as one; a heading under a heading stands off. */
    Chunk with(Chunk next) {
        Stream<Row> between = next.leads() ? Stream.of(Row.BLANK) : Stream.empty();
        List<Row> all = Stream.of(rows.stream(), between, next.rows().stream())
                .flatMap(part -> part)
                .toList();
        return new Chunk(all, gap, next.leads(), next.head());
    }
}
