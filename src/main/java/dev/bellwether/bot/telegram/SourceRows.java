package dev.bellwether.bot.telegram;

import dev.bellwether.talk.Card;
import dev.bellwether.talk.Cited;
import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.List;

/** The sources of a card as small print, one a row. */
record SourceRows(LineRuns runs) {
    List<Row> of(Card card) {
        List<Row> rows = new ArrayList<>();
        for (Line source : Cited.linked(card)) {
            Line line = rows.isEmpty() ? Line.say("telegram.sources", source) : source;
            rows.add(new Row(runs.of(line), Row.Kind.QUOTE));
        }
        return rows;
    }
}
