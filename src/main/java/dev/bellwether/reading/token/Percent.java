package dev.bellwether.reading.token;

import java.math.BigDecimal;

/**
 * A percentage: {@code 7.58%}, {@code -2 percent}, {@code 41.9 per cent}.
 *
 * @param start where it begins
 * @param end first place after it
 * @param text as printed
 * @param value in percent, with a printed sign; words such as "fell" are not looked at
 */
public record Percent(int start, int end, String text, BigDecimal value) implements Token {}
