package dev.bellwether.watch.level;

import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.reading.CleanText;
import dev.bellwether.watch.level.ListingState.Rescaled;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Levels that the press named in the last three months: supports, resistances, and 52-week highs and lows as it states them. One number is
 * one level, named by whoever named it first in that time.
 */
public final class PressLevels {
    private static final Duration VALID = Duration.ofDays(90);
    private static final Set<Claim.Kind> KINDS =
            Set.of(Claim.Kind.LEVEL_SUPPORT, Claim.Kind.LEVEL_RESISTANCE, Claim.Kind.HIGH_52W, Claim.Kind.LOW_52W);

    /** What lies farther off, in parts of the price, was read wrongly or is of another time. */
    private static final double FARTHEST = 0.5;

    private static final int LONGEST_WORDS = 200;

    private static final String PENCE = "GBX";
    private static final String POUNDS = "GBP";

    private final FactLog facts;

    /** @param facts what was read, without side effects */
    public PressLevels(FactLog facts) {
        this.facts = facts;
    }

    /**
     * The levels as they were known at a moment, on the scale on which they were printed.
     *
     * @param price about what the listing costs
     */
    public List<WatchedLevel> of(Instrument instrument, Listing listing, double price, Instant at) {
        return of(instrument, listing, price, List.of(), at);
    }

    /**
     * The levels as they were known at a moment.
     *
     * @param price about what the listing costs
     * @param splits changes of scale; a number printed before one is on the scale of before
     */
    List<WatchedLevel> of(Instrument instrument, Listing listing, double price, List<Rescaled> splits, Instant at) {
        Map<String, WatchedLevel> levels = new LinkedHashMap<>();
        for (Fact.Claimed fact :
                facts.known(Fact.Claimed.class, instrument.symbol(), at).reversed()) {
            Mention mention = mention(fact, at);
            BigDecimal value = fact.claim().value();
            if (mention == null || value == null || !means(fact.claim(), instrument, listing)) {
                continue;
            }
            double printed = value.doubleValue() * pence(fact.claim(), listing);
            double scaled = printed * scale(splits, listing, mention.at());
            if (Math.abs(scaled / price - 1) <= FARTHEST) {
                String id = "press:" + value.stripTrailingZeros().toPlainString();
                levels.putIfAbsent(id, level(id, scaled, listing, mention));
            }
        }
        return List.copyOf(levels.values());
    }

    private static WatchedLevel level(String id, double price, Listing listing, Mention mention) {
        return new WatchedLevel(
                id,
                WatchedLevel.Kind.PRESS,
                price,
                listing.currency(),
                mention.publisher(),
                CleanText.shortened(mention.sentence(), LONGEST_WORDS),
                mention.link());
    }

    /** Who said so first in the time that counts; null if it was only said before. */
    private static @Nullable Mention mention(Fact.Claimed fact, Instant at) {
        return KINDS.contains(fact.claim().kind())
                ? fact.mentions().stream()
                        .filter(mention -> mention.at().isAfter(at.minus(VALID)))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Whether a price is one of this listing: the one named with it, else the first that trades in the currency. */
    private static boolean means(Claim claim, Instrument instrument, Listing listing) {
        if (claim.symbol() != null && instrument.listing(claim.symbol()).isPresent()) {
            return listing.symbol().equalsIgnoreCase(claim.symbol()) && fits(claim.currency(), listing);
        }
        return instrument.listings().stream()
                .filter(each -> fits(claim.currency(), each))
                .findFirst()
                .filter(listing::equals)
                .isPresent();
    }

    private static boolean fits(@Nullable String currency, Listing listing) {
        return currency == null
                || currency.equals(listing.currency())
                || (currency.equals(POUNDS) && listing.currency().equals(PENCE));
    }

    private static double pence(Claim claim, Listing listing) {
        return POUNDS.equals(claim.currency()) && listing.currency().equals(PENCE) ? 100 : 1;
    }

    private static double scale(List<Rescaled> splits, Listing listing, Instant named) {
        return splits.stream()
                .filter(split -> named.isBefore(listing.exchange().opening(split.day())))
                .mapToDouble(Rescaled::factor)
                .reduce(1, (one, other) -> one * other);
    }
}
