package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Mark;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days of the calendar as printed: "February 19, 2026", "19 Feb", "Oct. 23rd", "2026-02-19". */
final class Days {
    private static final Map<String, Month> MONTHS = new HashMap<>();

    static {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, 3), month);
        }
        MONTHS.put("sept", Month.SEPTEMBER);
    }

    private Days() {}

    /**
     * A day found.
     *
     * @param end index of the token behind it
     */
    record Found(LocalDate day, int end) {}

    /** The day that begins at a token; null if none does, or if its year is neither printed nor to be told. */
    static @Nullable Found at(List<Token> tokens, int at, @Nullable LocalDate published) {
        if (tokens.get(at) instanceof Word word) {
            Month month = month(word);
            int day = month == null ? 0 : dayOfMonth(tokens, at + 1);
            return month == null || day == 0 ? null : withYear(tokens, at + 2, month, day, published);
        }
        if (!(tokens.get(at) instanceof Numeral numeral)) {
            return null;
        }
        if (numeral.year()) {
            return iso(tokens, at);
        }
        Month month = at + 1 < tokens.size() && tokens.get(at + 1) instanceof Word word ? month(word) : null;
        int day = month == null ? 0 : dayOfMonth(tokens, at);
        return month == null || day == 0 ? null : withYear(tokens, at + 2, month, day, published);
    }

    private static @Nullable Month month(Word word) {
        return word.capitalised() ? MONTHS.get(word.lower()) : null;
    }

    private static int dayOfMonth(List<Token> tokens, int at) {
        Token token = at < tokens.size() ? tokens.get(at) : null;
        return switch (token) {
            case Numeral numeral -> whole(numeral.text());
            case Word word
            when word.text().length() > 2 && word.lower().matches("[0-9]{1,2}(st|nd|rd|th)") ->
                whole(word.text().substring(0, word.text().length() - 2));
            case null, default -> 0;
        };
    }

    private static int whole(String digits) {
        boolean fits = digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? Integer.parseInt(digits) : 0;
    }

    private static @Nullable Found withYear(
            List<Token> tokens, int at, Month month, int day, @Nullable LocalDate published) {
        int place = at < tokens.size() && tokens.get(at) instanceof Mark mark && mark.is(',') ? at + 1 : at;
        if (place < tokens.size() && tokens.get(place) instanceof Numeral numeral && numeral.year()) {
            return found(numeral.value().intValue(), month.getValue(), day, place + 1);
        }
        if (published == null) {
            return null;
        }
        Found best = null;
        for (int year = published.getYear() - 1; year <= published.getYear() + 1; year++) {
            best = nearer(best, found(year, month.getValue(), day, at), published);
        }
        return best;
    }

    private static @Nullable Found nearer(@Nullable Found best, @Nullable Found other, LocalDate published) {
        if (best == null || other == null) {
            return best == null ? other : best;
        }
        return distance(other, published) < distance(best, published) ? other : best;
    }

    private static long distance(Found found, LocalDate published) {
        return Math.abs(ChronoUnit.DAYS.between(published, found.day()));
    }

    private static @Nullable Found iso(List<Token> tokens, int at) {
        boolean form = at + 4 < tokens.size()
                && tokens.get(at + 1) instanceof Mark first
                && first.is('-')
                && tokens.get(at + 3) instanceof Mark second
                && second.is('-');
        return form
                ? found(
                        ((Numeral) tokens.get(at)).value().intValue(),
                        dayOfMonth(tokens, at + 2),
                        dayOfMonth(tokens, at + 4),
                        at + 5)
                : null;
    }

    private static @Nullable Found found(int year, int month, int day, int end) {
        try {
            return new Found(LocalDate.of(year, month, day), end);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
