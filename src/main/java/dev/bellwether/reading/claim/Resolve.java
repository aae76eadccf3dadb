package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a phrase of the lexicon its meaning when its number is known: 52 weeks are a year, 12 weeks are no time we know. */
final class Resolve {
    private Resolve() {}

    /** The step; null if the phrase does not mean this with this number. */
    static @Nullable Step step(
            Sense sense, String argument, String phrase, int number, int from, int to, List<Token> tokens) {
        Token token = tokens.get(from);
        boolean counted = phrase.indexOf('#') >= 0 && number > 0;
        boolean fits = !counted || year(phrase, number);
        return switch (sense) {
            case PERIOD -> {
                Horizon horizon = horizon(argument, number);
                yield horizon == null ? null : new Step(from, to, sense, phrase, token, horizon.name(), number);
            }
            case HIGH52, LOW52, RANGE52 -> new Step(from, to, fits ? sense : Sense.EXTREME, phrase, token, "", number);
            case AVERAGE ->
                new Step(from, to, argument.equals("other") ? Sense.FUND : sense, phrase, token, argument, number);
            case TIMES ->
                new Step(from, to, sense, phrase, token, counted ? Integer.toString(number) : argument, number);
            default -> new Step(from, to, sense, phrase, token, argument, number);
        };
    }

    private static boolean year(String phrase, int number) {
        if (phrase.contains("week") || phrase.contains("wk") || phrase.contains("52w")) {
            return number == 52;
        }
        return number == (phrase.contains("month") ? 12 : 1);
    }

    private static @Nullable Horizon horizon(String argument, int number) {
        return switch (argument) {
            case "day" -> Horizon.DAY;
            case "week" -> Horizon.WEEK;
            case "month" -> Horizon.MONTH;
            case "year" -> Horizon.YEAR;
            case "ytd" -> number > 0 && (number < 1900 || number > 2100) ? null : Horizon.YTD;
            case "calendar" -> number < 1900 || number > 2100 ? null : Horizon.CALENDAR;
            case "same" -> Horizon.SAME;
            case "none" -> Horizon.NONE;
            case "days" -> Horizon.days(number);
            case "hours" -> Horizon.hours(number);
            case "weeks" -> Horizon.weeks(number);
            case "months" -> Horizon.months(number);
            case "years" -> Horizon.years(number);
            default -> Horizon.OTHER;
        };
    }
}
