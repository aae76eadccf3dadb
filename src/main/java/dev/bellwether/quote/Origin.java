package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks about what: gives the answers of one source about one listing their common form.
 *
 * @param name the source's name in the configuration
 * @param shown the source's name for people
 * @param link where a person can look the prices up; null if nowhere
 * @param sample whether the prices are made up
 */
record Origin(
        String name,
        String shown,
        Listing listing,
        @Nullable URI link,
        boolean sample) {

    Provenance provenance(Instant asOf, Duration delay) {
        return new Provenance(shown, asOf, delay, link, sample);
    }

    <T> Priced.Unavailable<T> no(Priced.Cause cause, Line message) {
        return new Priced.Unavailable<>(name, cause, message, null);
    }

    <T> Priced.Unavailable<T> unknown() {
        return no(Priced.Cause.UNKNOWN_SYMBOL, Line.say("source.unknown", shown, code(), name));
    }

    <T> Priced.Unavailable<T> unreadable(Line what) {
        return no(Priced.Cause.UNREADABLE, Line.say("source.unreadable", shown, code(), what, listing.symbol()));
    }

    /** The symbol, and the source's own code where that is another. */
    String code() {
        String code = listing.code(name);
        return code.equals(listing.symbol()) ? code : listing.symbol() + " (" + code + ")";
    }

    /** What a source gave, as a history: only days asked for, only closed ones, checked. */
    Priced<History> history(
            List<Bar> raw, LocalDate from, LocalDate to, Predicate<LocalDate> closed, List<Line> moreFlags) {
        List<Bar> wanted = raw.stream()
                .filter(bar -> !bar.date().isBefore(from) && !bar.date().isAfter(to))
                .filter(bar -> closed.test(bar.date()))
                .toList();
        BarCheck.Result checked = BarCheck.check(wanted);
        if (checked.bars().isEmpty()) {
            return no(
                    Priced.Cause.NO_DATA,
                    Line.say("source.empty", shown, code(), new Value.Day(from), new Value.Day(to)));
        }
        List<Line> flags = new ArrayList<>(moreFlags);
        flags.addAll(checked.flags());
        Instant close = listing.exchange().closing(checked.bars().getLast().date());
        return new Priced.Found<>(new History(
                listing.symbol(),
                listing.currency(),
                checked.bars(),
                flags,
                checked.splits(),
                false,
                provenance(close, Duration.ZERO)));
    }

    /** The exchange's own hours as the rule for which days are over. */
    Predicate<LocalDate> closedAt(Instant now) {
        return day -> !listing.exchange().closing(day).isAfter(now);
    }

    Tick tick(double price, Instant asOf, Duration delay) {
        return new Tick(listing.symbol(), price, listing.currency(), provenance(asOf, delay));
    }

    /** The last close as the latest price. */
    Priced<Tick> lastClose(Priced<History> history) {
        return switch (history) {
            case Priced.Found<History>(History found) -> new Priced.Found<>(closeOf(found));
            case Priced.Unavailable<History> none -> none.to();
        };
    }

    private Tick closeOf(History found) {
        return new Tick(found.listing(), found.bars().getLast().close(), found.currency(), found.provenance());
    }
}
