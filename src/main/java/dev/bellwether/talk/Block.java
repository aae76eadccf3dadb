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
     * @param label a word or two
     */
    record Field(Line label, Line content) {
        /** A label that is the same in every language, such as a symbol. */
        public Field(String label, Line content) {
            this(Line.of(label), content);
        }
    }

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
    record Column(Line label, boolean numeric) {
        /** A label that is the same in every language. */
        public Column(String label, boolean numeric) {
            this(Line.of(label), numeric);
        }
    }

    /**
     * A picture.
     *
     * @param address where the front finds it
     * @param alt what it shows, in words, for those who can't see it
     */
    record Picture(URI address, String alt) implements Block {}

    /**
     * A file to keep.
     *
     * @param name its name, with its ending
     * @param mediaType such as {@code application/json}
     * @param content its text
     */
    record Document(String name, String mediaType, String content) implements Block {}

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
     * @param inPlace whether the answer takes the place of the card, as with Refresh, where the front can
     */
    record Button(Line label, String command, boolean inPlace) {
        /** A button whose answer comes as a card of its own. */
        public Button(Line label, String command) {
            this(label, command, false);
        }

        /** The same with a label that is the same in every language. */
        public Button(String label, String command) {
            this(Line.of(label), command, false);
        }
    }

    /**
     * One of several things to choose, such as a time zone.
     *
     * @param hint what is chosen, shown while nothing is
     * @param options at most 25
     */
    record Menu(Line hint, List<Button> options) implements Block {
        /** @throws IllegalArgumentException if there are more than 25 options, or none */
        public Menu {
            options = List.copyOf(options);
            if (options.isEmpty() || options.size() > 25) {
                throw new IllegalArgumentException(options.size() + " options in a menu");
            }
        }
    }

    /** Small print. */
    record Footer(Line line) implements Block {}
}
