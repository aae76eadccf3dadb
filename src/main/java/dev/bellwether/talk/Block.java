package dev.bellwether.talk;

import java.net.URI;
import java.util.List;

/** A part of a card. Fronts lay it out by its kind. */
public sealed interface Block {

    /** The title of what follows. */
    record Heading(Line line) implements Block {}

    /** A sentence or more. */
    record Paragraph(Line line) implements Block {}

    /** Labels with what belongs to them, one a line. */
    record Fields(List<Field> fields) implements Block {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A label with what belongs to it.
     *
     * @param label a word or two, shown as it is
     */
    record Field(String label, Line content) {}

    /** Rows under columns. Every row has one cell for each column. */
    record Table(List<Column> columns, List<List<Line>> rows) implements Block {
        /** @throws IllegalArgumentException if a row has another number of cells than there are columns */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Line> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(row.size() + " cells under " + columns.size() + " columns");
                }
            }
        }
    }

    /** A column of a table; numbers stand to the right. */
    record Column(String label, boolean numeric) {}

    /**
     * A picture.
     *
     * @param address where the front finds it
     * @param alt what it shows, in words, for those who can't see it
     */
    record Picture(URI address, String alt) implements Block {}

    /** What can be asked next. */
    record Buttons(List<Button> buttons) implements Block {
        public Buttons {
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * One thing to ask next.
     *
     * @param label what the button says
     * @param command what pressing it asks, such as {@code /news BABA}
     */
    record Button(String label, String command) {}

    /** Small print. */
    record Footer(Line line) implements Block {}
}
