package dev.bellwether.bot.telegram;

import dev.bellwether.bot.SeenText;
import java.util.regex.Pattern;

/** Texts of feeds and members made harmless: one line, nothing that turns the direction of writing or hides, and no mentions. */
final class CleanText {
    /** What Telegram would take for a mention of a person and ring their phone. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_.])@(?=[A-Za-z0-9_])");

    /** Looks like {@code @} and mentions nobody. */
    private static final String FULL_WIDTH_AT = "\uFF20";

    private CleanText() {}

    /** Text to be read. */
    static String shown(String text) {
        return MENTION.matcher(typed(text)).replaceAll(FULL_WIDTH_AT);
    }

    /** Text to be typed or copied as it stands; Telegram looks for no mentions in it. */
    static String typed(String text) {
        return SeenText.of(text);
    }
}
