package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The analyst desk through the front door, with sample data. */
class AskTargetsTest {
    private static final String AT = "2026-01-15T00:00:00Z";

    @TempDir
    Path folder = Path.of("");

    private Path config = Path.of("");

    @BeforeEach
    void settings() throws IOException {
        config = Files.writeString(folder.resolve("bot.yaml"), "data: data\n");
    }

    @Test
    void targets_are_answered_as_of_a_moment_and_the_same_again() throws IOException {
        Bot bot = Bot.type(config, "ask", "/targets BABA", "--json", "--at", AT);
        assertThat(bot.err()).isEmpty();
        assertThat(bot.code()).isZero();
        JsonNode card = new ObjectMapper().readTree(bot.out());
        assertThat(card.at("/symbol").textValue()).isEqualTo("BABA");
        assertThat(card.at("/price/value").doubleValue()).isEqualTo(172.6);
        assertThat(card.at("/calls").isArray()).isTrue();
        assertThat(Bot.type(config, "ask", "/targets BABA", "--json", "--at", AT))
                .isEqualTo(bot);
    }

    @Test
    void the_scorecard_and_the_newest_targets_of_all_need_no_symbol() {
        assertThat(Bot.type(config, "ask", "/analysts", "--at", AT).code()).isZero();
        assertThat(Bot.type(config, "ask", "/targets", "--at", AT).code()).isZero();
    }

    @Test
    void a_firm_that_is_not_known_ends_with_one_line() {
        Bot bot = Bot.type(config, "ask", "/targets BABA history Nobody & Sons", "--at", AT);
        assertThat(bot.code()).isEqualTo(1);
        assertThat(bot.err().lines()).singleElement().asString().startsWith("bot: No call of ");
    }
}
