package dev.bellwether.store;

import java.util.List;

/** How the columns of {@code envelopes} are read. */
final class Messages {
    /** The state of an envelope of which more is to come. */
    static final String OPEN = "OPEN";

    /** No platform's name for a message holds it. */
    private static final String BETWEEN = "\n";

    private Messages() {}

    static List<String> read(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(BETWEEN, -1));
    }

    static String column(List<String> messages) {
        return String.join(BETWEEN, messages);
    }
}
