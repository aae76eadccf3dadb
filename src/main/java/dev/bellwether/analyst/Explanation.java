package dev.bellwether.analyst;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Line;
import java.time.LocalDate;
import java.util.List;

/** Why a price moved on a day, as far as can be told. */
public sealed interface Explanation {

    /**
     * What there is to say.
     *
     * @param now the listing as of the end of the session, or within it
     * @param price the price of {@code now}
     * @param peers what the peers did in their session of that day; those without one are not in it
     * @param stories the stories between the close before and some hours after this one, closest first
     * @param calls the analyst calls of that time, newest first
     */
    record Found(
            Instrument instrument,
            Snapshot now,
            LatestPrice price,
            Move move,
            List<PeerMove> peers,
            List<StoryRanking.Ranked> stories,
            List<Fact.Call> calls)
            implements Explanation {
        public Found {
            peers = List.copyOf(peers);
            stories = List.copyOf(stories);
            calls = List.copyOf(calls);
        }

        /** Whether nothing explains the move: no story but mere reports of it, no call, and the peers did not go along. */
        public boolean unexplained() {
            return stories.stream().allMatch(StoryRanking.Ranked::report) && calls.isEmpty() && !peersWentAlong();
        }

        /** Whether the peers moved the same way on average, and at least half as far. */
        public boolean peersWentAlong() {
            double mean = peers.stream()
                    .mapToDouble(peer -> peer.change().number().orElse(0))
                    .average()
                    .orElse(0);
            return move.change() instanceof Measure.Known(double own)
                    && mean * own > 0
                    && Math.abs(mean) >= Math.abs(own) / 2;
        }
    }

    /**
     * What a peer did on the same day.
     *
     * @param listing symbol of the listing looked at
     * @param change against its close before, in percent; never missing
     */
    record PeerMove(String symbol, String listing, Measure change) {}

    /**
     * There is a price, but no session that day.
     *
     * @param why whole sentences
     */
    record NoSession(LocalDate day, Line why) implements Explanation {}

    /** There is no price at all. */
    record NoPrices(Snapshot snapshot) implements Explanation {}
}
