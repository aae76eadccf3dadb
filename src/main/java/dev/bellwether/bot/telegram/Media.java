package dev.bellwether.bot.telegram;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures and files of a card. What can't be read is left out: its place is taken by its words. */
final class Media {
    private static final Logger LOG = LoggerFactory.getLogger(Media.class);
    /** What Telegram takes as a photo; what is larger goes as a file. */
    private static final int LARGEST_PHOTO = 10 * 1024 * 1024;

    private static final Rich NOTHING = new Rich(List.of());

    private Media() {}

    /** The parts for pictures and files, in the order of the card. */
    static List<Part> of(Card card) {
        return card.blocks().stream().flatMap(Media::parts).toList();
    }

    private static Stream<Part> parts(Block block) {
        return switch (block) {
            case Block.Picture picture -> picture(picture).map(file -> photo(file, picture.alt())).stream();
            case Block.Document document -> Stream.of(new Part.File(file(document), NOTHING, List.of()));
            default -> Stream.empty();
        };
    }

    private static Part photo(Attachment picture, String alt) {
        String words = CleanText.shown(alt);
        int end = Math.min(words.length(), Part.LONGEST_CAPTION - Part.ROOM_FOR_MARKS);
        int whole = end > 0 && Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end;
        Rich text = new Rich(List.of(Row.of(Run.small(words.substring(0, whole)))));
        return picture.size() > LARGEST_PHOTO
                ? new Part.File(picture, text, List.of())
                : new Part.Photo(picture, text, List.of());
    }

    private static Attachment file(Block.Document document) {
        String name = CleanText.typed(document.name()).replaceAll("[/\\\\\"]", "_");
        return new Attachment(name.isBlank() ? "file" : name, document.content().getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes behind an address of the bot's own; empty for a page elsewhere and for what can't be read. */
    static Optional<Attachment> picture(Block.Picture picture) {
        URI address = picture.address();
        try {
            return switch (String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) {
                case "data" -> Optional.of(new Attachment("picture.png", data(address.getRawSchemeSpecificPart())));
                case "file" -> Optional.of(new Attachment("picture.png", Files.readAllBytes(Path.of(address))));
                default -> Optional.empty();
            };
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("A picture could not be read; its words are shown instead", e);
            return Optional.empty();
        }
    }

    private static byte[] data(String rest) {
        int comma = rest.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("no data in a data address");
        }
        String content = rest.substring(comma + 1);
        return rest.substring(0, comma).endsWith(";base64")
                ? Base64.getMimeDecoder().decode(URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.UTF_8))
                : URLDecoder.decode(content, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
    }
}
