package dev.bellwether.command;

import dev.bellwether.talk.Block;
import java.util.List;

/** The columns of the tables of targets. */
final class TargetColumns {
    /** Of where each firm stands on one instrument. */
    static final List<Block.Column> POSITIONS =
            List.of(text("Firm"), text("Target"), text("Rating"), text("Date"), number("Upside"), text("Read in"));

    /** Of all calls of one firm. */
    static final List<Block.Column> HISTORY =
            List.of(text("Date"), text("What"), text("Target"), text("Rating"), text("Read in"));

    /** Of the newest targets of all instruments. */
    static final List<Block.Column> NEWEST =
            List.of(text("Symbol"), text("Firm"), text("Target"), text("Rating"), text("Date"), text("Read in"));

    private TargetColumns() {}

    private static Block.Column text(String label) {
        return new Block.Column(label, false);
    }

    private static Block.Column number(String label) {
        return new Block.Column(label, true);
    }
}
