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
    private static final int SHORT_DIGITS = 9;

    private Claimed() {}

    /** The kind for programs: that of the claim, or {@code target}. */
    static String kind(Checked checked) {
        return switch (checked) {
            case Checked.OfClaim of -> of.claim().kind().label();
            case Checked.OfCall _ -> "target";
        };
    }

    /** What is claimed, and of what, in a few words. */
    static Line label(Checked checked) {
        Line what = switch (checked) {
            case Checked.OfClaim of -> label(of.claim());
            case Checked.OfCall of -> label(of.call());
        };
        return checked.about().isEmpty()
                ? what
                : Line.say("check.label", CleanText.shortened(checked.about(), LONGEST_NAME), what);
    }

    private static Line label(AnalystCall call) {
        return switch (call.kind()) {
            case ANALYST ->
                call.firm() == null
                        ? Line.say("check.label.target.unnamed")
                        : Line.say("check.label.target", CleanText.shortened(call.firm(), LONGEST_NAME));
            case CONSENSUS -> Line.say("check.label.target.average");
            case HIGH -> Line.say("check.label.target.high");
            case LOW -> Line.say("check.label.target.low");
        };
    }

    private static Line label(Claim claim) {
        return switch (claim.kind()) {
            case DAY_CHANGE_PCT -> Line.say("check.label.day");
            case WEEK_CHANGE_PCT -> Line.say("check.label.week");
            case MONTH_CHANGE_PCT -> Line.say("check.label.month");
            case YEAR_CHANGE_PCT -> Line.say("check.label.year");
            case YTD_CHANGE_PCT -> Line.say("check.label.ytd");
            case PRICE -> Line.say("check.label.price");
            case SMA -> claim.period() == null ? Line.say("check.label.average") : Line.of("SMA " + claim.period());
            case RSI -> Line.of(claim.period() == null ? "RSI" : "RSI " + claim.period());
            case HIGH_52W -> Line.say("check.label.high");
            case LOW_52W -> Line.say("check.label.low");
            case LEVEL_SUPPORT -> Line.say("check.label.support");
            case LEVEL_RESISTANCE -> Line.say("check.label.resistance");
            case VOLUME -> Line.say("check.label.volume");
            case VOLUME_MULTIPLE -> Line.say("check.label.multiple");
            case PE -> Line.say("check.label.pe");
            case EARNINGS_DATE -> Line.say("check.label.earnings");
            case MARKET_CAP -> Line.say("check.label.cap");
        };
    }

    /** The number or date for a person; percents with the digits that the text gives them. */
    static Line line(Checked checked) {
        Value value = value(checked);
        BigDecimal number = checked instanceof Checked.OfClaim of ? of.claim().value() : null;
        if (number == null || !(value instanceof Value.Percent)) {
            return Line.of(value);
        }
        Line digits = isShort(number)
                ? Line.of(new Value.Figure(number.doubleValue(), Math.max(0, number.scale()), null))
                : Line.of(plain(number));
        return Line.say("check.percent", Line.of(number.signum() > 0 ? "+" : "").then(digits));
    }

    /** Of so few digits that they can be written as people of each language write them. */
    private static boolean isShort(BigDecimal number) {
        return number.precision() <= SHORT_DIGITS && number.abs().compareTo(BigDecimal.valueOf(1_000)) < 0;
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
            return new Value.Missing(Line.say("check.number.none"));
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
            return new Value.Missing(Line.say("check.number.none"));
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
