package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of a passage, each once: a headline and its article say the same of a company whose name they print differently. */
final class Kept {
    /** So many companies with the same number are told apart; no text has more. */
    private static final int MOST = 16;

    private final List<Claim> claims = new ArrayList<>();
    private final Map<Key, List<Claim>> same = new HashMap<>();

    private record Key(
            Claim.Kind kind,
            @Nullable BigDecimal value,
            @Nullable LocalDate date,
            @Nullable String currency,
            @Nullable Integer period) {}

    void add(Claim claim) {
        BigDecimal value = claim.value();
        Key key = new Key(
                claim.kind(),
                value == null ? null : value.stripTrailingZeros(),
                claim.date(),
                claim.currency(),
                claim.period());
        List<Claim> others = same.computeIfAbsent(key, _ -> new ArrayList<>());
        if (others.size() < MOST && others.stream().noneMatch(other -> company(other, claim))) {
            others.add(claim);
            claims.add(claim);
        }
    }

    private static boolean company(Claim one, Claim other) {
        String first = first(one.company());
        String second = first(other.company());
        boolean unnamed = first.isEmpty() || second.isEmpty();
        return unnamed
                || first.equals(second)
                || first.equals(first(other.symbol()))
                || second.equals(first(one.symbol()))
                || (one.symbol() != null && one.symbol().equals(other.symbol()));
    }

    private static String first(@Nullable String name) {
        String whole = name == null ? "" : name.toLowerCase(Locale.ROOT);
        int blank = whole.indexOf(' ');
        return blank < 0 ? whole : whole.substring(0, blank);
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }
}
