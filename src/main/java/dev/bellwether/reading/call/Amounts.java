package dev.bellwether.reading.call;

import dev.bellwether.reading.token.Money;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Numeral.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which amounts of a sentence can be the price of a share. */
final class Amounts {
    private static final BigDecimal MOST = new BigDecimal("20000000");
    /** Behind these a number without a currency is a target. */
    private static final Set<String> LEADS = Words.of("leads");

    /** Words behind a number that it does not count. */
    private static final Set<String> BEHIND_AMOUNT = Words.of("behind amount");

    private final List<Chunk> chunks;

    Amounts(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    /** Whether the chunk is money that may be a target. */
    boolean money(int at) {
        return at >= 0
                && at < chunks.size()
                && chunks.get(at).token() instanceof Money money
                && money.value().signum() > 0
                && money.value().compareTo(MOST) < 0
                && (!money.scaled() || money.value().compareTo(BigDecimal.valueOf(1_000_000)) < 0)
                && !perBond(at)
                && !distance(at + 1);
    }

    /** Whether the chunk is money or, behind a word that leads to one, a plain number that may be a target. */
    boolean amount(int at, String lead) {
        return money(at) || (LEADS.contains(lead) && number(at));
    }

    /** Whether the chunk is a plain number that may be a target: no year, and nothing counted behind it. */
    boolean number(int at) {
        return at < chunks.size()
                && chunks.get(at).token() instanceof Numeral numeral
                && numeral.unit() == Unit.PLAIN
                && numeral.value().signum() > 0
                && !numeral.year()
                && !counts(at + 1);
    }

    private boolean counts(int next) {
        if (next >= chunks.size()) {
            return false;
        }
        Chunk chunk = chunks.get(next);
        return switch (chunk.tag()) {
            case WORD -> !BEHIND_AMOUNT.contains(chunk.code());
            case DASH, ANALYST, STOCK, AVERAGE, OTHER_NOUN, PERCENT, RATING -> true;
            default -> false;
        };
    }

    /** "$6 under the consensus": how far away, not how much. */
    private boolean distance(int next) {
        return next < chunks.size()
                && (chunks.get(next).is(Tag.WORD, "under") || chunks.get(next).is(Tag.WORD, "below"));
    }

    private boolean perBond(int at) {
        return at + 2 < chunks.size()
                && chunks.get(at + 1).is(Tag.WORD, "per")
                && chunks.get(at + 2).is(Tag.MONEY);
    }

    BigDecimal value(int at) {
        return switch (chunks.get(at).token()) {
            case Money money -> money.value();
            case Numeral numeral -> numeral.value();
            case null, default -> throw new IllegalStateException("no amount at " + at);
        };
    }

    @Nullable
    String currency(int at) {
        return chunks.get(at).token() instanceof Money money ? money.currency() : null;
    }
}
