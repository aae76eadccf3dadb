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
            while (chunk.leads() && i + 1 < chunks.size()) {
                i++;
                chunk = chunk.with(chunks.get(i));
            }
            add(chunk);
        }
        flush();
        return messages;
    }

    private void add(Chunk chunk) {
        int size = new Rich(chunk.rows()).units();
        int marks = entities(chunk.rows());
        boolean gap = chunk.gap() && !current.isEmpty();
        boolean fitsHere = fits(size + (gap ? 1 : 0), marks);
        if (!fitsHere && size <= limit && marks <= MOST_ENTITIES) {
            flush();
            gap = false;
        }
        if (gap) {
            put(Row.BLANK);
        }
        chunk.rows().forEach(row -> row.split(MOST_ENTITIES - 1).forEach(piece -> add(piece, chunk.head())));
    }

    private void add(Row row, List<Row> head) {
        if (fits(row.units(), entitiesOf(row))) {
            put(row);
        } else if (row.units() <= limit) {
            flush();
            boolean goesOn = row.kind() == Row.Kind.TABLE && !head.contains(row);
            if (goesOn && new Rich(head).units() + 1 + row.units() <= limit) {
                head.forEach(this::put);
            }
            put(row);
        } else {
            addInPieces(row);
        }
    }

    private void addInPieces(Row row) {
        int room = limit - units - 1;
        if (room < limit / 4 || entities + entitiesOf(row) > MOST_ENTITIES) {
            flush();
            room = limit;
        }
        RowCut.cut(row, room, limit).forEach(piece -> {
            if (!fits(piece.units(), entitiesOf(piece))) {
                flush();
            }
            put(piece);
        });
    }

    /** Rows in a table or quotation share one entity. */
    private static int entities(List<Row> rows) {
        int entities = 0;
        Row.Kind before = Row.Kind.TEXT;
        for (Row row : rows) {
            entities += row.entities() + (row.kind() == Row.Kind.TEXT || row.kind() == before ? 0 : 1);
            before = row.kind();
        }
        return entities;
    }

    /** How many a row would add here. */
    private int entitiesOf(Row row) {
        Row.Kind before = current.isEmpty() ? Row.Kind.TEXT : current.getLast().kind();
        return row.entities() + (row.kind() == Row.Kind.TEXT || row.kind() == before ? 0 : 1);
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
        entities += entitiesOf(row);
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
