package dev.bellwether.digest;

import dev.bellwether.talk.Card;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A card in a language of its own: its sentences are spoken before the chat's language is known; numbers stay the reader's. */
final class Spoken {
    private Spoken() {}

    static Card in(@Nullable Language language, Card card) {
        return language == null ? card : new Voice(language, ZoneOffset.UTC).speak(card);
    }
}
