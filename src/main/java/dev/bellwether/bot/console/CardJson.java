package dev.bellwether.bot.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cards as JSON for programs. The card's named values stand at the top level beside {@code title}, {@code at}, {@code tone},
 * {@code sample}, {@code failed}, {@code sources} and {@code blocks}. Words, days and moments are strings. Numbers are numbers, with their unit, currency or period beside them; what is not
 * known has {@code "value": null} and {@code "missing"} with the reason.
 */
public final class CardJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Programs read English. */
    private static final Voice VOICE = Voice.english();

    private CardJson() {}

    /** The card as indented JSON, ending with a line break. */
    public static String render(Card unspoken, boolean failed) {
        ObjectNode node = NODES.objectNode();
        fill(node, unspoken, failed);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }

    /**
     * A card as JSON on one line, without a line break.
     *
     * @param more what else is said of it; its members stand first, in the order of the map
     */
    public static String line(Map<String, String> more, Card unspoken) {
        ObjectNode node = NODES.objectNode();
        more.forEach(node::put);
        fill(node.putObject("card"), unspoken, null);
        return node.toString();
    }

    private static void fill(ObjectNode node, Card unspoken, @Nullable Boolean failed) {
        Card card = VOICE.speak(unspoken);
        node.put("title", plain(card.title()));
        node.put("at", card.at().toString());
        node.put("tone", word(card.tone()));
        node.put("sample", card.sample());
        if (failed != null) {
            node.put("failed", failed);
        }
        card.data().forEach((name, datum) -> node.set(name, datum(datum)));
        ArrayNode sources = node.putArray("sources");
        card.sources().forEach(source -> sources.add(source(source)));
        ArrayNode blocks = node.putArray("blocks");
        card.blocks().forEach(block -> blocks.add(block(block)));
    }

    private static JsonNode datum(Datum datum) {
        return switch (datum) {
            case Value.Day day -> NODES.textNode(day.date().toString());
            case Value.Moment moment -> NODES.textNode(moment.at().toString());
            case Value.Words words -> NODES.textNode(words.text());
            case Value value -> value(value);
            case Datum.Parts parts -> {
                ObjectNode node = parts.self() == null ? NODES.objectNode() : value(parts.self());
                parts.parts().forEach((name, part) -> node.set(name, datum(part)));
                yield node;
            }
            case Datum.Items items -> {
                ArrayNode array = NODES.arrayNode();
                items.items().forEach(item -> array.add(datum(item)));
                yield array;
            }
        };
    }

    private static ObjectNode value(Value value) {
        ObjectNode node = NODES.objectNode();
        switch (value) {
            case Value.Price price -> node.put("value", price.amount()).put("currency", price.currency());
            case Value.Percent percent -> {
                node.put("value", percent.value()).put("unit", "percent");
                if (percent.period() != null) {
                    node.put("period", percent.period());
                }
            }
            case Value.Figure figure -> {
                node.put("value", figure.value());
                if (figure.unit() != null) {
                    node.put("unit", figure.unit());
                }
            }
            case Value.Count count -> node.put("value", count.value()).put("unit", count.unit());
            case Value.Day day -> node.put("date", day.date().toString());
            case Value.Moment moment -> node.put("at", moment.at().toString());
            case Value.Words words -> node.put("text", words.text());
            case Value.Missing missing -> node.putNull("value").put("missing", plain(missing.why()));
        }
        return node;
    }

    private static ObjectNode source(Provenance source) {
        ObjectNode node = NODES.objectNode();
        node.put("name", source.source());
        node.put("asOf", source.asOf().toString());
        node.put("delayMinutes", source.delay().toMinutes());
        if (source.link() != null) {
            node.put("url", source.link().toString());
        }
        node.put("sample", source.sample());
        return node;
    }

    private static ObjectNode block(Block block) {
        ObjectNode node = NODES.objectNode();
        switch (block) {
            case Block.Heading heading -> node.put("type", "heading").set("spans", spans(heading.line()));
            case Block.Paragraph paragraph -> node.put("type", "paragraph").set("spans", spans(paragraph.line()));
            case Block.Footer footer -> node.put("type", "footer").set("spans", spans(footer.line()));
            case Block.Fields fields -> {
                ArrayNode array = node.put("type", "fields").putArray("fields");
                fields.fields()
                        .forEach(field -> array.addObject()
                                .put("label", plain(field.label()))
                                .set("spans", spans(field.content())));
            }
            case Block.Table table -> table(node, table);
            case Block.Picture picture ->
                node.put("type", "picture")
                        .put("address", picture.address().toString())
                        .put("alt", picture.alt());
            case Block.Document document ->
                node.put("type", "document")
                        .put("name", document.name())
                        .put("mediaType", document.mediaType())
                        .put("content", document.content());
            case Block.Buttons buttons -> buttons(node.put("type", "buttons").putArray("buttons"), buttons.buttons());
            case Block.Menu menu ->
                buttons(node.put("type", "menu").put("hint", plain(menu.hint())).putArray("options"), menu.options());
        }
        return node;
    }

    private static void buttons(ArrayNode array, List<Block.Button> buttons) {
        buttons.forEach(
                button -> array.addObject().put("label", plain(button.label())).put("command", button.command()));
    }

    private static String plain(Line line) {
        return VOICE.plain(line);
    }

    private static void table(ObjectNode node, Block.Table table) {
        node.put("type", "table");
        ArrayNode columns = node.putArray("columns");
        table.columns().forEach(column -> columns.add(plain(column.label())));
        ArrayNode rows = node.putArray("rows");
        for (List<Line> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> cells.add(spans(cell)));
        }
    }

    private static ArrayNode spans(Line line) {
        ArrayNode array = NODES.arrayNode();
        for (Span span : line.spans()) {
            switch (span) {
                case Span.Text text -> {
                    ObjectNode node = array.addObject().put("text", text.text());
                    if (text.style() != Span.Style.PLAIN) {
                        node.put("style", word(text.style()));
                    }
                }
                case Span.Link link ->
                    array.addObject()
                            .put("text", link.text())
                            .put("url", link.target().toString());
                case Span.Shown shown -> array.add(value(shown.value()));
                case Span.Phrase _, Span.Counted _ -> array.addObject().put("text", plain(new Line(List.of(span))));
            }
        }
        return array;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
