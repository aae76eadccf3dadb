package dev.bellwether.command;

import dev.bellwether.analyst.Checked;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.reading.CleanText;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What a text claims, as labels and values of a card. */
final class Claimed {
    private static final int LONGEST_SENTENCE = 400;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_DIGITS = 12;

    private Claimed() {}

    /** The kind for programs: that of the claim, or {@code target}. */
    static String kind(Checked checked) {
        return switch (checked) {
            case Checked.OfClaim of -> of.claim().kind().label();
            case Checked.OfCall _ -> "target";
        };
    }

    /** What is claimed, and of what, in a few words. */
    static String label(Checked checked) {
        String about = checked.about().isEmpty() ? "" : CleanText.shortened(checked.about(), LONGEST_NAME) + " ";
        return about
                + switch (checked) {
                    case Checked.OfClaim of -> label(of.claim());
                    case Checked.OfCall of -> label(of.call());
                };
    }

    private static String label(AnalystCall call) {
        return switch (call.kind()) {
            case ANALYST ->
                "target of " + (call.firm() == null ? "an analyst" : CleanText.shortened(call.firm(), LONGEST_NAME));
            case CONSENSUS -> "average target";
            case HIGH -> "highest target";
            case LOW -> "lowest target";
        };
    }

    private static String label(Claim claim) {
        return switch (claim.kind()) {
            case DAY_CHANGE_PCT -> "day";
            case WEEK_CHANGE_PCT -> "week";
            case MONTH_CHANGE_PCT -> "month";
            case YEAR_CHANGE_PCT -> "12 months";
            case YTD_CHANGE_PCT -> "year to date";
            case PRICE -> "price";
            case SMA -> claim.period() == null ? "moving average" : "SMA " + claim.period();
            case RSI -> claim.period() == null ? "RSI" : "RSI " + claim.period();
            case HIGH_52W -> "52-week high";
            case LOW_52W -> "52-week low";
            case LEVEL_SUPPORT -> "support";
            case LEVEL_RESISTANCE -> "resistance";
            case VOLUME -> "volume";
            case VOLUME_MULTIPLE -> "volume against average";
            case PE -> "P/E";
            case EARNINGS_DATE -> "reports on";
            case MARKET_CAP -> "market value";
        };
    }

    /** The number or date for a person; percents with the digits that the text gives them. */
    static Line line(Checked checked) {
        Value value = value(checked);
        BigDecimal number = checked instanceof Checked.OfClaim of ? of.claim().value() : null;
        return number != null && value instanceof Value.Percent
                ? Line.of((number.signum() > 0 ? "+" : "") + plain(number) + "%")
                : Line.of(value);
    }

    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
                ? number.round(new MathContext(3)).toString()
                : number.toPlainString();
    }

    /** The number or date. */
    static Value value(Checked checked) {
        return switch (checked) {
            case Checked.OfClaim of -> value(of.claim());
            case Checked.OfCall of -> money(of.call().newTarget(), of.call().currency());
        };
    }

    private static Value value(Claim claim) {
        BigDecimal stated = claim.value();
        if (claim.date() != null) {
            return new Value.Day(claim.date());
        }
        if (stated == null || !Double.isFinite(stated.doubleValue())) {
            return new Value.Missing("no number a price can have");
        }
        double number = stated.doubleValue();
        return switch (claim.kind()) {
            case DAY_CHANGE_PCT -> Value.Percent.change(number, "1d");
            case WEEK_CHANGE_PCT -> Value.Percent.change(number, "7d");
            case MONTH_CHANGE_PCT -> Value.Percent.change(number, "1m");
            case YEAR_CHANGE_PCT -> Value.Percent.change(number, "12m");
            case YTD_CHANGE_PCT -> Value.Percent.change(number, "ytd");
            case RSI, PE -> new Value.Figure(number, 1, null);
            case VOLUME -> new Value.Count(Math.round(number), "shares");
            case VOLUME_MULTIPLE -> new Value.Figure(number, 2, "x");
            default -> money(stated, claim.currency());
        };
    }

    private static Value money(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null || !Double.isFinite(amount.doubleValue())) {
            return new Value.Missing("no number a price can have");
        }
        return currency == null
                ? new Value.Figure(amount.doubleValue(), 2, null)
                : new Value.Price(amount.doubleValue(), currency);
    }

    /** The sentence it stands in, shortened if it is a page. */
    static String sentence(Checked checked) {
        String sentence = switch (checked) {
            case Checked.OfClaim of -> of.claim().sentence();
            case Checked.OfCall of -> of.call().sentence();
        };
        return CleanText.shortened(sentence, LONGEST_SENTENCE);
    }
}
