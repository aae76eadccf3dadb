package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a text says of dates and targets against what other sources said. Pure functions. */
final class FactCheck {
    private FactCheck() {}

    /**
     * The verdict on an earnings date.
     *
     * @param known what the fact log holds on the instrument
     * @param own link of the text that is checked, which does not count as another source; null if it has none
     */
    static Verdict earnings(Claim claim, List<Fact.Earnings> known, @Nullable URI own) {
        LocalDate stated = claim.date();
        if (stated == null) {
            return new Verdict.Unchecked("no date is stated");
        }
        List<Fact.Earnings> others =
                known.stream().filter(fact -> others(fact, own) > 0).toList();
        Optional<Fact.Earnings> same =
                others.stream().filter(fact -> fact.day().equals(stated)).findFirst();
        if (same.isPresent()) {
            return new Verdict.Agrees(date(same.get(), own, stated));
        }
        LocalDate near = stated.minusMonths(2);
        return others.stream()
                .filter(fact -> fact.day().isAfter(near) && fact.day().isBefore(stated.plusMonths(2)))
                .findFirst()
                .<Verdict>map(fact -> new Verdict.Contradicts(date(fact, own, stated)))
                .orElseGet(() -> new Verdict.Unchecked("no other source names a date near it"));
    }

    private static Verdict.Finding date(Fact.Earnings fact, @Nullable URI own, LocalDate stated) {
        long days = Math.abs(fact.day().toEpochDay() - stated.toEpochDay());
        return new Verdict.Finding(
                new Value.Day(fact.day()),
                "earnings date by " + sources(others(fact, own)),
                new Value.Count(days, "days"),
                "the same day",
                null,
                fact.day());
    }

    /**
     * The verdict on a target.
     *
     * @param known what the fact log holds on the instrument, newest first
     * @param own as in {@link #earnings}
     */
    static Verdict target(AnalystCall call, List<Fact.Call> known, @Nullable URI own) {
        BigDecimal stated = call.newTarget();
        if (stated == null || !Double.isFinite(stated.doubleValue())) {
            return new Verdict.Unchecked("no target is stated");
        }
        List<Fact.Call> comparable = known.stream()
                .filter(fact -> others(fact, own) > 0)
                .filter(fact -> fact.call().newTarget() != null && sameSpeaker(call, fact.call()))
                .filter(fact -> call.currency() == null
                        || call.currency().equals(fact.call().currency()))
                .toList();
        if (comparable.isEmpty()) {
            return new Verdict.Unchecked("no other source I know has a target of " + speaker(call)
                    + (call.currency() == null ? "" : " in " + call.currency()));
        }
        Fact.Call newest = comparable.getFirst();
        Optional<Fact.Call> same = comparable.stream()
                .filter(fact -> stated.compareTo(target(fact)) == 0)
                .findFirst();
        if (same.isEmpty()) {
            return new Verdict.Contradicts(target(newest, own, stated, "newest target"));
        }
        boolean isNewest = target(newest).compareTo(stated) == 0;
        return isNewest
                ? new Verdict.Agrees(target(newest, own, stated, "newest target"))
                : new Verdict.Off(target(newest, own, stated, "a newer target than the stated one"));
    }

    private static Verdict.Finding target(Fact.Call fact, @Nullable URI own, BigDecimal stated, String what) {
        String currency = fact.call().currency();
        double amount = target(fact).doubleValue();
        double gap = Math.abs(stated.doubleValue() / amount - 1) * 100;
        return new Verdict.Finding(
                currency == null ? new Value.Figure(amount, 2, null) : new Value.Price(amount, currency),
                what + ", by " + sources(others(fact, own)),
                Double.isFinite(gap) ? Value.Percent.share(gap) : new Value.Missing("no number"),
                "the same number",
                null,
                fact.at().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static BigDecimal target(Fact.Call fact) {
        BigDecimal target = fact.call().newTarget();
        return target == null ? BigDecimal.ZERO : target;
    }

    private static boolean sameSpeaker(AnalystCall one, AnalystCall other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        if (one.kind() != AnalystCall.Kind.ANALYST) {
            return true;
        }
        String a = plain(one.firm());
        String b = plain(other.firm());
        return !a.isEmpty() && !b.isEmpty() && (a.startsWith(b) || b.startsWith(a));
    }

    private static String plain(@Nullable String firm) {
        return firm == null ? "" : firm.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "");
    }

    private static String speaker(AnalystCall call) {
        return switch (call.kind()) {
            case ANALYST -> call.firm() == null ? "an analyst without a firm" : call.firm();
            case CONSENSUS -> "the consensus";
            case HIGH -> "the highest";
            case LOW -> "the lowest";
        };
    }

    /** How many outlets other than the text itself state a fact. */
    private static long others(Fact fact, @Nullable URI own) {
        return fact.mentions().stream()
                .filter(mention -> own == null || !own.equals(mention.link()))
                .map(Mention::publisher)
                .distinct()
                .count();
    }

    private static String sources(long count) {
        return count == 1 ? "1 other source" : count + " other sources";
    }
}
