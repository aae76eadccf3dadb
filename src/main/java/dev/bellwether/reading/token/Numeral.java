package dev.bellwether.reading.token;

import java.math.BigDecimal;

/**
 * A number that is neither money nor a percent: {@code 2,400}, {@code 1.5 million}, {@code 28.1x}, {@code 2027}.
 *
 * @param start where it begins
 * @param end first place after it
 * @param text as printed, with its magnitude word
 * @param value with sign and magnitude applied
 * @param unit what stands behind it
 */
public record Numeral(int start, int end, String text, BigDecimal value, Unit unit) implements Token {
    /** What stands behind the digits. */
    public enum Unit {
        /** Nothing. */
        PLAIN,
        /** A magnitude such as million, k or crore; it is applied to the value. */
        SCALED,
        /** A multiple: {@code 28.1x}. */
        TIMES
    }

    /** Whether it looks like a year of our time: four digits from 1900 to 2100, written without separator or fraction. */
    public boolean year() {
        return text.length() == 4
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && value.intValue() >= 1900
                && value.intValue() <= 2100;
    }
}
