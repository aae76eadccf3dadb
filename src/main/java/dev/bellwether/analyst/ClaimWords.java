package dev.bellwether.analyst;

import dev.bellwether.fact.Claim;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Claims as labels and values of a card. */
public final class ClaimWords {
    private ClaimWords() {}

    /** What is claimed, in a few words, without the instrument. */
    public static Line label(Claim claim) {
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

    /** The number or date that is claimed. */
    public static Value value(Claim claim) {
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

    /** An amount as stated: a price if it has a currency, else a number. */
    public static Value money(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null || !Double.isFinite(amount.doubleValue())) {
            return new Value.Missing(Line.say("check.number.none"));
        }
        return currency == null
                ? new Value.Figure(amount.doubleValue(), 2, null)
                : new Value.Price(amount.doubleValue(), currency);
    }
}
