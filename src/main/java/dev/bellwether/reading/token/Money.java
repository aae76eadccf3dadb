package dev.bellwether.reading.token;

import java.math.BigDecimal;

/**
 * An amount with its currency: {@code $1,234.50}, {@code HK$44}, {@code 510 pence}, {@code 16,000 GBP}, {@code Rs 3327}.
 *
 * @param start where it begins
 * @param end first place after it
 * @param text as printed
 * @param value in units of the currency (pence for {@code GBX}), with sign and magnitude applied
 * @param currency ISO 4217 code, or {@code GBX} for pence
 * @param scaled whether a magnitude such as million was printed; such an amount is no price of a share
 */
public record Money(int start, int end, String text, BigDecimal value, String currency, boolean scaled)
        implements Token {}
