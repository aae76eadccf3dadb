package dev.bellwether.reading.token;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number in any of the styles {@code 1,234.5}, {@code 1.234,5}, {@code 1 234,5}, {@code 1'234.5}, {@code 12,34,567}.
 *
 * <p>A single separator is read so: a dot is a decimal point ({@code 112.304}), unless more groups follow ({@code 1.234.567}); a
 * comma before exactly three digits separates thousands, before one or two digits it is a decimal comma. White space separates
 * thousands only if it can't break ({@code U+00A0}, {@code U+202F}, {@code U+2009}), or if a decimal comma follows.
 */
final class Digits {
    /** More digits than this are no amount of anything; the number is left as a word. */
    private static final int MOST = 18;

    /**
     * A number found.
     *
     * @param end first place after it
     * @param value null if it has too many digits
     * @param dotThousand whether it was read as a fraction of three digits behind one dot, as in 1.530; a currency behind it may
     *     show that the dot separates thousands
     */
    record Found(int end, @Nullable BigDecimal value, boolean dotThousand) {}

    private final CharSequence source;
    private final StringBuilder plain = new StringBuilder();
    private int digits;
    private int at;

    private Digits(CharSequence source, int at) {
        this.source = source;
        this.at = at;
    }

    /** Reads the number that begins at a place where a digit stands. */
    static Found at(CharSequence source, int start) {
        return new Digits(source, start).read();
    }

    private Found read() {
        int first = run();
        boolean grouped = groups(first);
        int fraction = fraction(grouped);
        if (digits > MOST) {
            return new Found(at, null, false);
        }
        boolean dotThousand = !grouped && fraction == 3 && first <= 3 && plain.charAt(0) != '0';
        return new Found(at, new BigDecimal(plain.toString()), dotThousand);
    }

    /** Takes a run of digits; how many there were. */
    private int run() {
        int from = at;
        while (at < source.length() && digit(source.charAt(at))) {
            if (++digits <= MOST) {
                plain.append(source.charAt(at));
            }
            at++;
        }
        return at - from;
    }

    private boolean groups(int first) {
        if (first > 3) {
            return false;
        }
        int begin = at;
        char separator = peek(at);
        boolean any = false;
        while (peek(at) == separator && separates(separator, any)) {
            at++;
            run();
            any = true;
        }
        return any && at > begin;
    }

    /** Whether the separator at this place begins another group of three digits (or two, as Indian lakhs are written). */
    private boolean separates(char separator, boolean any) {
        int behind = digitsFrom(at + 1);
        return switch (separator) {
            case ',' -> behind == 3 || (behind == 2 && lakh(at + 3));
            case '\'', '’', '\u00a0', '\u202f', '\u2009' -> behind == 3;
            case '.' -> behind == 3 && (any || thousandsGoOn(at + 4));
            case ' ' -> behind == 3 && moreOrComma(at + 4);
            default -> false;
        };
    }

    private boolean lakh(int next) {
        return peek(next) == ',' && (digitsFrom(next + 1) == 3 || (digitsFrom(next + 1) == 2 && peek(next + 3) == ','));
    }

    private boolean thousandsGoOn(int next) {
        return (peek(next) == '.' && digitsFrom(next + 1) == 3) || decimalComma(next);
    }

    private boolean moreOrComma(int next) {
        return decimalComma(next) || (peek(next) == ' ' && digitsFrom(next + 1) == 3 && peek(next + 4) == ',');
    }

    private boolean decimalComma(int next) {
        int behind = digitsFrom(next + 1);
        return peek(next) == ',' && (behind == 1 || behind == 2);
    }

    /** Takes a fraction; how many digits it has. */
    private int fraction(boolean grouped) {
        char point = peek(at);
        boolean groupedByComma = grouped && peek(at - 4) == ',';
        boolean comma = decimalComma(at) && !groupedByComma;
        if (digitsFrom(at + 1) == 0 || (point != '.' && !comma)) {
            return 0;
        }
        plain.append('.');
        at++;
        return run();
    }

    /** How many digits stand from a place on, counted up to five. */
    private int digitsFrom(int place) {
        int count = 0;
        while (count < 5 && digit(peek(place + count))) {
            count++;
        }
        return count;
    }

    private char peek(int place) {
        return place >= 0 && place < source.length() ? source.charAt(place) : (char) 0;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
