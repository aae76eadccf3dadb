package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.Group;
import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lists of commands that Telegram shows, and what is said of the whole by {@code ./bot check}. */
class CommandListsTest {
    private final Town town = new Town();
    private final FakeTelegram telegram = town.telegram;

    @AfterEach
    void close() {
        town.close();
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(command -> command.path("command").asText())
                .toList();
    }

    private List<String> listed(String scope) {
        return names(Objects.requireNonNull(telegram.methods().commands.get(scope)));
    }

    private TelegramFront opened() {
        TelegramFront front = town.open();
        Town.await(() -> telegram.methods().commands.size() == 12);
        Town.await(() -> town.notes.read("telegram", "commands").isPresent());
        return front;
    }

    @Test
    void every_command_of_the_registry_is_listed_in_each_scope_and_language() {
        opened();

        List<String> all = new Group()
                .registry().commands().stream()
                        .map(command -> command.spec().name())
                        .toList();
        assertThat(telegram.methods().commands)
                .containsOnlyKeys(
                        "default/",
                        "default/de",
                        "default/zh",
                        "all_private_chats/",
                        "all_private_chats/de",
                        "all_private_chats/zh",
                        "all_group_chats/",
                        "all_group_chats/de",
                        "all_group_chats/zh",
                        "all_chat_administrators/",
                        "all_chat_administrators/de",
                        "all_chat_administrators/zh");
        List<String> ofTheChat = new Group()
                .registry().commands().stream()
                        .map(Command::spec)
                        .filter(spec -> spec.reach() == Answer.Reach.CHAT)
                        .map(CommandSpec::name)
                        .toList();
        assertThat(telegram.methods().commands)
                .allSatisfy((scope, list) ->
                        assertThat(names(list)).isEqualTo(scope.startsWith("all_group_chats/") ? ofTheChat : all));
        town.noViolations();
    }

    @Test
    void what_concerns_one_person_is_not_listed_for_the_members_of_groups() {
        town.with(TestCommand.of(
                "mine",
                Answer.Reach.ASKER,
                ask -> Answer.privately(Card.titled("Mine", ask.at()).build())));
        opened();

        assertThat(listed("all_group_chats/")).doesNotContain("mine");
        assertThat(listed("all_chat_administrators/")).contains("mine");
        assertThat(listed("all_private_chats/")).contains("mine");
    }

    @Test
    void they_are_written_once_and_again_when_they_change() {
        opened().close();
        opened().close();
        assertThat(telegram.requests("setMyCommands")).hasSize(12);

        town.with(TestCommand.saying("more", ask -> "more"));
        TelegramFront third = town.open();
        Town.await(() -> telegram.requests("setMyCommands").size() == 24);
        third.close();

        assertThat(listed("default/")).contains("more");
    }

    @Test
    void a_failure_while_they_are_written_does_not_keep_the_bot_from_answering_and_is_made_up_for() {
        telegram.fault("setMyCommands", Fault.tooMany(1));
        telegram.fault("setMyCommands", Fault.page(502));
        town.open();

        assertThat(telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
        Town.await(() -> town.notes.read("telegram", "commands").isPresent());
    }

    @Test
    void the_check_names_bot_groups_updates_and_commands() {
        TelegramFront front = opened();

        assertThat(front.check())
                .extracting(StatusPart::state)
                .containsExactly(StatusPart.State.OK, StatusPart.State.OK, StatusPart.State.OK, StatusPart.State.OK);
        assertThat(front.check())
                .extracting(part -> Voice.english().plain(part.text()))
                .containsExactly(
                        "the token is valid; the bot is @" + FakeTelegram.BOT,
                        "privacy mode is on, so it sees commands only; inline mode is on",
                        "by polling",
                        "registered");
    }

    @Test
    void the_check_says_what_a_start_would_mend() {
        telegram.hook("https://elsewhere.test/");

        assertThat(town.front().check())
                .extracting(StatusPart::state)
                .containsExactly(
                        StatusPart.State.OK, StatusPart.State.OK, StatusPart.State.TROUBLE, StatusPart.State.TROUBLE);
    }

    @Test
    void the_check_says_what_to_do_about_a_wrong_token_and_a_missing_network() {
        town.token = "1:wrong";
        assertThat(town.front().check()).singleElement().satisfies(part -> {
            assertThat(part.state()).isEqualTo(StatusPart.State.DOWN);
            assertThat(Voice.english().plain(part.text()))
                    .contains("@BotFather")
                    .doesNotContain("1:wrong");
        });

        town.token = FakeTelegram.TOKEN;
        town.api = URI.create("http://127.0.0.1:9");
        assertThat(town.front().check()).singleElement().satisfies(part -> {
            assertThat(part.state()).isEqualTo(StatusPart.State.DOWN);
            assertThat(Voice.english().plain(part.text()))
                    .contains("can't be asked")
                    .doesNotContain(FakeTelegram.TOKEN);
        });
    }
}
