package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Joins calls that a headline and its text both tell. */
final class Calls {
    /** How far apart two calls may stand to be compared; keeps the time in proportion to their number. */
    private static final int NEAR = 40;

    private Calls() {}

    /** The calls, with those that say the same made one, each part from the one that has it. */
    static List<AnalystCall> merged(List<AnalystCall> calls) {
        List<AnalystCall> merged = new ArrayList<>();
        for (AnalystCall call : calls) {
            int same = indexOfSame(merged, call);
            if (same < 0) {
                merged.add(call);
            } else {
                merged.set(same, join(merged.get(same), call));
            }
        }
        List<AnalystCall> kept = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            List<AnalystCall> around = merged.subList(Math.max(0, i - NEAR), Math.min(merged.size(), i + NEAR));
            if (!told(merged.get(i), around)) {
                kept.add(merged.get(i));
            }
        }
        return kept;
    }

    /** Whether another call says the same and more: whose target it is, or its number. */
    private static boolean told(AnalystCall call, List<AnalystCall> others) {
        return others.stream()
                .anyMatch(other -> (guessed(call) && !guessed(other) && equal(call.newTarget(), other.newTarget()))
                        || (bare(call) && !bare(other) && sameFirm(call, other)));
    }

    /** Whether nobody is named whose target it is. */
    private static boolean guessed(AnalystCall call) {
        return call.firm() == null && call.confidence() <= 0.5;
    }

    private static boolean bare(AnalystCall call) {
        return call.newTarget() == null && call.oldTarget() == null;
    }

    private static int indexOfSame(List<AnalystCall> calls, AnalystCall call) {
        for (int i = Math.max(0, calls.size() - NEAR); i < calls.size(); i++) {
            if (same(calls.get(i), call)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(AnalystCall a, AnalystCall b) {
        boolean kinds = a.kind() == b.kind() || (a.firm() == null && b.firm() == null);
        boolean targets = equal(a.newTarget(), b.newTarget());
        boolean old = a.oldTarget() == null || b.oldTarget() == null || equal(a.oldTarget(), b.oldTarget());
        boolean firms = sameFirm(a, b)
                || (a.firm() == null && a.kind() == b.kind() && !bare(a))
                || (b.firm() == null && a.kind() == b.kind() && !bare(a));
        return kinds && targets && old && firms && sameCompany(a, b);
    }

    private static boolean sameCompany(AnalystCall a, AnalystCall b) {
        if (a.company() == null
                || b.company() == null
                || (a.symbol() != null && a.symbol().equals(b.symbol()))) {
            return true;
        }
        return overlap(a.company(), b.company());
    }

    private static boolean sameFirm(AnalystCall a, AnalystCall b) {
        return (a.firm() != null && b.firm() != null && overlap(a.firm(), b.firm()))
                || (a.firm() == null && b.firm() == null);
    }

    private static boolean overlap(String a, String b) {
        String first = letters(a);
        String second = letters(b);
        return first.startsWith(second) || second.startsWith(first) || first.endsWith(second) || second.endsWith(first);
    }

    private static String letters(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        lower.chars().filter(Character::isLetterOrDigit).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean equal(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }

    private static AnalystCall join(AnalystCall a, AnalystCall b) {
        boolean second = plain(a.action()) && !plain(b.action());
        return new AnalystCall(
                a.firm() == null ? b.firm() : a.firm(),
                a.analyst() == null ? b.analyst() : a.analyst(),
                longer(a.company(), b.company()),
                a.symbol() == null ? b.symbol() : a.symbol(),
                second ? b.action() : a.action(),
                a.oldTarget() == null ? b.oldTarget() : a.oldTarget(),
                a.newTarget(),
                a.currency() == null ? b.currency() : a.currency(),
                a.rating() == null ? b.rating() : a.rating(),
                a.stance() == null ? b.stance() : a.stance(),
                a.kind(),
                a.sentence().length() >= b.sentence().length() ? a.sentence() : b.sentence(),
                Math.max(a.confidence(), b.confidence()));
    }

    private static boolean plain(AnalystCall.Action action) {
        return action == AnalystCall.Action.SET || action == AnalystCall.Action.REITERATE;
    }

    private static @Nullable String longer(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.length() > a.length() ? b : a;
    }
}
