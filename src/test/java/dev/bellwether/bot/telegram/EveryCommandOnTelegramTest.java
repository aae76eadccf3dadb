package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.command.Group;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the registry, typed by a person and answered on the wire. */
class EveryCommandOnTelegramTest {
    private static Town town = new Town();

    @BeforeAll
    static void open() {
        town.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    static Stream<String> examples() {
        return new Group().registry().commands().stream().flatMap(command -> command.spec().examples().stream());
    }

    static Stream<String> names() {
        return new Group()
                .registry().commands().stream().map(command -> command.spec().name());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void typed_in_a_private_chat_it_is_answered(String example) {
        FakeTelegram.Sent answer = town.telegram.text(Town.ANN, example);

        assertThat(answer.text()).contains("[sample data]");
        assertThat(answer.json().path("_mode").asText()).isEqualTo("HTML");
        assertThat(HtmlRules.problems(answer.json().path("_raw").asText())).isEmpty();
        town.noViolations();
    }

    @ParameterizedTest
    @MethodSource("names")
    void typed_with_the_name_of_the_bot_in_a_group_it_is_answered_to_who_asked(String name) {
        int before = town.telegram.sent(Town.GROUP).size();
        int question = town.telegram.write(Town.GROUP, "/" + name + "@" + FakeTelegram.BOT);

        FakeTelegram.Sent answer = town.telegram.await(Town.GROUP, before);

        assertThat(answer.json().path("reply_parameters").path("message_id").asInt())
                .isEqualTo(question);
        town.noViolations();
    }
}
