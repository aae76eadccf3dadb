package dev.bellwether.analyst;

import dev.bellwether.fact.Claim;
import dev.bellwether.market.Level;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a claim against the market. A text does not say which listing and which close it means, so the market is given as
 * several snapshots, the likeliest first: those of each listing, as of the publication and as of the end of that day. The claim agrees if
 * it fits one of them within the {@link Tolerance}; the finding says which. Otherwise it is measured against the nearest value
 * of the likeliest listing: up to three tolerances away, and meaning the same (sign of a change, side of RSI 50), it is off;
 * beyond that it contradicts.
 *
 * <p>A support or resistance agrees if one of our levels lies within half an average true range (ATR 14); since there is no
 * agreed formula for levels, one farther away is off and never a contradiction. Pure functions.
 */
public final class ClaimCheck {
    private static final int FAR = 3;
    private static final double LEVEL_ATRS = 0.5;
    private static final double ROUNDING = 1e-9;

    private ClaimCheck() {}

    /**
     * The verdict on a claim that prices can check.
     *
     * @param market snapshots of the listings of the instrument it is about, the likeliest first
     */
    public static Verdict check(Claim claim, List<Snapshot> market) {
        return check(claim, market, false);
    }

    /**
     * The verdict on a claim that prices can check.
     *
     * @param market as above
     * @param settled whether it is known that the first snapshot is meant; what agrees with none is then measured against that
     */
    public static Verdict check(Claim claim, List<Snapshot> market, boolean settled) {
        BigDecimal value = claim.value();
        return switch (claim.kind()) {
            case PE, MARKET_CAP -> new Verdict.Unchecked("that takes figures of the company, which I do not have");
            case EARNINGS_DATE -> new Verdict.Unchecked("prices do not tell when a company reports");
            case RSI ->
                claim.period() == null || claim.period() == 14
                        ? amongItsListings(claim, value, market, settled)
                        : new Verdict.Unchecked("I compute the RSI over 14 days, not over " + claim.period());
            default -> amongItsListings(claim, value, market, settled);
        };
    }

    private static Verdict amongItsListings(
            Claim claim, @Nullable BigDecimal value, List<Snapshot> market, boolean settled) {
        if (value == null || !Double.isFinite(value.doubleValue())) {
            return new Verdict.Unchecked("that is no number a price can have");
        }
        List<Snapshot> fitting = market.stream()
                .filter(snapshot -> ClaimReadings.sameMoney(
                        claim.currency(), snapshot.listing().currency()))
                .toList();
        if (fitting.isEmpty()) {
            return new Verdict.Unchecked(
                    market.isEmpty()
                            ? "there are no prices of it"
                            : "none of its listings that I follow trades in " + claim.currency());
        }
        return switch (claim.kind()) {
            case LEVEL_SUPPORT, LEVEL_RESISTANCE -> level(claim, value.doubleValue(), fitting);
            default ->
                number(
                        claim,
                        value.doubleValue(),
                        fitting,
                        settled && fitting.getFirst().equals(market.getFirst()));
        };
    }

    private record Compared(Snapshot from, Reading reading, double gap, Tolerance tolerance, boolean sameSide) {
        boolean agrees() {
            return size() <= 1 + ROUNDING;
        }

        /** The gap in tolerances. */
        double size() {
            return gap == 0 ? 0 : Math.abs(gap) / Math.max(tolerance.width(), Double.MIN_NORMAL);
        }
    }

    private static Verdict number(Claim claim, double value, List<Snapshot> market, boolean settled) {
        List<Compared> all = new ArrayList<>();
        for (Snapshot snapshot : market) {
            double stated =
                    value * ClaimReadings.pence(claim, snapshot.listing().currency());
            Tolerance tolerance = Tolerance.of(claim, stated);
            new ClaimReadings(claim, snapshot)
                    .all()
                    .forEach(reading -> all.add(new Compared(
                            snapshot,
                            reading,
                            stated - reading.number(),
                            tolerance,
                            sameSide(claim, stated, reading.number()))));
        }
        if (all.isEmpty()) {
            return new Verdict.Unchecked(new ClaimReadings(claim, market.getFirst()).whyNone());
        }
        Optional<Compared> agreeing = all.stream().filter(Compared::agrees).findFirst();
        return agreeing.map(found -> agreed(claim, found))
                .orElseGet(() -> disagreed(claim, nearest(all, settled ? market.getFirst() : null)));
    }

