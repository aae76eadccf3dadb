package dev.bellwether.watch.rule;

import org.jspecify.annotations.Nullable;

/** What a quantity is compared with. */
public sealed interface Operand {
    /**
     * A number.
     *
     * @param value in the unit of what it is compared with
     * @param currency of an amount of money whose currency was typed, ISO 4217 or {@code GBX}; null for the listing's own
     */
    record Constant(double value, @Nullable String currency) implements Operand {}

    /** Another quantity of the same listing, counted in the same unit. */
    record Measured(Quantity quantity) implements Operand {}
}
