package dev.bellwether.watch.level;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that has to be kept of a listing to go on with its levels. Immutable. What it is made of is the package's own; the store keeps it
 * as the text of {@link LevelStates}.
 *
 * @param listing its symbol
 * @param lastBar day of the last bar that was gone through
 * @param lastClose its close
 * @param closes the last closes by day, the latest last, by which a later change of scale is recognised
 * @param atr average true range when there were last enough bars for one; null if there never were
 * @param ticked the last day of which prices came in while it ran; null if none did
 * @param tracks its levels
 * @param splits changes of scale since
 */
record ListingState(
        String listing,
        LocalDate lastBar,
        double lastClose,
        List<Close> closes,
        @Nullable Double atr,
        @Nullable LocalDate ticked,
        List<TrackState> tracks,
        List<Rescaled> splits) {
    ListingState {
        closes = List.copyOf(closes);
        tracks = List.copyOf(tracks);
        splits = List.copyOf(splits);
    }

    /** What a day closed at when it was gone through. */
    record Close(LocalDate day, double price) {}

    /**
     * Prices are on another scale than before.
     *
     * @param day the first on the new scale
     * @param factor what a price of before is multiplied by
     */
    record Rescaled(LocalDate day, double factor) {}
}
