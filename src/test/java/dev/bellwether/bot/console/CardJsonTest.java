package dev.bellwether.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CardJsonTest {
    private static final Instant NOW = Instant.parse("2026-01-02T22:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(Card card) throws JsonProcessingException {
        return JSON.readTree(CardJson.render(card, false));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new Value.Price(152.4, "USD"), "{\"value\":152.4,\"currency\":\"USD\"}"),
                Arguments.of(Value.Percent.change(6.2, "1d"), "{\"value\":6.2,\"unit\":\"percent\",\"period\":\"1d\"}"),
                Arguments.of(Value.Percent.share(50), "{\"value\":50.0,\"unit\":\"percent\"}"),
                Arguments.of(new Value.Figure(2.16, 2, "x"), "{\"value\":2.16,\"unit\":\"x\"}"),
                Arguments.of(new Value.Figure(61.3, 1, null), "{\"value\":61.3}"),
                Arguments.of(new Value.Count(15_742_300, "shares"), "{\"value\":15742300,\"unit\":\"shares\"}"),
                Arguments.of(new Value.Day(LocalDate.of(2025, 10, 2)), "\"2025-10-02\""),
                Arguments.of(new Value.Moment(NOW), "\"2026-01-02T22:00:00Z\""),
                Arguments.of(new Value.Words("a \"word\""), "\"a \\\"word\\\"\""),
                Arguments.of(new Value.Missing("needs 3 bars"), "{\"value\":null,\"missing\":\"needs 3 bars\"}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void every_kind_of_value_has_its_form(Value value, String expected) throws JsonProcessingException {
        JsonNode node = json(Card.titled("x", NOW).datum("it", value).build()).get("it");
        assertThat(node).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void a_value_has_its_parts_beside_it_and_lists_are_lists() throws JsonProcessingException {
        Datum high = new Datum.Parts(
                new Value.Price(192.1, "USD"), Map.of("date", new Value.Day(LocalDate.of(2025, 10, 2))));
        JsonNode node = json(Card.titled("x", NOW)
                .datum("high", high)
                .datum("none", new Datum.Parts(new Value.Missing("no prices"), Map.of("date", new Value.Missing(""))))
                .datum("group", new Datum.Parts(null, Map.of("high", high)))
                .datum("list", new Datum.Items(List.of(new Value.Words("a"), high)))
                .build());
        assertThat(node.at("/high/value").isNumber()).isTrue();
        assertThat(node.at("/high/date").textValue()).isEqualTo("2025-10-02");
        assertThat(node.at("/none/value").isNull()).isTrue();
        assertThat(node.at("/none/date/value").isNull()).isTrue();
        assertThat(node.at("/group/high/currency").textValue()).isEqualTo("USD");
        assertThat(node.at("/list/0").textValue()).isEqualTo("a");
        assertThat(node.at("/list/1/value").doubleValue()).isEqualTo(192.1);
    }

    @Test
    void the_whole_card_is_there() throws JsonProcessingException {
        URI page = URI.create("https://one.test/a");
        Card card = Card.titled("Title", NOW)
                .tone(Tone.UP)
                .block(new Block.Heading(Line.of("H")))
                .paragraph(Line.of("p").strong("s").link("l", page).value(new Value.Price(1.5, "EUR")))
                .block(new Block.Fields(List.of(new Block.Field("Label", Line.of("f")))))
                .block(new Block.Table(
                        List.of(new Block.Column("C", true)), List.of(List.of(Line.of(new Value.Missing("why"))))))
                .block(new Block.Picture(page, "alt"))
                .block(new Block.Buttons(List.of(new Block.Button("News", "/news"))))
                .block(new Block.Footer(Line.of("small")))
                .source(new Provenance("Yahoo", NOW, Duration.ofMinutes(15), page, false))
                .source(new Provenance("File", NOW, Duration.ZERO, null, true))
                .build();
        assertThat(json(card)).isEqualTo(JSON.readTree("""
                {"title": "Title", "at": "2026-01-02T22:00:00Z", "tone": "up", "sample": true, "failed": false,
                 "sources": [
                   {"name": "Yahoo", "asOf": "2026-01-02T22:00:00Z", "delayMinutes": 15, "url": "https://one.test/a", "sample": false},
                   {"name": "File", "asOf": "2026-01-02T22:00:00Z", "delayMinutes": 0, "sample": true}],
                 "blocks": [
                   {"type": "heading", "spans": [{"text": "H"}]},
                   {"type": "paragraph", "spans": [{"text": "p"}, {"text": "s", "style": "strong"},
                     {"text": "l", "url": "https://one.test/a"}, {"value": 1.5, "currency": "EUR"}]},
                   {"type": "fields", "fields": [{"label": "Label", "spans": [{"text": "f"}]}]},
                   {"type": "table", "columns": ["C"], "rows": [[[{"value": null, "missing": "why"}]]]},
                   {"type": "picture", "address": "https://one.test/a", "alt": "alt"},
                   {"type": "buttons", "buttons": [{"label": "News", "command": "/news"}]},
                   {"type": "footer", "spans": [{"text": "small"}]}]}
                """));
    }

    @Test
    void a_failure_says_so_and_the_text_ends_with_a_line() throws JsonProcessingException {
        String text = CardJson.render(Card.titled("x", NOW).tone(Tone.ERROR).build(), true);
        assertThat(text).endsWith("}\n");
        assertThat(JSON.readTree(text).get("failed").booleanValue()).isTrue();
        assertThat(JSON.readTree(text).get("tone").textValue()).isEqualTo("error");
    }

    @Test
    void odd_characters_come_back_as_they_were() throws JsonProcessingException {
        String odd = "a\u001b\"\\\n阿\u202e🙂</script>";
        assertThat(json(Card.titled(odd, NOW).build()).get("title").textValue()).isEqualTo(odd);
    }
}
