package dev.bellwether.command;

import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import java.time.Instant;
import java.util.List;

/** Symbols that the group does not follow: a slip of the finger looks like any other ticker until the sources are asked. */
final class Tickers {
    private Tickers() {}

    /** @throws Misused if no source knows one of them */
    static void refuseUnknown(List<Target> targets, Markets markets, Symbols symbols, Instant at) {
        List<Target> others =
                targets.stream().filter(target -> !target.configured()).toList();
        List<Snapshot> snapshots =
                markets.look(others.stream().map(Target::listing).toList(), at);
        for (int i = 0; i < others.size(); i++) {
            if (NoPrice.isUnknown(others.get(i), snapshots.get(i).prices())) {
                throw new Misused(UnknownSymbol.say(others.get(i).typed(), symbols));
            }
        }
    }
}
