package dev.bellwether.talk;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a chat has chosen.
 *
 * @param zone in which it reads moments and its quiet hours hold; null if it has not said, then UTC
 * @param language it reads; null if it has not said, then the platform's word for it, else English
 * @param quiet when nothing is pushed; null for never
 * @param cashtags whether {@code $BABA} in an ordinary message is answered
 */
public record ChatSettings(
        @Nullable ZoneId zone,
        @Nullable Language language,
        @Nullable QuietHours quiet,
        boolean cashtags) {
    /** Nothing chosen. */
    public static final ChatSettings NONE = new ChatSettings(null, null, null);

    /** One that answers only what it is asked. */
    public ChatSettings(@Nullable ZoneId zone, @Nullable Language language, @Nullable QuietHours quiet) {
        this(zone, language, quiet, false);
    }

    /**
     * How this chat is spoken to.
     *
     * @param platform what the platform says of the reader's language; null if nothing
     */
    public Voice voice(@Nullable Language platform) {
        Language spoken = language != null ? language : platform != null ? platform : Language.EN;
        return new Voice(spoken, zone == null ? ZoneId.of("UTC") : zone);
    }

    /** The same, with what another has chosen where this has chosen nothing. */
    public ChatSettings orElse(ChatSettings other) {
        return new ChatSettings(
                zone == null ? other.zone : zone,
                language == null ? other.language : language,
                quiet == null ? other.quiet : quiet,
                cashtags || other.cashtags);
    }

    /** The same with another zone; null takes the choice back. */
    public ChatSettings withZone(@Nullable ZoneId other) {
        return new ChatSettings(other, language, quiet, cashtags);
    }

    /** The same with another language; null takes the choice back. */
    public ChatSettings withLanguage(@Nullable Language other) {
        return new ChatSettings(zone, other, quiet, cashtags);
    }

    /** The same with other quiet hours; null for never. */
    public ChatSettings withQuiet(@Nullable QuietHours other) {
        return new ChatSettings(zone, language, other, cashtags);
    }

    /** The same with cashtags answered or not. */
    public ChatSettings withCashtags(boolean on) {
        return new ChatSettings(zone, language, quiet, on);
    }

    /**
     * A daily time without pushes, in the chat's zone; may go over midnight.
     *
     * @param from its first minute
     * @param to the first minute after it
     */
    public record QuietHours(LocalTime from, LocalTime to) {}
}
