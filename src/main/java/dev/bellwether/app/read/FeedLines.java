package dev.bellwether.app.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.news.FeedItem;
import dev.bellwether.news.FeedParser;
import dev.bellwether.news.ParsedFeed;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of feed files as JSON lines: {@code {"file","id","title","link","published","text"}} for each item, and
 * {@code {"file","error"}} for a file, or a part of one, that can't be read. Absent values are null.
 */
public final class FeedLines {
    private static final long LARGEST = 100_000_000;

    private final ObjectMapper json = new ObjectMapper();
    private final FeedParser parser = new FeedParser();

    /**
     * What one file gave.
     *
     * @param lines without line breaks
     * @param whole whether all of it could be read
     */
    public record Read(List<String> lines, boolean whole) {}

    /** The lines of one file; {@code -} is standard input. Never throws for what is in the file, or that there is none. */
    public Read of(String file) {
        Path path = Path.of(file.equals("-") ? "/dev/stdin" : file);
        try {
            if (Files.size(path) > LARGEST) {
                return failure(file, "The file is larger than 100 MB; split it.");
            }
            return lines(file, parser.parse(Files.readAllBytes(path), null, path.toUri()));
        } catch (IOException e) {
            return failure(file, "The file can't be read; check its name and rights.");
        }
    }

    private Read failure(String file, String message) {
        return new Read(List.of(error(file, message)), false);
    }

    private Read lines(String file, ParsedFeed feed) {
        List<String> lines = new ArrayList<>();
        feed.items().forEach(item -> lines.add(item(file, item)));
        feed.problems().forEach(problem -> lines.add(error(file, Voice.english().plain(problem.message()))));
        return new Read(lines, feed.problems().isEmpty());
    }

    private String item(String file, FeedItem item) {
        ObjectNode node = json.createObjectNode();
        node.put("file", file);
        node.put("id", item.key());
        node.put("title", item.title());
        node.put("link", text(item.link()));
        node.put("published", text(item.published()));
        node.put("text", item.text());
        return node.toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private String error(String file, String message) {
        return json.createObjectNode().put("file", file).put("error", message).toString();
    }
}
