package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a day: {@code 2026-12-31}, {@code 2026/12/31}, {@code 31.12.2026}, {@code 2026年12月31日}, {@code today}, {@code tomorrow}. */
final class TypedDay {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    private TypedDay() {}

    /**
     * Takes a day.
     *
     * @param today null if none is known
     * @throws Misread if it is none, or none that everybody reads alike, such as 12/11/2026
     */
    static LocalDate read(Cursor cursor, @Nullable LocalDate today) {
        Token first = cursor.peek();
        if (today != null && cursor.take("today")) {
            return today;
        }
        if (today != null && cursor.take("tomorrow")) {
            return today.plusDays(1);
        }
        Optional<LocalDate> chinese = chinese(cursor);
        if (chinese.isPresent()) {
            return chinese.get();
        }
        Optional<LocalDate> day = written(first.text());
        if (day.isEmpty()) {
            List<String> sample =
                    today == null ? List.of() : List.of(today.plusMonths(1).toString());
            boolean isOther = first.isWord() && !Vocabulary.CONTINUES.contains(first.text());
            Line sentence = Line.say("rule.until", Line.empty().code("until 2026-12-31"));
            throw isOther ? new Misread(first, sentence, sample) : cursor.missing(sentence, sample);
        }
        cursor.skip(1);
        return day.get();
    }

    private static Optional<LocalDate> written(String text) {
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.matches()) {
            return day(year.group(1), year.group(2), year.group(3));
        }
        Matcher day = DAY_FIRST.matcher(text);
        return day.matches() ? day(day.group(3), day.group(2), day.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> chinese(Cursor cursor) {
        boolean shape = cursor.peek(1).is("年")
                && cursor.peek(3).is("月")
                && cursor.peek(5).is("日", "号");
        if (!shape) {
            return Optional.empty();
        }
        Optional<LocalDate> day = written(cursor.peek().text() + "-"
                + cursor.peek(2).text() + "-" + cursor.peek(4).text());
        cursor.skip(day.isPresent() ? 6 : 0);
        return day;
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
