package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.talk.Line;
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
            return new Verdict.Unchecked(Line.say("check.date.none"));
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
                .orElseGet(() -> new Verdict.Unchecked(Line.say("check.date.unknown")));
    }

    private static Verdict.Finding date(Fact.Earnings fact, @Nullable URI own, LocalDate stated) {
        long days = Math.abs(fact.day().toEpochDay() - stated.toEpochDay());
        return new Verdict.Finding(
                new Value.Day(fact.day()),
                Line.say("check.what.date", sources(others(fact, own))),
                new Value.Count(days, "days"),
                Line.say("check.tolerance.day"),
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
            return new Verdict.Unchecked(Line.say("check.target.none"));
        }
        List<Fact.Call> comparable = known.stream()
                .filter(fact -> others(fact, own) > 0)
                .filter(fact -> fact.call().newTarget() != null && sameSpeaker(call, fact.call()))
                .filter(fact -> call.currency() == null
                        || call.currency().equals(fact.call().currency()))
                .toList();
        if (comparable.isEmpty()) {
            return new Verdict.Unchecked(
                    call.currency() == null
                            ? Line.say("check.target.unknown", speaker(call))
                            : Line.say("check.target.unknown.in", speaker(call), call.currency()));
        }
        Fact.Call newest = comparable.getFirst();
        Line others = sources(others(newest, own));
        Optional<Fact.Call> same = comparable.stream()
                .filter(fact -> stated.compareTo(target(fact)) == 0)
                .findFirst();
        if (same.isEmpty()) {
            return new Verdict.Contradicts(target(newest, stated, Line.say("check.what.target", others)));
        }
        boolean isNewest = target(newest).compareTo(stated) == 0;
        return isNewest
                ? new Verdict.Agrees(target(newest, stated, Line.say("check.what.target", others)))
                : new Verdict.Off(target(newest, stated, Line.say("check.what.target.newer", others)));
    }

    private static Verdict.Finding target(Fact.Call fact, BigDecimal stated, Line what) {
        String currency = fact.call().currency();
        double amount = target(fact).doubleValue();
        double gap = Math.abs(stated.doubleValue() / amount - 1) * 100;
        return new Verdict.Finding(
                currency == null ? new Value.Figure(amount, 2, null) : new Value.Price(amount, currency),
                what,
                Double.isFinite(gap) ? Value.Percent.share(gap) : new Value.Missing(Line.say("check.gap.number")),
                Line.say("check.tolerance.number"),
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

    private static Line speaker(AnalystCall call) {
        return switch (call.kind()) {
            case ANALYST -> call.firm() == null ? Line.say("check.speaker.unnamed") : Line.of(call.firm());
            case CONSENSUS -> Line.say("check.speaker.consensus");
            case HIGH -> Line.say("check.speaker.high");
            case LOW -> Line.say("check.speaker.low");
        };
    }

    /** How many outlets other than the text itself state a fact. */
    private static long others(Fact.Printed fact, @Nullable URI own) {
        return fact.mentions().stream()
                .filter(mention -> own == null || !own.equals(mention.link()))
                .map(Mention::publisher)
                .distinct()
                .count();
    }

    private static Line sources(long count) {
        return Line.count("check.others", count);
    }
}
