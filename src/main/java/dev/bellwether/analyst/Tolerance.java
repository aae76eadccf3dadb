package dev.bellwether.analyst;

import dev.bellwether.fact.Claim;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
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
record Tolerance(double width, Line words) {
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(?:about|around|approximately|approx|roughly|nearly|almost|close to|some|more than|over|up to|circa|rund|etwa|fast|knapp)"
                    + "(?: than| a)?[^\\p{L}\\d]{0,4}$",
            Pattern.CASE_INSENSITIVE);
    private static final double ABOUT_POINTS = 1.5;
    private static final int BEFORE = 24;
    private static final int MOST_DIGITS = 12;

    /** The tolerance for a claim that is a number of a kind with a fixed tolerance. */
    static Tolerance of(Claim claim, double value) {
        return switch (claim.kind()) {
            case DAY_CHANGE_PCT, WEEK_CHANGE_PCT, MONTH_CHANGE_PCT, YEAR_CHANGE_PCT, YTD_CHANGE_PCT ->
                change(claim, value);
            case RSI -> points(3, 0);
            case SMA -> share(value, 1, 0);
            case VOLUME -> share(value, 5, 0);
            case VOLUME_MULTIPLE -> share(value, 10, 0);
            default -> share(value, 0.5, 1);
        };
    }

    private static Tolerance share(double value, double percent, int decimals) {
        return new Tolerance(
                Math.abs(value) * percent / 100,
                Line.say("check.tolerance.share", new Value.Figure(percent, decimals, null)));
    }

    private static Tolerance points(double width, int decimals) {
        return new Tolerance(width, Line.say("check.tolerance.points", new Value.Figure(width, decimals, null)));
    }

    private static Tolerance change(Claim claim, double value) {
        double share = Math.abs(value) * 0.05;
        if (isAbout(claim)) {
            return share > ABOUT_POINTS
                    ? ofIt(share)
                    : new Tolerance(
                            ABOUT_POINTS, Line.say("check.tolerance.about", new Value.Figure(ABOUT_POINTS, 1, null)));
        }
        return share > 0.5 ? ofIt(share) : points(0.5, 1);
    }

    private static Tolerance ofIt(double width) {
        return new Tolerance(width, Line.say("check.tolerance.of", new Value.Figure(5, 0, null)));
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
