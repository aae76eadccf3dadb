package dev.bellwether.watch.run;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One listing that somebody wants watched. Used by one thread at a time. */
final class Watched {
    /** How long a source may take to publish a close before the pauses between questions grow. */
    private static final Duration FIRST_TRY = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    private final Listing listing;
    private final String symbol;
    private final TradingCalendar calendar;
    private final Instant since;
    private Duration every;
    private boolean compared;

    /** Null until it is read from the memory, or begun. */
    @Nullable
    Cursor cursor;

    /** The cursor that is kept. */
    @Nullable
    Cursor saved;

    Instant savedAt = Instant.MIN;

    /** Whether engine and levels know what the cursor says. */
    boolean primed;

    /** When a price is to be asked for next. */
    Instant due = Instant.MIN;

    /** When bars are to be asked for next. */
    Instant barsDue = Instant.MIN;

    private int barTries;

    /** Where the latest price came from; null before the first. */
    @Nullable
    Provenance source;

    /** Why the latest price was not believed; null if it was. */
    HeldBack.@Nullable Doubt doubt;

    /** @param symbol of its instrument */
    Watched(Listing listing, String symbol, TradingCalendar calendar, Duration every, Instant since) {
        this.since = since;
        this.listing = listing;
        this.symbol = symbol;
        this.calendar = calendar;
        this.every = every;
    }

    Listing listing() {
        return listing;
    }

    /** Its symbol. */
    String name() {
        return listing.symbol();
    }

    /** Symbol of its instrument. */
    String symbol() {
        return symbol;
    }

    TradingCalendar calendar() {
        return calendar;
    }

    /** Since when this process knows that somebody wants it watched. */
    Instant since() {
        return since;
    }

    Duration every() {
        return every;
    }

    /** Whether a rule compares it with its other listing. */
    boolean compared() {
        return compared;
    }

    /** Changes what is wanted of it; a shorter pause counts at once. */
    void want(Duration pause, boolean comparing, Instant now) {
        if (pause.compareTo(every) < 0 && due.isAfter(now.plus(pause))) {
            due = now.plus(pause);
        }
        every = pause;
        compared = comparing;
    }

    /**
     * Whether prices of its session come in: from the opening to the close, and for as long behind that as the source is behind the
     * market.
     */
    boolean tradesAt(Instant now) {
        Session session = calendar.current(now);
        Duration delay = source == null ? Duration.ZERO : source.delay();
        return session.tradesAt(now)
                || (!now.isBefore(session.close())
                        && now.isBefore(session.close().plus(delay)));
    }

    /** Whether a session has closed whose bar was not gone through. */
    boolean lacksBar(Instant now) {
        LocalDate last = calendar.lastClosed(now).day();
        return cursor == null || cursor.closed() == null || cursor.closed().isBefore(last);
    }

    /** Whether a bar is lacking that was not asked for yet. */
    boolean isBehind(Instant now) {
        return barTries == 0
                && lacksBar(now)
                && !now.isBefore(calendar.lastClosed(now).close().plus(PAUSE));
    }

    /** Whether bars are to be asked for. */
    boolean wantsBars(Instant now) {
        return lacksBar(now)
                && !now.isBefore(barsDue)
                && !now.isBefore(calendar.lastClosed(now).close().plus(FIRST_TRY));
    }

    /** Bars were asked for; if that brought the lacking one, the next is asked for after its session. */
    void askedForBars(Instant now) {
        boolean there = !lacksBar(now);
        barTries = there ? 0 : barTries + 1;
        Duration pause = PAUSE.multipliedBy(1L << Math.min(barTries, 6) >> 1);
        barsDue = there ? Instant.MIN : now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** Goes back to what is kept. */
    void forget() {
        cursor = null;
        saved = null;
        primed = false;
        doubt = null;
    }
}
