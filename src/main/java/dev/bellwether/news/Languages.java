package dev.bellwether.news;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language a feed says it is in. */
final class Languages {
    private Languages() {}

    /** The BCP 47 tag in its usual form ({@code en-us} is {@code en-US}); null if it is none. */
    static @Nullable String tag(@Nullable String said) {
        if (said == null || said.length() > 40) {
            return null;
        }
        String tag = Locale.forLanguageTag(said.strip().replace('_', '-')).toLanguageTag();
        return tag.equals("und") ? null : tag;
    }
}
