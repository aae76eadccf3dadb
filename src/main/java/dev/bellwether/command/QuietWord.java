package dev.bellwether.command;

import dev.bellwether.talk.ChatSettings.QuietHours;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quiet hours as members type them: {@code 22:00-07:00}, {@code 22-7}, {@code 10pm-7am}, {@code 22 bis 7}, {@code 22点到7点}. */
final class QuietWord {
    private static final String TIME = "(\\d{1,2})(?:[:.：hH点]([0-5]\\d)?)?\\s*(?:uhr)?\\s*([ap]m)?";
    private static final Pattern SHAPE = Pattern.compile(
            TIME + "\\s*(?:-|–|—|~|～|to|until|bis|到|至)\\s*" + TIME, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private QuietWord() {}

    /** Empty if it means no span of time within a day; a span that ends when it begins is none. */
    static Optional<QuietHours> read(String typed) {
        Matcher shape = SHAPE.matcher(typed.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(shape.group(1), shape.group(2), shape.group(3));
        Optional<LocalTime> to = time(shape.group(4), shape.group(5), shape.group(6));
        return from.flatMap(first -> to.filter(last -> !last.equals(first)).map(last -> new QuietHours(first, last)));
    }

    private static Optional<LocalTime> time(String hours, @Nullable String minutes, @Nullable String half) {
        int hour = Integer.parseInt(hours);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (half != null) {
            boolean isHourOfTwelve = hour >= 1 && hour <= 12;
            hour = isHourOfTwelve ? hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0) : -1;
        } else if (hour == 24 && minute == 0) {
            hour = 0;
        }
        return hour >= 0 && hour < 24 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** As it is shown, the same in every language. */
    static String shown(QuietHours quiet) {
        return quiet.from() + "–" + quiet.to();
    }
}
