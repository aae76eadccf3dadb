package dev.bellwether.news;

import dev.bellwether.reading.CleanText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of feeds, which are HTML or not without saying so. */
final class Markup {
    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!][^<>]{0,2000}>");
    private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]{1,31};");

    private Markup() {}

    /** A body that may be HTML, as clean text without advertising. */
    static String text(String value) {
        return CleanText.withoutTail(lines(value));
    }

    /** A body that is not HTML, as clean text without advertising. */
    static String plain(String value) {
        return CleanText.withoutTail(CleanText.ofPlain(value));
    }

    /** A headline that may be HTML, on one line; null if nothing is left. */
    static @Nullable String title(@Nullable String value) {
        String title = value == null ? "" : CleanText.onOneLine(lines(value));
        return title.isEmpty() ? null : title;
    }

    private static String lines(String value) {
        if (TAG.matcher(value).find()) {
            return CleanText.ofHtml(value);
        }
        return ENTITY.matcher(value).find() ? CleanText.ofHtml(value.replace("\n", "<br>")) : CleanText.ofPlain(value);
    }
}
