package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Money;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Token;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that is no percentage.
 *
 * @param currency null if none is printed
 * @param scaled whether a magnitude such as million is printed
 * @param times whether it is a multiple such as {@code 28x}
 */
record Amount(BigDecimal value, @Nullable String currency, boolean scaled, boolean times) {
    /** Reads a token; null if it is no such number, or one of the years of our time. */
    static @Nullable Amount of(Token token) {
        return switch (token) {
            case Money money -> new Amount(money.value(), money.currency(), money.scaled(), false);
            case Numeral numeral
            when !numeral.year() ->
                new Amount(
                        numeral.value(),
                        null,
                        numeral.unit() == Numeral.Unit.SCALED,
                        numeral.unit() == Numeral.Unit.TIMES);
            default -> null;
        };
    }

    boolean money() {
        return currency != null;
    }

    /** Whether it can be a price: an amount of money that is no company's. */
    boolean price() {
        return !scaled && !times && value.signum() > 0;
    }
}
