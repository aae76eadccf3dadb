package dev.bellwether.watch.rule;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as typed, with what sticks to it.
 *
 * <p>{@code 155.50} and {@code 155,50} are the same. A comma before exactly three digits separates thousands ({@code 1,500}), a single dot never
 * does ({@code 1.500} is one and a half). Where both stand, the last one is the decimal point.
 *
 * @param value with its sign
 * @param before a currency such as {@code hk$}, in small letters; may be empty
 * @param after a unit such as {@code x}, {@code d} or {@code usd}; may be empty
 */
record Numeral(double value, String before, String after) {
    private static final Pattern SHAPE =
            Pattern.compile("([+-]?)([a-z]{0,3}[$€£¥₩₹])?([+-]?)(\\.?\\d[\\d.,']{0,24})([^\\d.,'+-]{0,12})");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+");
    private static final Pattern PLAIN = Pattern.compile("\\d{0,15}(\\.\\d+)?");

    /** The number in a word; empty if it is none. */
    static Optional<Numeral> of(String word) {
        Matcher shape = SHAPE.matcher(word);
        if (!shape.matches()) {
            return Optional.empty();
        }
        boolean negative = shape.group(1).equals("-") || shape.group(3).equals("-");
        String before = shape.group(2) == null ? "" : shape.group(2);
        return plain(shape.group(4))
                .map(digits -> new BigDecimal(digits).doubleValue())
                .map(size -> new Numeral(negative && size != 0 ? -size : size, before, shape.group(5)));
    }

    /** The digits with a dot for the decimal point and nothing else; empty if the separators make no sense. */
    private static Optional<String> plain(String digits) {
        String number = digits.replace("'", "");
        int dot = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            number = dot > comma ? number : swapped(number);
        } else if (comma >= 0
                && number.indexOf(',') == comma
                && !THOUSANDS.matcher(number).matches()) {
            number = number.replace(',', '.');
        } else if (dot >= 0 && number.indexOf('.') != dot) {
            number = swapped(number);
        }
        return Optional.of(number).flatMap(Numeral::withoutThousands);
    }

    private static String swapped(String number) {
        return number.replace(',', ';').replace('.', ',').replace(';', '.');
    }

    private static Optional<String> withoutThousands(String number) {
        int dot = number.indexOf('.');
        String whole = dot < 0 ? number : number.substring(0, dot);
        if (whole.indexOf(',') >= 0) {
            if (!THOUSANDS.matcher(whole).matches()) {
                return Optional.empty();
            }
            number = number.replace(",", "");
        }
        return PLAIN.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }
}