    /** The nearest among those of the snapshot that is meant, else among those of the likeliest listing that has any. */
    private static Compared nearest(List<Compared> all, @Nullable Snapshot meant) {
        String likeliest = all.getFirst().reading().listing();
        boolean there = all.stream().anyMatch(compared -> compared.from().equals(meant));
        return all.stream()
                .filter(compared -> there
                        ? compared.from().equals(meant)
                        : compared.reading().listing().equals(likeliest))
                .min(Comparator.comparingDouble(Compared::size))
                .orElseThrow();
    }

    /** The date of a 52-week extreme is part of the claim where one is printed. */
    private static Verdict agreed(Claim claim, Compared found) {
        boolean extreme = claim.kind() == Claim.Kind.HIGH_52W || claim.kind() == Claim.Kind.LOW_52W;
        List<PrintedDate> dates = extreme ? PrintedDate.in(claim.sentence()) : List.of();
        boolean otherDay = !dates.isEmpty()
                && dates.stream()
                        .noneMatch(date -> date.date().equals(found.reading().day()));
        return otherDay
                ? new Verdict.Off(finding(claim, found, found.reading().what() + ", but on another day than stated"))
                : new Verdict.Agrees(finding(claim, found, found.reading().what()));
    }

    private static Verdict disagreed(Claim claim, Compared nearest) {
        Verdict.Finding finding = finding(claim, nearest, nearest.reading().what());
        return nearest.size() <= FAR && nearest.sameSide()
                ? new Verdict.Off(finding)
                : new Verdict.Contradicts(finding);
    }

    private static Verdict.Finding finding(Claim claim, Compared compared, String what) {
        return new Verdict.Finding(
                compared.reading().shown(),
                what,
                gap(claim, compared),
                compared.tolerance().words(),
                compared.reading().listing(),
                compared.reading().day());
    }

    private static Value gap(Claim claim, Compared compared) {
        double gap = Math.abs(compared.gap());
        return switch (claim.kind()) {
            case DAY_CHANGE_PCT, WEEK_CHANGE_PCT, MONTH_CHANGE_PCT, YEAR_CHANGE_PCT, YTD_CHANGE_PCT, RSI ->
                new Value.Figure(gap, 1, "points");
            default -> {
                double share = gap / Math.abs(compared.reading().number()) * 100;
                yield Double.isFinite(share)
                        ? Value.Percent.share(share)
                        : new Value.Missing("nothing to compare with");
            }
        };
    }

    private static boolean sameSide(Claim claim, double stated, double found) {
        return switch (claim.kind()) {
            case RSI -> (stated >= 50) == (found >= 50);
            default -> Math.signum(stated) == Math.signum(found);
        };
    }

    private static Verdict level(Claim claim, double value, List<Snapshot> market) {
        Verdict best = null;
        for (Snapshot snapshot : market) {
            Verdict verdict = level(claim, value, snapshot);
            if (verdict instanceof Verdict.Agrees) {
                return verdict;
            }
            best = best == null || best instanceof Verdict.Unchecked ? verdict : best;
        }
        return best == null ? new Verdict.Unchecked("there are no prices of it") : best;
    }

    private static Verdict level(Claim claim, double value, Snapshot snapshot) {
        double stated = value * ClaimReadings.pence(claim, snapshot.listing().currency());
        Optional<Level> nearest = snapshot.view().levels().all().stream()
                .min(Comparator.comparingDouble(level -> Math.abs(level.price() - stated)));
        if (nearest.isEmpty() || !(snapshot.view().volatility().atr14() instanceof Measure.Known(double atr))) {
            return new Verdict.Unchecked(
                    "there are too few prices of " + snapshot.listing().symbol() + " to find levels in");
        }
        Level level = nearest.get();
        double atrs = Math.abs(level.price() - stated) / atr;
        Verdict.Finding finding = new Verdict.Finding(
                new Value.Price(level.price(), snapshot.listing().currency()),
                "nearest level (" + Voice.english().plain(level.origin()) + ")",
                new Value.Figure(Double.isFinite(atrs) ? atrs : 0, 1, "ATR"),
                "half an ATR",
                snapshot.listing().symbol(),
                snapshot.view().price() == null ? null : snapshot.view().price().day());
        return atrs <= LEVEL_ATRS ? new Verdict.Agrees(finding) : new Verdict.Off(finding);
    }
}
