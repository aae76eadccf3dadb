package dev.bellwether.app.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.reading.Passage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads passages as JSON lines, or one text, and writes a JSON line of what was found for each. A line that can't be read is
 * reported with its number on standard error; the others go on.
 */
public final class ReadVerb {
    private static final int LONGEST = 20_000_000;

    private final Function<Passage, List<AnalystCall>> calls;
    private final Function<Passage, List<Claim>> claims;
    private final Function<Passage, @Nullable String> story;
    private final ObjectMapper json = new ObjectMapper();
    private final Findings findings = new Findings(json);

    /**
     * @param calls reads analyst calls
     * @param claims reads claims
     * @param story names the story a passage belongs to; null if it belongs to none. Asked once for each passage, in their order
     */
    public ReadVerb(
            Function<Passage, List<AnalystCall>> calls,
            Function<Passage, List<Claim>> claims,
            Function<Passage, @Nullable String> story) {
        this.calls = calls;
        this.claims = claims;
        this.story = story;
    }

    /**
     * Reads JSON lines {@code {"id","text",["title"],["published"]}} until the input ends.
     *
     * @return 0 if every line was read, 1 if one was not
     */
    public int run(InputStream in, OutputStream out, PrintStream err) {
        int status = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                status |= line.isBlank() ? 0 : line(line, number, writer, err);
            }
        } catch (IOException e) {
            err.println("Reading stopped: " + e.getMessage()
                    + ". Check the input and the place for the output, then try again.");
            return 1;
        }
        return status;
    }

    private int line(String line, long number, Writer writer, PrintStream err) throws IOException {
        try {
            JsonNode node = json.readTree(line);
            if (!node.path("text").isTextual()) {
                err.println("Line " + number + " has no \"text\": write {\"id\": ..., \"text\": ...} on one line.");
                return 1;
            }
            write(node.path("id"), passage(node), writer);
            return 0;
        } catch (JsonProcessingException e) {
            err.println("Line " + number + " is no JSON: write {\"id\": ..., \"text\": ...} on one line.");
            return 1;
        }
    }

    /**
     * Reads one text, HTML page or feed to its end and writes a line for it, or for each item, with the id null.
     *
     * @return 0, or 1 if it could not be read or is longer than 20 million bytes
     */
    public int runText(InputStream in, OutputStream out, PrintStream err) {
        try {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                err.println("The text is longer than " + LONGEST + " bytes: cut it into several.");
                return 1;
            }
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            for (Passage passage : Passages.of(bytes)) {
                write(json.nullNode(), passage, writer);
            }
            writer.flush();
            return 0;
        } catch (IOException e) {
            err.println("Reading stopped: " + e.getMessage() + ". Check the file and try again.");
            return 1;
        }
    }

    private void write(JsonNode id, Passage passage, Writer writer) throws IOException {
        writer.write(findings.line(id, calls.apply(passage), claims.apply(passage), story.apply(passage)));
        writer.write('\n');
    }

    private static Passage passage(JsonNode node) {
        JsonNode title = node.path("title");
        return new Passage(
                node.path("text").asText(),
                title.isTextual() ? title.asText() : null,
                published(node.path("published")));
    }

    /** A moment, taken as UTC where no zone is given, or a day taken at its beginning in UTC; null if there is none or it can't be read. */
    private static @Nullable Instant published(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        String text = node.asText().strip();
        try {
            return switch (DateTimeFormatter.ISO_DATE_TIME
                    .withResolverStyle(ResolverStyle.STRICT)
                    .parseBest(
                            text.length() <= 10 ? text + "T00:00:00" : text,
                            OffsetDateTime::from,
                            LocalDateTime::from)) {
                case OffsetDateTime moment -> moment.toInstant();
                case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }
}
