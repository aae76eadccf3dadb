package dev.bellwether.command;

import dev.bellwether.analyst.Checked;
import dev.bellwether.analyst.ClaimWords;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.reading.CleanText;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.math.MathContext;

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
            case Checked.OfClaim of -> ClaimWords.label(of.claim());
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
            case Checked.OfClaim of -> ClaimWords.value(of.claim());
            case Checked.OfCall of ->
                ClaimWords.money(of.call().newTarget(), of.call().currency());
        };
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
