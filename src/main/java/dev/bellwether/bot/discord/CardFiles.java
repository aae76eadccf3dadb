package dev.bellwether.bot.discord;

import dev.bellwether.talk.Block;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one card: documents, and pictures that are on no server. Not thread-safe; one for each card. */
final class CardFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CardFiles.class);
    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}._-]+");
    private static final int LONGEST_NAME = 80;

    /** Only what is a picture is read from the disk, whatever a card says. */
    private static final Map<String, String> ENDINGS =
            Map.of("image/png", ".png", "image/jpeg", ".jpg", "image/gif", ".gif", "image/webp", ".webp");

    private final List<Attachment> files = new ArrayList<>();

    List<Attachment> all() {
        return files;
    }

    /** Takes a document; false if it is larger than Discord takes. */
    boolean add(Block.Document document) {
        byte[] content = document.content().getBytes(StandardCharsets.UTF_8);
        return content.length <= Limits.FILE_BYTES && files.add(new Attachment(name(document.name()), content, ""));
    }

    /** Where an embed finds the picture: on a server, or with the message. Empty if it can't be shown. */
    Optional<String> add(Block.Picture picture) {
        String scheme = String.valueOf(picture.address().getScheme()).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", "https" ->
                Optional.of(Markdown.address(picture.address())).filter(text -> !text.isEmpty());
            case "data" -> data(picture.address(), picture.alt());
            case "file" -> file(picture.address(), picture.alt());
            default -> Optional.empty();
        };
    }

    private Optional<String> attach(byte[] content, String ending, String alt) {
        if (content.length == 0 || content.length > Limits.FILE_BYTES) {
            return Optional.empty();
        }
        String name = "picture" + (files.size() + 1) + ending;
        files.add(new Attachment(name, content, CleanCharacters.of(alt)));
        return Optional.of("attachment://" + name);
    }

    private Optional<String> data(URI address, String alt) {
        String rest = address.getSchemeSpecificPart();
        int comma = rest.indexOf(',');
        String type = comma < 0 ? "" : rest.substring(0, comma);
        String ending = ENDINGS.get(type.replace(";base64", ""));
        if (ending == null || !type.endsWith(";base64")) {
            return Optional.empty();
        }
        try {
            return attach(Base64.getMimeDecoder().decode(rest.substring(comma + 1)), ending, alt);
        } catch (IllegalArgumentException e) {
            LOG.warn("A picture of a card is no Base64", e);
            return Optional.empty();
        }
    }

    private Optional<String> file(URI address, String alt) {
        try {
            Path path = Path.of(address);
            String name = path.toString().toLowerCase(Locale.ROOT);
            Optional<String> ending =
                    ENDINGS.values().stream().filter(name::endsWith).findFirst();
            return ending.isEmpty() || Files.size(path) > Limits.FILE_BYTES
                    ? Optional.empty()
                    : attach(Files.readAllBytes(path), ending.get(), alt);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The picture {} of a card can't be read", address, e);
            return Optional.empty();
        }
    }

    private String name(String wanted) {
        String clean = ODD.matcher(CleanCharacters.of(wanted)).replaceAll("_");
        String name = clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
        String usual = name.replace("_", "").replace(".", "").isBlank() ? "file.txt" : name;
        boolean taken = files.stream().anyMatch(file -> file.name().equals(usual));
        return taken ? files.size() + 1 + "-" + usual : usual;
    }
}
