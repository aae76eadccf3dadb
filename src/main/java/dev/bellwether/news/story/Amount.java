package dev.bellwether.news.story;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in a text, with its sign of currency, its scale and its percent sign.
 *
 * @param end where the text goes on behind it
 * @param value in full: 9.7 billion is 9.7e9
 * @param unit {@code $} for money of any currency, {@code %}, or a space
 * @param year whether it is a year rather than a number
 * @param printed as printed, cut off after {@value #LONGEST} characters
 */
record Amount(int end, double value, char unit, boolean year, String printed) {
    private static final int LONGEST = 40;
    private static final String CURRENCIES = "$€£¥₹₩";

    /** Reads what begins with a digit at {@code start}; null if it is a word such as 3D or 52nd. */
    static @Nullable Amount read(String text, int start) {
        int digits = digitsEnd(text, start);
        int letters = lettersEnd(text, digits);
        String glued = lower(text, digits, letters);
        double scale = glued.isEmpty() ? 1 : scale(glued);
        if (scale == 0) {
            return null;
        }
        int end = letters;
        String next = following(text, end);
        if (glued.isEmpty() && next.length() > 1 && scale(next) > 0) {
            scale = scale(next);
            end += 1 + next.length();
            next = following(text, end);
        }
        boolean sign = end < text.length() && text.charAt(end) == '%';
        boolean money = start > 0 && CURRENCIES.indexOf(text.charAt(start - 1)) >= 0;
        boolean percent = sign || next.startsWith("percent") || next.equals("pct");
        double value = parse(text.substring(start, Math.min(digits, start + LONGEST))) * scale;
        String printed = text.substring(money ? start - 1 : start, Math.min(end, start + LONGEST));
        boolean year = !money && !percent && end - start == 4 && scale == 1 && value >= 1900 && value <= 2100;
        return new Amount(end, value, money ? '$' : percent ? '%' : ' ', year, percent ? printed + '%' : printed);
    }

    private static int digitsEnd(String text, int start) {
        int at = start;
        while (at < text.length() && (digit(text, at) || (point(text.charAt(at)) && digit(text, at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean digit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean point(char c) {
        return c == '.' || c == ',';
    }

    private static int lettersEnd(String text, int start) {
        int at = start;
        while (at < text.length() && WordReader.inWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The short word behind a space or hyphen: a scale, or the word percent. */
    private static String following(String text, int at) {
        if (at >= text.length() || (text.charAt(at) != ' ' && text.charAt(at) != '-')) {
            return "";
        }
        int end = at + 1;
        while (end < text.length() && end < at + 12 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return lower(text, at + 1, end);
    }

    private static String lower(String text, int from, int to) {
        return text.substring(from, Math.min(to, from + LONGEST)).toLowerCase(Locale.ROOT);
    }

    private static double parse(String digits) {
        try {
            return Double.parseDouble(digits.replace(",", ""));
        } catch (NumberFormatException e) {
            return 0; // such as 1.2.3: no quantity, only something to compare
        }
    }

    private static double scale(String suffix) {
        return switch (suffix) {
            case "k", "thousand" -> 1e3;
            case "m", "mn", "mln", "million" -> 1e6;
            case "b", "bn", "bln", "billion" -> 1e9;
            case "t", "tn", "trillion" -> 1e12;
            default -> 0;
        };
    }
}
