package dev.bellwether.command;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import java.util.List;

/** The columns of the tables of targets. */
final class TargetColumns {
    private static final Block.Column FIRM = text(Line.say("targets.column.firm"));
    private static final Block.Column TARGET = text(Line.say("targets.column.target"));
    private static final Block.Column RATING = text(Line.say("targets.column.rating"));
    private static final Block.Column DATE = text(Line.say("targets.column.date"));
    private static final Block.Column UPSIDE = new Block.Column(Line.say("targets.column.upside"), true);
    private static final Block.Column READ_IN = text(Line.say("targets.column.read"));

    /** Of where each firm stands on one instrument. */
    static final List<Block.Column> POSITIONS = List.of(FIRM, TARGET, RATING, DATE, UPSIDE, READ_IN);

    /** Of all calls of one firm. */
    static final List<Block.Column> HISTORY =
            List.of(DATE, text(Line.say("targets.column.what")), TARGET, RATING, READ_IN);

    /** Of the newest targets of all instruments. */
    static final List<Block.Column> NEWEST =
            List.of(text(Line.say("targets.column.symbol")), FIRM, TARGET, RATING, DATE, READ_IN);

    private TargetColumns() {}

    private static Block.Column text(Line label) {
        return new Block.Column(label, false);
    }
}
