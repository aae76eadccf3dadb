package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request carries, as JSON or as a form with files.
 *
 * @param values by name
 * @param files uploaded ones by the name of their part
 */
record Arguments(ObjectNode values, Map<String, Upload> files) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    /** A file. */
    record Upload(String name, String content) {}

    static Arguments read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("content-type"));
        Arguments arguments = new Arguments(MAPPER.createObjectNode(), new LinkedHashMap<>());
        if (type.startsWith("application/json") && body.length > 0) {
            arguments.values.setAll((ObjectNode) MAPPER.readTree(body));
        } else if (type.startsWith("multipart/")) {
            arguments.multipart(new String(body, StandardCharsets.ISO_8859_1), type.replaceAll(".*boundary=", ""));
        }
        return arguments;
    }

    private void multipart(String body, String boundary) {
        for (String part : body.split(Pattern.quote("--" + boundary), -1)) {
            int head = part.indexOf("\r\n\r\n");
            if (head < 0) {
                continue;
            }
            String headers = part.substring(0, head);
            Matcher name = NAME.matcher(headers);
            Matcher file = FILE_NAME.matcher(headers);
            String raw = part.substring(head + 4, part.length() - 2);
            String content = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            if (name.find() && file.find()) {
                files.put(name.group(1), new Upload(utf8(file.group(1)), content));
            } else if (name.reset().find()) {
                values.set(name.group(1), value(content));
            }
        }
    }

    private static String utf8(String raw) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static JsonNode value(String text) {
        try {
            return text.startsWith("{") || text.startsWith("[") ? MAPPER.readTree(text) : TextNode.valueOf(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    String text(String name) {
        return values.path(name).asText("");
    }

    boolean has(String name) {
        return values.has(name);
    }
}
