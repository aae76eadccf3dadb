package dev.bellwether.analyst;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import java.time.Instant;
import java.util.List;

/** A fact log that is brought up to date before it is asked, where nobody else does so. */
public final class RefreshedFactLog implements FactLog {
    private final FactLog log;
    private final Runnable refresh;

    /** @param refresh brings in what is new, in bounded time; called before every question */
    public RefreshedFactLog(FactLog log, Runnable refresh) {
        this.log = log;
        this.refresh = refresh;
    }

    @Override
    public <F extends Fact.Printed> List<F> known(Class<F> kind, String symbol, Instant until) {
        refresh.run();
        return log.known(kind, symbol, until);
    }
}
