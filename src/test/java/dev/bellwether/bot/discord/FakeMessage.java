package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A message as it stands in the fake Discord at one moment.
 *
 * @param ephemeral whether only the asker sees it
 * @param loading whether it only says that an answer will come
 */
public record FakeMessage(String id, String channel, ObjectNode json, boolean ephemeral, boolean loading) {
    /** The text beside the embeds. */
    public String content() {
        return json.path("content").asText("");
    }

    /** All that can be read in it, a line for each part, as markdown. */
    public String text() {
        List<String> lines = new ArrayList<>();
        add(lines, json.path("content"));
        for (JsonNode embed : json.path("embeds")) {
            add(lines, embed.path("title"));
            add(lines, embed.path("description"));
            embed.path("fields").forEach(field -> {
                add(lines, field.path("name"));
                add(lines, field.path("value"));
            });
            add(lines, embed.path("footer").path("text"));
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, JsonNode text) {
        if (!text.asText("").isEmpty()) {
            lines.add(text.asText());
        }
    }

    /** Its buttons and the options of its menus, in order. */
    List<Control> controls() {
        List<Control> controls = new ArrayList<>();
        for (JsonNode row : json.path("components")) {
            for (JsonNode each : row.path("components")) {
                if (each.path("type").asInt() == 2) {
                    controls.add(new Control(
                            each.path("label").asText(), each.path("custom_id").asText()));
                }
                each.path("options")
                        .forEach(option -> controls.add(new Control(
                                option.path("label").asText(),
                                option.path("value").asText())));
            }
        }
        return controls;
    }

    /** What the button with this label carries. */
    String button(String label) {
        return controls().stream()
                .filter(control -> control.label().equals(label))
                .map(Control::carried)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + controls()));
    }

    List<String> files() {
        return StreamSupport.stream(json.path("attachments").spliterator(), false)
                .map(file -> file.path("filename").asText())
                .toList();
    }

    /** A button or an option. */
    record Control(String label, String carried) {}
}
