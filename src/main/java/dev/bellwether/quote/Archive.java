package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Line;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bars from a source and from the store together. Where the store reaches back far enough only the last days are asked for,
 * with ten days that both know. If their closes agree, old and new bars are one series; if not, the source has adjusted or
 * corrected its past, and everything is asked for again. Bars of two sources never meet.
 *
 * <p>A store that fails costs a warning in the log and more questions, no answer. Sample bars are not kept.
 */
final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int OVERLAP_DAYS = 10;
    private static final int LONGEST_HOLIDAYS = 20;
    private static final double SAME = 0.0005;

    private final BarStore store;
    private final InstantSource clock;

    Archive(BarStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Bars from a day on, as they were known at a moment. */
    Priced<History> history(PriceSource source, Listing listing, LocalDate from, Instant at) {
        LocalDate to = listing.exchange().dayAt(at);
        List<Bar> kept = kept(listing, source.name(), from, at);
        if (!isWhole(kept, from)) {
            return keep(source, listing, source.history(listing, from, to, at));
        }
        LocalDate start = kept.getLast().date().minusDays(OVERLAP_DAYS);
        Priced<History> news = source.history(listing, start, to, at);
        return switch (news) {
            case Priced.Found<History>(History found)
            when agrees(kept, found.bars()) -> {
                keep(source, listing, news);
                yield joined(kept, found);
            }
            case Priced.Unavailable<History> none when none.cause() != Priced.Cause.NO_DATA -> none;
            case Priced.Found<History> _, Priced.Unavailable<History> _ ->
                keep(source, listing, source.history(listing, from, to, at));
        };
    }

    /** Questions about different pasts may have left a hole in what is kept; a long suspension looks the same. */
    private static boolean isWhole(List<Bar> kept, LocalDate from) {
        LocalDate before = from;
        for (Bar bar : kept) {
            if (bar.date().isAfter(before.plusDays(before.equals(from) ? OVERLAP_DAYS : LONGEST_HOLIDAYS))) {
                return false;
            }
            before = bar.date();
        }
        return !kept.isEmpty();
    }

    private static boolean agrees(List<Bar> kept, List<Bar> news) {
        Map<LocalDate, Bar> byDate = news.stream().collect(Collectors.toMap(Bar::date, Function.identity()));
        List<Bar> common =
                kept.stream().filter(bar -> byDate.containsKey(bar.date())).toList();
        return !common.isEmpty()
                && common.stream().allMatch(bar -> {
                    Bar other = Objects.requireNonNull(byDate.get(bar.date()));
                    return Math.abs(other.close() / bar.close() - 1) <= SAME;
                });
    }

    private static Priced<History> joined(List<Bar> kept, History found) {
        LocalDate first = found.bars().getFirst().date();
        BarCheck.Result checked = BarCheck.check(Stream.concat(
                        kept.stream().filter(bar -> bar.date().isBefore(first)), found.bars().stream())
                .toList());
        return new Priced.Found<>(new History(
                found.listing(),
                found.currency(),
                checked.bars(),
                flags(found, checked),
                checked.splits(),
                false,
                found.provenance()));
    }

    /** What the source's answer was flagged with, but for splits, which the whole series judges better than its end. */
    private static List<Line> flags(History found, BarCheck.Result checked) {
        LinkedHashSet<Line> flags = new LinkedHashSet<>(found.flags());
        found.splits().forEach(split -> flags.remove(split.sentence()));
        flags.addAll(checked.flags());
        return new ArrayList<>(flags);
    }

    private Priced<History> keep(PriceSource source, Listing listing, Priced<History> answer) {
        if (answer instanceof Priced.Found<History>(History found)
                && !found.provenance().sample()) {
            guarded(
                    () -> {
                        store.save(listing.symbol(), source.name(), found.bars(), clock.instant());
                        return true;
                    },
                    false);
        }
        return answer;
    }

    /** The bars kept from an earlier answer of one of these sources, those fetched last if there are several. */
    Optional<History> stored(List<PriceSource> order, Listing listing, LocalDate from, Instant at) {
        Optional<String> newest = guarded(() -> store.newestSource(listing.symbol()), Optional.<String>empty());
        Stream<PriceSource> newestFirst = order.stream()
                .filter(source -> newest.filter(source.name()::equals).isPresent());
        return Stream.concat(newestFirst, order.stream())
                .flatMap(source -> stored(source, listing, from, at).stream())
                .findFirst();
    }

    private Optional<History> stored(PriceSource source, Listing listing, LocalDate from, Instant at) {
        BarCheck.Result checked = BarCheck.check(kept(listing, source.name(), from, at));
        if (checked.bars().isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = checked.bars().getLast().date();
        Provenance provenance = source.closing(listing, listing.exchange().closing(last));
        return Optional.of(new History(
                listing.symbol(),
                listing.currency(),
                checked.bars(),
                checked.flags(),
                checked.splits(),
                true,
                provenance));
    }

    private List<Bar> kept(Listing listing, String source, LocalDate from, Instant at) {
        LocalDate to = listing.exchange().dayAt(at);
        return guarded(() -> store.bars(listing.symbol(), source, from, to), List.<Bar>of()).stream()
                .filter(bar -> !listing.exchange().closing(bar.date()).isAfter(at))
                .toList();
    }

    private static <T> T guarded(Supplier<T> statement, T otherwise) {
        try {
            return statement.get();
        } catch (RuntimeException e) {
            LOG.warn("The store of bars failed", e);
            return otherwise;
        }
    }
}
