package dev.bellwether.command;

import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A language as members type it: its code, or what it is called in any of the languages the bot speaks. */
final class LanguageWord {
    private static final Map<String, Language> NAMES = Map.ofEntries(
            Map.entry("english", Language.EN),
            Map.entry("englisch", Language.EN),
            Map.entry("英文", Language.EN),
            Map.entry("英语", Language.EN),
            Map.entry("german", Language.DE),
            Map.entry("deutsch", Language.DE),
            Map.entry("德文", Language.DE),
            Map.entry("德语", Language.DE),
            Map.entry("chinese", Language.ZH),
            Map.entry("chinesisch", Language.ZH),
            Map.entry("mandarin", Language.ZH),
            Map.entry("中文", Language.ZH),
            Map.entry("汉语", Language.ZH),
            Map.entry("普通话", Language.ZH),
            Map.entry("简体中文", Language.ZH));

    private LanguageWord() {}

    /** Empty for a language the bot does not speak. */
    static Optional<Language> read(String typed) {
        Language named = NAMES.get(typed.toLowerCase(Locale.ROOT));
        return named == null ? Language.of(typed) : Optional.of(named);
    }

    /** What was probably meant. */
    static Optional<Language> near(String typed) {
        List<String> near = Nearest.to(typed, NAMES.keySet(), 1);
        return near.stream().map(NAMES::get).findFirst();
    }

    /** What a language calls itself. */
    static String own(Language language) {
        return switch (language) {
            case EN -> "English";
            case DE -> "Deutsch";
            case ZH -> "中文";
        };
    }
}
