package dev.bellwether.bot.telegram;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.command.Group;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Voice;
import java.util.List;
import java.util.stream.Collectors;

/** Cards as Telegram would get them, as text that people and golden files can hold. */
final class Shown {
    private Shown() {}

    static List<Part> parts(Card card, Voice voice) {
        return new TelegramRenderer(new ButtonCodes(new InMemoryButtonStore(), () -> Group.NOW, 64))
                .render(card, voice);
    }

    static String of(Card card, Voice voice) {
        return parts(card, voice).stream().map(Shown::of).collect(Collectors.joining("\n"));
    }

    /** The text of the only message. */
    static String html(Card card) {
        List<Part> parts = parts(card, Voice.english());
        if (parts.size() != 1) {
            throw new AssertionError(parts.size() + " messages");
        }
        return parts.getFirst().text().html();
    }

    private static String of(Part part) {
        String kind = switch (part) {
            case Part.Text text -> text.preview() ? "text with preview" : "text";
            case Part.Photo photo -> "photo of " + photo.picture().size() + " bytes";
            case Part.File file ->
                "file " + file.file().name() + " of " + file.file().size() + " bytes";
        };
        String keys = part.keys().stream()
                .map(row -> row.stream()
                                .map(key -> "[" + key.label() + " = " + key.data() + "]")
                                .collect(Collectors.joining(" "))
                        + "\n")
                .collect(Collectors.joining());
        return "--- " + kind + "\n" + part.text().html() + "\n" + keys;
    }
}
