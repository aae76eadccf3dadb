package dev.bellwether.command;

import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.History;
import dev.bellwether.quote.Priced;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.List;

/** What a person should know about where a snapshot's prices come from: sources that failed, odd data, kept prices. */
final class Notes {
    private Notes() {}

    static List<Line> of(Snapshot snapshot) {
        List<Line> notes = new ArrayList<>();
        History history = snapshot.prices().history();
        if (history != null && history.stored()) {
            notes.add(
                    Line.say("quote.kept", new Value.Moment(history.provenance().asOf())));
        }
        for (Priced.Unavailable<?> failure : snapshot.prices().failures()) {
            if (failure.cause() != Priced.Cause.UNKNOWN_SYMBOL && failure.cause() != Priced.Cause.NOT_OFFERED) {
                notes.add(failure.message());
            }
        }
        if (history != null) {
            notes.addAll(history.flags());
        }
        snapshot.view().notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        return notes;
    }
}
