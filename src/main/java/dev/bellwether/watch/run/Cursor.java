package dev.bellwether.watch.run;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the watch has come with one listing: enough to bring engine and levels to where they were.
 *
 * @param listing symbol of the listing
 * @param at moment of the latest observation that counted
 * @param looked when a source was last heard about it, whether there was anything new or not
 * @param source name of that source, as shown
 * @param price the latest price that counted, in the listing's currency; null before the first
 * @param priced moment of that price; null with it
 * @param session the trading day that price belongs to; null with it
 * @param high the highest price seen of that session; null with it
 * @param low the lowest; null with it
 * @param holes whether part of that session went unseen
 * @param closed day of the last complete bar that was gone through; null before the first
 * @param parity see {@code Observation.Compared}; null before the first
 * @param dawned the last day that began; null before the first
 * @param earnings the next report as it was known then; null if none was
 * @param memory what the engine knows beside that, see {@code Engine.memory}; empty if nothing
 */
public record Cursor(
        String listing,
        Instant at,
        Instant looked,
        String source,
        @Nullable Double price,
        @Nullable Instant priced,
        @Nullable LocalDate session,
        @Nullable Double high,
        @Nullable Double low,
        boolean holes,
        @Nullable LocalDate closed,
        @Nullable Double parity,
        @Nullable LocalDate dawned,
        @Nullable LocalDate earnings,
        String memory) {

    /** Of a listing that was never watched. */
    static Cursor start(String listing, Instant now) {
        return new Cursor(
                listing, Instant.EPOCH, now, "", null, null, null, null, null, false, null, null, null, null, "");
    }

    /** After a price. */
    Cursor priced(double now, Instant moment, LocalDate day, String by) {
        boolean same = day.equals(session);
        Double highest = same && high != null ? Double.valueOf(Math.max(high, now)) : Double.valueOf(now);
        Double lowest = same && low != null ? Double.valueOf(Math.min(low, now)) : Double.valueOf(now);
        return new Cursor(
                listing,
                later(moment),
                looked,
                by,
                now,
                moment,
                day,
                highest,
                lowest,
                same && holes,
                closed,
                parity,
                dawned,
                earnings,
                memory);
    }

    /** After a complete bar; its close is a price at {@code moment}. */
    Cursor closed(LocalDate day, double close, Instant moment, String by) {
        boolean newer = priced == null || !priced.isAfter(moment);
        Cursor base = newer ? priced(close, moment, day, by) : this;
        return new Cursor(
                listing,
                later(moment),
                looked,
                base.source,
                base.price,
                base.priced,
                base.session,
                base.high,
                base.low,
                !newer && holes,
                day,
                parity,
                dawned,
                earnings,
                memory);
    }

    /** After a comparison with another listing. */
    Cursor compared(double percent, Instant moment) {
        return new Cursor(
                listing,
                later(moment),
                looked,
                source,
                price,
                priced,
                session,
                high,
                low,
                holes,
                closed,
                percent,
                dawned,
                earnings,
                memory);
    }

    /** After a day began. */
    Cursor dawned(LocalDate day, @Nullable LocalDate report, Instant moment) {
        return new Cursor(
                listing,
                later(moment),
                looked,
                source,
                price,
                priced,
                session,
                high,
                low,
                holes,
                closed,
                parity,
                day,
                report,
                memory);
    }

    /** After a source was heard; {@code hole} if part of the session went unseen before. */
    Cursor looked(Instant moment, boolean hole) {
        return new Cursor(
                listing,
                at,
                moment,
                source,
                price,
                priced,
                session,
                high,
                low,
                holes || hole,
                closed,
                parity,
                dawned,
                earnings,
                memory);
    }

    /** With what the engine knows. */
    Cursor knowing(String engine) {
        return new Cursor(
                listing, at, looked, source, price, priced, session, high, low, holes, closed, parity, dawned, earnings,
                engine);
    }

    private Instant later(Instant moment) {
        return moment.isAfter(at) ? moment : at;
    }
}
