package dev.bellwether.bot.telegram;

import java.util.ArrayList;
import java.util.List;

/**
 * Spreads the blocks of a card over as few messages as they need: split between blocks where that is possible, else between
 * rows, else between words. Not thread-safe; one for each card.
 */
final class Packer {
    /** Telegram drops the styles of further ones without a word. */
    private static final int MOST_ENTITIES = 100;

    private final int limit;
    private final List<Rich> messages = new ArrayList<>();
    private final List<Row> current = new ArrayList<>();
    private int units;
    private int entities;

    /** @param limit how many UTF-16 units a message takes */
    Packer(int limit) {
        this.limit = limit;
    }

    List<Rich> pack(List<Chunk> chunks) {
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            int repeated = chunk.repeated();
            while (chunk.leads() && i + 1 < chunks.size()) {
                i++;
                repeated = 0;
                chunk = chunk.with(chunks.get(i));
            }
            add(chunk, repeated);
        }
        flush();
        return messages;
    }

    private void add(Chunk chunk, int repeated) {
        int size = new Rich(chunk.rows()).units();
        int marks = chunk.rows().stream().mapToInt(Packer::entities).sum();
        boolean gap = chunk.gap() && !current.isEmpty();
        boolean fitsHere = fits(size + (gap ? 1 : 0), marks);
        if (!fitsHere && size <= limit && marks <= MOST_ENTITIES) {
            flush();
            gap = false;
        }
        if (gap) {
            put(Row.BLANK);
        }
        List<Row> head = chunk.rows().subList(0, repeated);
        chunk.rows().forEach(row -> add(row, head));
    }

    private void add(Row whole, List<Row> head) {
        Row row = whole.withEntities(MOST_ENTITIES - 1);
        if (fits(row.units(), entities(row))) {
            put(row);
            return;
        }
        int headUnits = new Rich(head).units() + 1;
        boolean again = !head.isEmpty() && !current.isEmpty() && headUnits + row.units() < limit;
        if (row.units() <= limit) {
            flush();
            if (again) {
                head.forEach(this::put);
            }
            put(row);
            return;
        }
        int room = limit - units - 1;
        if (room < limit / 4 || entities + entities(row) > MOST_ENTITIES) {
            flush();
            room = limit;
        }
        RowCut.cut(row, room, limit).forEach(piece -> {
            if (!fits(piece.units(), entities(piece))) {
                flush();
            }
            put(piece);
        });
    }

    /** Rows in a table or quotation share one entity; counted as one each, which is on the safe side. */
    private static int entities(Row row) {
        return row.entities() + (row.kind() == Row.Kind.TEXT ? 0 : 1);
    }

    private boolean fits(int moreUnits, int moreEntities) {
        int separator = current.isEmpty() ? 0 : 1;
        return units + separator + moreUnits <= limit && entities + moreEntities <= MOST_ENTITIES;
    }

    private void put(Row row) {
        if (row.equals(Row.BLANK) && current.isEmpty()) {
            return;
        }
        units += row.units() + (current.isEmpty() ? 0 : 1);
        entities += entities(row);
        current.add(row);
    }

    private void flush() {
        while (!current.isEmpty() && current.getLast().equals(Row.BLANK)) {
            current.removeLast();
        }
        if (!current.isEmpty()) {
            messages.add(new Rich(current));
        }
        current.clear();
        units = 0;
        entities = 0;
    }
}
