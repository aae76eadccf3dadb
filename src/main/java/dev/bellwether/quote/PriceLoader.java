package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one answer: bars from the first source in order that has them, else from the archive; the latest price from the
 * source that gave the bars, else from the next that offers one.
 */
final class PriceLoader {
    /** Enough for a change over 12 months, an average over 200 days a year ago, and the quiet start that indicators need. */
    private static final int YEARS = 3;

    private final List<PriceSource> order;
    private final Archive archive;
    private final SourceWard ward;

    PriceLoader(List<PriceSource> order, Archive archive, SourceWard ward) {
        this.order = List.copyOf(order);
        this.archive = archive;
        this.ward = ward;
    }

    /** What is known now. */
    PriceAnswer live(Listing listing, Instant now) {
        PriceAnswer bars = bars(listing, now);
        return withTick(bars, now);
    }

    /** New latest price for bars that can't have changed. */
    PriceAnswer renewed(PriceAnswer known, Instant now) {
        return withTick(known, now);
    }

    /** What was known at a moment in the past: closed bars, and the last close as the latest price. */
    PriceAnswer past(Listing listing, Instant at) {
        PriceAnswer bars = bars(listing, at);
        History history = bars.history();
        return history == null ? bars : new PriceAnswer(listing, history, closeOf(history), bars.failures());
    }

    /** What the archive has, when there is no time left to wait for a source. */
    PriceAnswer kept(Listing listing, Instant at, Priced.Unavailable<?> why) {
        History stored = archive.stored(order, listing, from(listing, at), at).orElse(null);
        return new PriceAnswer(listing, stored, null, List.of(why));
    }

    /** What the archive has. */
    PriceAnswer stored(Listing listing, Instant at) {
        History stored = archive.stored(order, listing, from(listing, at), at).orElse(null);
        return new PriceAnswer(listing, stored, null, List.of());
    }

    private PriceAnswer bars(Listing listing, Instant at) {
        LocalDate from = from(listing, at);
        List<Priced.Unavailable<?>> failures = new ArrayList<>();
        for (PriceSource source : order) {
            switch (ward.ask(source, listing, () -> archive.history(source, listing, from, at))) {
                case Priced.Found<History>(History found) -> {
                    return new PriceAnswer(listing, found, null, failures);
                }
                case Priced.Unavailable<History> none -> failures.add(none);
            }
        }
        History stored = archive.stored(order, listing, from, at).orElse(null);
        return new PriceAnswer(listing, stored, null, failures);
    }

    private static LocalDate from(Listing listing, Instant at) {
        return listing.exchange().dayAt(at).minusYears(YEARS);
    }

    private PriceAnswer withTick(PriceAnswer bars, Instant now) {
        Tick tick = tick(bars, now);
        History history = bars.history();
        if (tick == null || history == null) {
            return new PriceAnswer(bars.listing(), history, tick, bars.failures());
        }
        return new PriceAnswer(bars.listing(), suspecting(history, tick, bars.listing()), tick, bars.failures());
    }

    private @Nullable Tick tick(PriceAnswer bars, Instant now) {
        Listing listing = bars.listing();
        for (PriceSource source : tickOrder(bars)) {
            if (ward.ask(source, listing, () -> source.latest(listing, now)) instanceof Priced.Found<Tick>(Tick tick)
                    && !isOlder(tick, bars)) {
                return tick;
            }
        }
        return null;
    }

    /** First the source behind the bars, then the others, but those that have just failed for more than a lack of bars. */
    private List<PriceSource> tickOrder(PriceAnswer bars) {
        List<String> failed = bars.failures().stream()
                .filter(none -> none.cause() != Priced.Cause.NO_DATA && none.cause() != Priced.Cause.NOT_OFFERED)
                .map(Priced.Unavailable::source)
                .toList();
        List<String> lacking =
                bars.failures().stream().map(Priced.Unavailable::source).toList();
        List<PriceSource> willing =
                order.stream().filter(source -> !failed.contains(source.name())).toList();
        return Stream.concat(
                        willing.stream().filter(source -> !lacking.contains(source.name())),
                        willing.stream().filter(source -> lacking.contains(source.name())))
                .toList();
    }

    /** A price from before the last bar is no latest price. */
    private static boolean isOlder(Tick tick, PriceAnswer bars) {
        History history = bars.history();
        return history != null
                && bars.listing()
                        .exchange()
                        .dayAt(tick.provenance().asOf())
                        .isBefore(history.bars().getLast().date());
    }

    /** On the morning of a split the price is new and the bars are not yet adjusted. */
    private static History suspecting(History history, Tick tick, Listing listing) {
        LocalDate day = listing.exchange().dayAt(tick.provenance().asOf());
        OptionalDouble ratio = Splits.between(history.bars().getLast().close(), tick.price());
        boolean later = day.isAfter(history.bars().getLast().date());
        boolean known = history.splits().stream().anyMatch(split -> split.date().equals(day));
        return ratio.isPresent() && later && !known
                ? history.with(new SplitSuspect(day, ratio.getAsDouble()))
                : history;
    }

    private static Tick closeOf(History history) {
        return new Tick(history.listing(), history.bars().getLast().close(), history.currency(), history.provenance());
    }

    /** The sentence for a caller whose time is up. */
    static Priced.Unavailable<?> tooSlow(Listing listing, Duration budget) {
        return new Priced.Unavailable<>(
                "prices",
                Priced.Cause.UNREACHABLE,
                Line.say("source.slow", listing.symbol(), budget.toSeconds()),
                null);
    }
}
