package dev.bellwether.analyst;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of checking one statement. */
public sealed interface Verdict {

    /** The statement is right within the tolerance. */
    record Agrees(Finding finding) implements Verdict {}

    /** It is wrong, but by no more than three times the tolerance and with the same meaning. */
    record Off(Finding finding) implements Verdict {}

    /** It is wrong. */
    record Contradicts(Finding finding) implements Verdict {}

    /**
     * It can't be checked.
     *
     * @param why the reason, as a sentence without a full stop
     */
    record Unchecked(Line why) implements Verdict {}

    /**
     * What was found instead of, or in agreement with, what is stated.
     *
     * @param computed what the bars or the fact log say
     * @param what what that is, such as "RSI 14" or "close"
     * @param gap the statement less what was found; missing where there is no such thing
     * @param tolerance how far off still agrees, in words
     * @param listing symbol of the listing whose prices were used; null if none were
     * @param day the trading day or date it holds for; null if it is of no day
     */
    record Finding(
            Value computed,
            Line what,
            Value gap,
            Line tolerance,
            @Nullable String listing,
            @Nullable LocalDate day) {}

    /** One word for programs: {@code agrees}, {@code off}, {@code contradicts}, {@code unchecked}. */
    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
