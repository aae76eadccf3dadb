package dev.bellwether.news.story;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number with what it counts.
 *
 * @param value in full: 9.7 billion is 9.7e9
 * @param unit {@code $} for money of any currency, {@code %}, or a space
 * @param of the stem of the word that says what it is ("target", "vehicl"); empty if none does
 * @param what that word as printed
 * @param title whether it stands in the headline
 * @param printed as printed
 */
record Quantity(double value, char unit, String of, String what, boolean title, String printed) {
    /** Numbers are told with so many significant digits, not more. */
    private static final int DIGITS = 4;

    /** Equal as far as the one told with fewer digits goes: 3 and 3.1, 7.75 and 7.8 billion. */
    boolean agrees(Quantity other) {
        int digits = Math.min(digits(value), digits(other.value));
        return unit == other.unit && rounded(value, digits).compareTo(rounded(other.value, digits)) == 0;
    }

    /** Whether both tell how many or how much of the same thing. */
    boolean countsLike(Quantity other) {
        return unit == other.unit && of.equals(other.of);
    }

    /** Neither a small count nor one so round that it may be anything. */
    boolean telling() {
        return unit != ' ' || digits(value) > 2 || value >= 1000;
    }

    /** What numbers are compared by: unit and value to four significant digits. */
    static String key(double value, char unit) {
        return "#" + unit + rounded(value, DIGITS).stripTrailingZeros();
    }

    /** How many significant digits a number is told with, at most four: the more, the less likely by chance. */
    static int digits(double value) {
        return Math.max(1, rounded(value, DIGITS).stripTrailingZeros().precision());
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value, new MathContext(digits, RoundingMode.HALF_EVEN));
    }
}
