package dev.bellwether.bot.console;

import dev.bellwether.talk.Card;
import dev.bellwether.talk.Cited;
import dev.bellwether.talk.Voice;
import java.util.stream.Collectors;

/** The sources of a card, each name once, with the age of what it gave and where it can be looked up. */
final class SourceLine {
    private final Voice voice;
    private final Links links;

    SourceLine(Voice voice, Links links) {
        this.voice = voice;
        this.links = links;
    }

    String of(Card card) {
        return Cited.of(card).stream().map(this::one).collect(Collectors.joining("; "));
    }

    private String one(Cited source) {
        String marks = source.links().stream().map(links::mark).collect(Collectors.joining());
        return LineText.clean(voice.plain(source.words())) + marks;
    }
}
