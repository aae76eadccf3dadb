package dev.bellwether.talk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages the bot speaks. Every sentence exists in each; a test holds the word files to that. */
public enum Language {
    EN("en", Locale.US),
    DE("de", Locale.GERMANY),
    ZH("zh", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The ISO 639-1 code. */
    public String code() {
        return code;
    }

    /** Decides on separators, compact forms and dates. */
    public Locale locale() {
        return locale;
    }

    /**
     * The language that a tag means, as platforms send them.
     *
     * @param tag such as {@code de}, {@code en-GB}, {@code zh-Hans} or {@code zh_TW}
     * @return empty for one the bot does not speak
     */
    public static Optional<Language> of(String tag) {
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.code.equals(primary)).findFirst();
    }
}
