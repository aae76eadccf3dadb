package dev.bellwether.command;

import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Line;
import java.util.List;

/** What a person should know about where a snapshot's prices come from: sources that failed, odd data, kept prices. */
final class Notes {
    private Notes() {}

    static List<Line> of(Snapshot snapshot) {
        return snapshot.notes();
    }
}
