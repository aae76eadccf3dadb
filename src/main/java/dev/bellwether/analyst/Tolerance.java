package dev.bellwether.analyst;

import dev.bellwether.fact.Claim;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How far a statement may be from the truth and still agree. Texts round, and speak of a moment that they do not name to the
 * minute; the widths allow for that and are our own choice:
 *
 * <ul>
 *   <li>changes: 0.5 percentage points or 5% of the value, whichever is more; 1.5 points where the text says "about"
 *   <li>prices, 52-week high and low: 0.5%; moving averages: 1%
 *   <li>RSI: 3 points; volume: 5%; its multiple: 10%
 * </ul>
 *
 * @param width in the unit of the statement
 * @param words for a person
 */
record Tolerance(double width, String words) {
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(?:about|around|approximately|approx|roughly|nearly|almost|close to|some|more than|over|up to|circa|rund|etwa|fast|knapp)"
                    + "(?: than| a)?[^\\p{L}\\d]{0,4}$",
            Pattern.CASE_INSENSITIVE);
    private static final int BEFORE = 24;
    private static final int MOST_DIGITS = 12;

    /** The tolerance for a claim that is a number of a kind with a fixed tolerance. */
    static Tolerance of(Claim claim, double value) {
        return switch (claim.kind()) {
            case DAY_CHANGE_PCT, WEEK_CHANGE_PCT, MONTH_CHANGE_PCT, YEAR_CHANGE_PCT, YTD_CHANGE_PCT ->
                change(claim, value);
            case RSI -> new Tolerance(3, "3 points");
            case SMA -> share(value, 1, "1%");
            case VOLUME -> share(value, 5, "5%");
            case VOLUME_MULTIPLE -> share(value, 10, "10%");
            default -> share(value, 0.5, "0.5%");
        };
    }

    private static Tolerance share(double value, double percent, String words) {
        return new Tolerance(Math.abs(value) * percent / 100, words);
    }

    private static Tolerance change(Claim claim, double value) {
        double share = Math.abs(value) * 0.05;
        if (isAbout(claim)) {
            return share > 1.5
                    ? new Tolerance(share, "5% of it")
                    : new Tolerance(1.5, "1.5 points, as it says \"about\"");
        }
        return share > 0.5 ? new Tolerance(share, "5% of it") : new Tolerance(0.5, "0.5 points");
    }

    /** Whether a word such as "about" stands right before the number. */
    private static boolean isAbout(Claim claim) {
        BigDecimal value = claim.value();
        if (value == null || Math.abs(value.scale()) > MOST_DIGITS) {
            return false;
        }
        String number = value.abs().stripTrailingZeros().toPlainString();
        int at = claim.sentence().indexOf(number);
        if (at < 0) {
            at = claim.sentence().indexOf(number.replace('.', ','));
        }
        if (at < 0) {
            return false;
        }
        String before = claim.sentence().substring(Math.max(0, at - BEFORE), at).toLowerCase(Locale.ROOT);
        return ABOUT.matcher(before).find();
    }
}
