package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.command.Arguments;
import dev.bellwether.command.Group;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.deliver.InMemoryFrontNotes;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a question to its answer, by every way that Discord has, and when something goes wrong on it. */
class DiscordAnswersTest {
    private static final String CALLBACK = "/interactions/.*";
    private static final String WEBHOOK = "/webhooks/.*";
    private static final Arguments NONE = new Arguments(Map.of(), List.of(), Map.of(), Map.of());
    private static final FakeDiscord.Person ANN = FakeDiscord.Person.ANN;

    private final FakeDiscord discord = FakeDiscord.start();
    private DiscordBot bot = new DiscordBot(discord).up();

    @AfterEach
    void close() {
        bot.close();
        discord.close();
        assertThat(discord.pings()).isEmpty();
    }

    private FakeInteraction say(Card card) {
        bot.say.answers(card);
        return discord.slash("say", Map.of());
    }

    private static Card withButtons(Block.Button... buttons) {
        return Card.titled("Buttons", Group.NOW)
                .paragraph("press one")
                .block(new Block.Buttons(List.of(buttons)))
                .build();
    }

    @Test
    void what_is_there_soon_is_answered_at_once_and_for_all() {
        FakeInteraction asked = say(DiscordBot.card("soon"));
        assertThat(asked.awaitFirstWord()).isEqualTo(4);
        assertThat(asked.awaitAnswer().ephemeral()).isFalse();
        assertThat(discord.messages()).hasSize(1);
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void what_takes_long_is_announced_and_then_given_in_place_of_the_announcement() {
        FakeInteraction asked = discord.slash("wait", Map.of());
        assertThat(asked.awaitFirstWord()).isEqualTo(5);
        assertThat(asked.isAnswered()).isFalse();
        bot.slow.countDown();
        assertThat(asked.awaitAnswer().text()).contains("at last");
        assertThat(discord.messages()).hasSize(1);
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void a_store_that_hangs_does_not_keep_the_announcement_from_going_out_in_time() {
        bot.chats.hang = bot.slow;
        FakeInteraction asked = discord.slash("say", Map.of());
        assertThat(asked.awaitFirstWord()).isEqualTo(5);
        bot.slow.countDown();
        assertThat(asked.awaitAnswer().text()).contains("said");
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void many_slow_answers_at_once_are_all_announced_in_time() {
        bot.say.answersWith(ask -> bot.wait.answer(ask, NONE));
        List<FakeInteraction> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(discord.slash("say", Map.of()));
        }
        many.forEach(each -> assertThat(each.awaitFirstWord()).isEqualTo(5));
        bot.slow.countDown();
        many.forEach(each -> assertThat(each.awaitAnswer().text()).contains("at last"));
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void what_concerns_one_person_only_that_person_sees() {
        assertThat(discord.slash("mine", Map.of()).awaitAnswer().ephemeral()).isTrue();
        assertThat(discord.slash("levels", Map.of("symbol", "nosuchthing"))
                        .awaitAnswer()
                        .ephemeral())
                .isTrue();
    }

    @Test
    void where_nobody_else_reads_nothing_is_hidden() {
        FakeDiscord.Person alone = ANN.at(FakeDiscord.Where.DIRECT);
        assertThat(discord.slash(alone, "mine", Map.of()).awaitAnswer().ephemeral())
                .isFalse();
    }

    @Test
    void direct_messages_are_named_by_the_person_and_take_along_what_stood_under_the_channel() {
        ChatId channel = new ChatId("discord", FakeWorld.DIRECT);
        ChatId person = new ChatId("discord", "user:" + FakeWorld.ANN);
        bot.chats.change(channel, new ChatSettings(null, Language.DE, null), Group.NOW);
        List<ChatId> asked = new ArrayList<>();
        bot.say.answersWith(ask -> {
            asked.add(ask.chat());
            return Answer.of(DiscordBot.card("said"));
        });
        discord.slash(ANN.at(FakeDiscord.Where.DIRECT), "say", Map.of()).awaitAnswer();
        discord.slash("say", Map.of()).awaitAnswer();
        assertThat(asked).containsExactly(person, DiscordBot.CHANNEL);
        await().atMost(DiscordBot.LONGEST)
                .untilAsserted(
                        () -> assertThat(bot.chats.settings(person).language()).isEqualTo(Language.DE));
        assertThat(bot.chats.settings(channel)).isEqualTo(ChatSettings.NONE);
    }

    @Test
    void a_slow_answer_that_concerns_one_person_is_announced_to_that_person_alone() {
        bot.mine.answersWith(ask -> {
            awaitSlow();
            return Answer.privately(DiscordBot.card("yours"));
        });
        FakeInteraction asked = discord.slash("mine", Map.of());
        assertThat(asked.awaitFirstWord()).isEqualTo(5);
        bot.slow.countDown();
        assertThat(asked.awaitAnswer().ephemeral()).isTrue();
    }

    @Test
    void a_personal_answer_after_a_public_announcement_takes_that_away_and_comes_hidden() {
        bot.say.answersWith(ask -> {
            awaitSlow();
            return Answer.privately(DiscordBot.card("yours after all"));
        });
        FakeInteraction asked = discord.slash("say", Map.of());
        assertThat(asked.awaitFirstWord()).isEqualTo(5);
        bot.slow.countDown();
        FakeMessage answer = asked.awaitAnswer();
        assertThat(answer.ephemeral()).isTrue();
        assertThat(discord.messages()).extracting(FakeMessage::id).containsExactly(answer.id());
    }

    @Test
    void a_mistake_after_a_public_announcement_stands_where_it_was_announced() {
        bot.say.answersWith(ask -> {
            awaitSlow();
            return Answer.failure(DiscordBot.card("could not"));
        });
        FakeInteraction asked = discord.slash("say", Map.of());
        asked.awaitFirstWord();
        bot.slow.countDown();
        assertThat(asked.awaitAnswer().text()).contains("could not");
        assertThat(discord.messages()).hasSize(1);
    }

    private void awaitSlow() {
        Ask ask = new Ask(DiscordBot.CHANNEL, "ann", "/wait", Group.NOW);
        bot.wait.answer(ask, NONE);
    }

    @Test
    void an_answer_too_long_for_one_message_comes_in_order() {
        Card.Builder card = Card.titled("Long", Group.NOW);
        for (int i = 0; i < 200; i++) {
            card.paragraph("paragraph number " + i + " of many, with some words behind it that fill the page up");
        }
        FakeInteraction asked = say(card.build());
        asked.awaitAnswer();
        await().atMost(DiscordBot.LONGEST).until(() -> asked.messages().size() > 3);
        List<FakeMessage> all = discord.messages();
        assertThat(all.getFirst().text()).contains("number 0 of many").contains("1/");
        assertThat(all.getLast().text()).contains("number 199 of many");
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void names_of_everybody_in_data_call_nobody() {
        String hostile = "@everyone @here <@4000000000000000001> <@&6000000000000000001> <#3000000000000000001>";
        FakeMessage answer = say(Card.titled(hostile, Group.NOW)
                        .paragraph(hostile)
                        .block(new Block.Table(
                                List.of(new Block.Column(hostile, false)), List.of(List.of(Line.of(hostile)))))
                        .build())
                .awaitAnswer();
        assertThat(answer.text()).doesNotContain("@everyone", "@here");
        assertThat(discord.rest
                        .calls
                        .getLast()
                        .body()
                        .path("data")
                        .path("allowed_mentions")
                        .path("parse"))
                .isEmpty();
    }

    @Test
    void a_button_asks_what_it_says() {
        FakeMessage card =
                say(withButtons(new Block.Button("News", "/news BABA"))).awaitAnswer();
        FakeMessage news = discord.press(ANN, card, card.button("News")).awaitAnswer();
        assertThat(news.text()).contains("Alibaba starts the year with a jump");
        assertThat(news.id()).isNotEqualTo(card.id());
    }

    @Test
    void a_button_that_refreshes_changes_its_own_card() {
        FakeMessage card = say(withButtons(new Block.Button(Line.of("Refresh"), "/say", true)))
                .awaitAnswer();
        bot.say.answers(DiscordBot.card("fresh"));
        FakeInteraction pressed = discord.press(ANN, card, card.button("Refresh"));
        assertThat(pressed.awaitFirstWord()).isEqualTo(7);
        assertThat(discord.now(card).text()).contains("fresh");
        assertThat(discord.now(card).controls()).isEmpty();
        assertThat(discord.messages()).hasSize(1);
    }

    @Test
    void a_slow_refresh_changes_its_own_card_when_it_is_there() {
        FakeMessage card = say(withButtons(new Block.Button(Line.of("Refresh"), "/wait", true)))
                .awaitAnswer();
        FakeInteraction pressed = discord.press(ANN, card, card.button("Refresh"));
        assertThat(pressed.awaitFirstWord()).isEqualTo(6);
        assertThat(discord.now(card).text()).contains("press one");
        bot.slow.countDown();
        assertThat(pressed.awaitAnswer().text()).contains("at last");
        assertThat(discord.messages()).hasSize(1);
    }

    @Test
    void a_refresh_that_fails_leaves_the_card_and_tells_who_pressed() {
        FakeMessage card = say(withButtons(new Block.Button(Line.of("Refresh"), "/levels nosuch", true)))
                .awaitAnswer();
        FakeMessage answer = discord.press(ANN, card, card.button("Refresh")).awaitAnswer();
        assertThat(answer.ephemeral()).isTrue();
        assertThat(discord.now(card).text()).contains("press one");
    }

    @Test
    void a_card_deleted_while_its_refresh_was_made_is_answered_anew() {
        FakeMessage card = say(withButtons(new Block.Button(Line.of("Refresh"), "/wait", true)))
                .awaitAnswer();
        FakeInteraction pressed = discord.press(ANN, card, card.button("Refresh"));
        pressed.awaitFirstWord();
        discord.world.messages.remove(card.id());
        bot.slow.countDown();
        assertThat(pressed.awaitAnswer().text()).contains("at last");
        assertThat(discord.messages()).hasSize(1);
    }

    @Test
    void an_option_of_a_menu_asks_what_it_says() {
        Card card = Card.titled("Menu", Group.NOW)
                .block(new Block.Menu(
                        Line.of("which?"),
                        List.of(new Block.Button("Levels", "/levels BABA"), new Block.Button("News", "/news JD"))))
                .build();
        FakeMessage shown = say(card).awaitAnswer();
        FakeMessage answer =
                discord.choose(ANN, shown, "menu:0", shown.button("News")).awaitAnswer();
        assertThat(answer.text()).contains("JD opens a warehouse");
    }

    @Test
    void buttons_work_after_a_restart_even_with_commands_too_long_for_them() {
        String text = "/say " + "x".repeat(40);
        String long_ = "/quote " + "BABA ".repeat(40);
        FakeMessage card = say(withButtons(new Block.Button("Short", text), new Block.Button("Long", long_)))
                .awaitAnswer();
        assertThat(card.button("Long").length()).isLessThanOrEqualTo(100);
        bot.close();
        bot = bot.again().up();
        assertThat(discord.press(ANN, card, card.button("Long")).awaitAnswer().text())
                .contains("BABA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#unknowncode12345", "x", "someone-elses", "menu:0", "=", "\u0000\u0001"})
    void a_button_that_means_nothing_is_answered_to_who_pressed_it(String carried) {
        FakeMessage card = discord.old(FakeWorld.CHANNEL, Json.object("content", "an old message"));
        FakeMessage answer = discord.press(ANN, card, carried).awaitAnswer();
        assertThat(answer.ephemeral()).isTrue();
        assertThat(answer.text()).contains("no longer works");
    }

    @Test
    void a_button_on_a_hidden_card_is_answered_hidden() {
        bot.mine.answersWith(ask -> Answer.privately(withButtons(new Block.Button("News", "/news BABA"))));
        FakeMessage card = discord.slash("mine", Map.of()).awaitAnswer();
        assertThat(discord.press(ANN, card, card.button("News")).awaitAnswer().ephemeral())
                .isTrue();
    }

    @Test
    void who_manages_the_server_may_change_things_and_others_may_not() throws InterruptedException {
        bot.close();
        DiscordSettings roles =
                new DiscordSettings(FakeDiscord.TOKEN, discord.restAddress(), discord.gatewayAddress(), "analysts");
        bot = new DiscordBot(discord, roles, new InMemoryButtonStore(), new InMemoryFrontNotes()).up();
        assertThat(manages(ANN)).isFalse();
        assertThat(manages(ANN.withRole(FakeWorld.MANAGER_ROLE))).isTrue();
        assertThat(manages(ANN.at(FakeDiscord.Where.DIRECT))).isTrue();
        assertThat(manages(ANN.at(FakeDiscord.Where.FOREIGN))).isFalse();
        FakeDiscord.Person foreignManager = new FakeDiscord.Person(
                FakeWorld.ANN,
                FakeDiscord.Where.FOREIGN,
                FakeWorld.USUAL | FakeWorld.MANAGE_SERVER,
                List.of(),
                "en-US");
        assertThat(manages(foreignManager)).isTrue();
    }

    private Ask asked() throws InterruptedException {
        return Objects.requireNonNull(bot.say.asks.poll(20, TimeUnit.SECONDS), "it was not asked");
    }

    private boolean manages(FakeDiscord.Person person) throws InterruptedException {
        discord.slash(person, "say", Map.of()).awaitAnswer();
        return asked().manager();
    }

    @Test
    void the_chat_is_the_channel_and_the_member_the_person() throws InterruptedException {
        say(DiscordBot.card("x")).awaitAnswer();
        Ask ask = asked();
        assertThat(ask.chat()).isEqualTo(DiscordBot.CHANNEL);
        assertThat(ask.member()).isEqualTo(FakeWorld.ANN);
        assertThat(ask.at()).isEqualTo(Group.NOW);
    }

    @Test
    void all_read_the_servers_language_one_their_own_and_the_chats_choice_goes_before_both() {
        discord.world.locale = "de";
        bot.close();
        bot = bot.again().up();
        FakeDiscord.Person ann = ANN.speaking("zh-CN");
        Card number = Card.titled("Number", Group.NOW)
                .paragraph(Line.of(new Value.Figure(1234.5, 1, null)))
                .block(new Block.Footer(Line.say("discord.sample")))
                .build();
        bot.say.answers(number);
        bot.mine.answersWith(ask -> Answer.privately(number));
        assertThat(discord.slash(ann, "say", Map.of()).awaitAnswer().text()).contains("1.234,5", "Beispieldaten");
        assertThat(discord.slash(ann, "mine", Map.of()).awaitAnswer().text()).contains("示例数据");
        FakeDiscord.Person alone = ann.at(FakeDiscord.Where.DIRECT);
        assertThat(discord.slash(alone, "say", Map.of()).awaitAnswer().text()).contains("示例数据");
        bot.chats.change(DiscordBot.CHANNEL, new ChatSettings(null, Language.EN, null), Group.NOW);
        assertThat(discord.slash(ann, "say", Map.of()).awaitAnswer().text()).contains("1,234.5", "Sample data");
        FakeDiscord.Person turkish = ANN.speaking("tr").at(FakeDiscord.Where.DIRECT);
        assertThat(discord.slash(turkish, "say", Map.of()).awaitAnswer().text()).contains("Sample data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback", "announcement"})
    void a_connection_that_drops_during_the_answer_gives_exactly_one_message(String when) {
        if (when.equals("callback")) {
            discord.fail("POST", CALLBACK, 1, new FakeRest.DoneAndCut());
            say(DiscordBot.card("once")).awaitAnswer();
        } else {
            FakeInteraction asked = discord.slash("wait", Map.of());
            asked.awaitFirstWord();
            discord.fail("PATCH", WEBHOOK, 1, new FakeRest.DoneAndCut());
            bot.slow.countDown();
            asked.awaitAnswer();
        }
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(discord.messages()).hasSize(1));
    }

    @Test
    void a_connection_that_drops_before_the_answer_was_taken_is_tried_again() {
        discord.fail("POST", CALLBACK, 2, new FakeRest.Cut());
        assertThat(say(DiscordBot.card("after all")).awaitAnswer().text()).contains("after all");
        assertThat(discord.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502})
    void a_discord_that_is_broken_for_a_moment_is_tried_again(int status) {
        discord.fail("POST", CALLBACK, 1, FakeDiscord.page(status));
        assertThat(say(DiscordBot.card("after all")).awaitAnswer().text()).contains("after all");
        FakeInteraction slow = discord.slash("wait", Map.of());
        slow.awaitFirstWord();
        discord.fail("PATCH", WEBHOOK, 1, FakeDiscord.error(status, 0, "Internal Server Error"));
        bot.slow.countDown();
        assertThat(slow.awaitAnswer().text()).contains("at last");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_answer_that_comes_too_fast_waits_as_long_as_discord_says(boolean global) {
        FakeInteraction slow = discord.slash("wait", Map.of());
        slow.awaitFirstWord();
        discord.fail("PATCH", WEBHOOK, 1, FakeDiscord.tooFast(global));
        bot.slow.countDown();
        assertThat(slow.awaitAnswer().text()).contains("at last");
        assertThat(discord.calls("PATCH", WEBHOOK)).isEqualTo(2);
    }

    @Test
    void an_answer_after_fifteen_minutes_goes_to_the_channel() {
        FakeInteraction asked = discord.slash("wait", Map.of());
        asked.awaitFirstWord();
        discord.pass(Duration.ofMinutes(16));
        bot.slow.countDown();
        await().atMost(DiscordBot.LONGEST).until(() -> discord.calls("POST", "/channels/\\d+/messages") == 1);
        await().atMost(DiscordBot.LONGEST)
                .untilAsserted(
                        () -> assertThat(discord.messages().getLast().text()).contains("at last"));
    }

    @Test
    void an_interaction_that_came_too_late_is_answered_in_the_channel() {
        discord.fail("POST", CALLBACK, 1, FakeDiscord.error(404, 10_062, "Unknown interaction"));
        say(DiscordBot.card("late"));
        await().atMost(DiscordBot.LONGEST)
                .untilAsserted(() -> assertThat(discord.messages())
                        .singleElement()
                        .satisfies(message -> assertThat(message.text()).contains("late")));
    }

    @Test
    void a_hidden_answer_that_came_too_late_is_not_told_to_all() {
        discord.fail("POST", CALLBACK, 1, FakeDiscord.error(404, 10_062, "Unknown interaction"));
        discord.slash("mine", Map.of());
        await().atMost(DiscordBot.LONGEST).until(() -> discord.calls("POST", CALLBACK) == 1);
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(discord.messages()).isEmpty());
    }

    @Test
    void what_discord_refuses_as_an_embed_is_said_as_text() {
        discord.fail("POST", CALLBACK, 1, FakeDiscord.error(400, 50_035, "Invalid Form Body"));
        FakeMessage answer = say(DiscordBot.card("plainly")).awaitAnswer();
        assertThat(answer.content()).contains("plainly");
        assertThat(answer.json().path("embeds")).isEmpty();
    }
}
