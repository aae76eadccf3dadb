package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Closed daily bars of one listing from one source, checked.
 *
 * @param listing symbol of the listing
 * @param currency ISO 4217 code of the prices, or {@code GBX}
 * @param bars dates rising, no date twice
 * @param flags what looked wrong when they came in, in sentences for a person; bars that can't be true were left out
 * @param splits jumps that look like a split; no change may be computed across one (see {@link #spansSplit})
 * @param stored whether no source answered and these are the bars kept from an earlier answer
 * @param provenance the source that gave the bars, and the close of the last bar as its moment
 */
public record History(
        String listing,
        String currency,
        List<Bar> bars,
        List<Line> flags,
        List<SplitSuspect> splits,
        boolean stored,
        Provenance provenance) {
    public History {
        bars = List.copyOf(bars);
        flags = List.copyOf(flags);
        splits = List.copyOf(splits);
    }

    /** A history that came straight from its source and has no suspected split. */
    public History(String listing, String currency, List<Bar> bars, List<Line> flags, Provenance provenance) {
        this(listing, currency, bars, flags, List.of(), false, provenance);
    }

    /** Whether a suspected split lies after the close of one day and up to the close of another. */
    public boolean spansSplit(LocalDate earlier, LocalDate later) {
        return splits.stream().anyMatch(split -> split.between(earlier, later));
    }

    /** The same with one more suspected split and its flag. */
    History with(SplitSuspect split) {
        List<Line> moreFlags = new ArrayList<>(flags);
        moreFlags.add(split.sentence());
        List<SplitSuspect> moreSplits = new ArrayList<>(splits);
        moreSplits.add(split);
        return new History(listing, currency, bars, moreFlags, moreSplits, stored, provenance);
    }
}
