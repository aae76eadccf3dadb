package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do on Telegram, and what the bot makes of it. */
class GateTest {
    private final Town town = new Town();
    private final FakeTelegram telegram = town.telegram;

    @AfterEach
    void close() {
        town.noViolations();
        town.close();
    }

    /** Sends this and then something that is answered, so that it is known that nothing came of the first. */
    private List<FakeTelegram.Sent> sentBefore(long chat, Runnable first) {
        first.run();
        int before = telegram.sent(chat).size();
        telegram.write(chat, "/about@" + FakeTelegram.BOT);
        Town.await(
                () -> telegram.sent(chat).stream().anyMatch(sent -> sent.text().contains("1.2.3")));
        assertThat(telegram.sent(chat)).hasSizeGreaterThan(before);
        return telegram.sent(chat).stream()
                .filter(sent -> !sent.text().contains("1.2.3"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/about@somebody_elses_bot",
                "hello everybody",
                "/start",
                "/weather",
                "http://x.test/about",
                "/",
                "//about"
            })
    void in_a_group_it_is_silent_about_what_is_not_for_it(String text) {
        town.open();

        assertThat(sentBefore(Town.GROUP, () -> telegram.write(Town.GROUP, text)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/baba, BABA",
        "/baba@bellwether_test_bot, BABA",
        "/BABA@Bellwether_Test_Bot, BABA",
        "@bellwether_test_bot baba, BABA",
        "/nwes, /news",
        "/weather@bellwether_test_bot, There is no command",
        "@bellwether_test_bot, /help"
    })
    void in_a_group_it_answers_what_is_for_it(String text, String answer) {
        town.open();

        assertThat(telegram.text(Town.GROUP, text).text()).contains(answer);
    }

    @Test
    void in_a_private_chat_everything_is_for_it() {
        town.open();

        assertThat(telegram.text(Town.ANN, "baba").text()).contains("Alibaba");
        assertThat(telegram.text(Town.ANN, "what a day").text()).contains("/help");
    }

    @Test
    void the_first_words_of_a_private_chat_are_answered_with_help() {
        town.open();

        assertThat(telegram.text(Town.ANN, "/start").text()).contains("/quote", "/news");
    }

    @ParameterizedTest
    @CsvSource({"quote_BABA, BABA", "quote_9988-2EHK, 9988.HK", "baba, BABA", "news, News"})
    void a_deep_link_asks_what_it_carries(String payload, String answer) {
        town.open();

        assertThat(telegram.text(Town.ANN, "/start " + payload).text()).contains(answer);
    }

    /** Whoever made the link chose the words. */
    @Test
    void a_deep_link_that_would_change_something_asks_first() {
        town.open();

        FakeTelegram.Sent asked = telegram.text(Town.ANN, "/start watch_add_BABA");
        assertThat(asked.text()).contains("/watch add BABA");
        assertThat(telegram.text(Town.ANN, "/watch list").text()).doesNotContain("$");

        telegram.press(Town.ANN, asked, asked.data("Do it"));
        assertThat(telegram.await(Town.ANN, 2).text()).contains("BABA");
    }

    @Test
    void answers_stay_in_the_topic_and_the_topic_is_a_chat_of_its_own() {
        town.with(TestCommand.saying("where", ask -> ask.chat().id())).open();
        ObjectNode message = telegram.message(Town.GROUP, Town.ANN, "/where")
                .put("is_topic_message", true)
                .put("message_thread_id", 77);

        telegram.write(message);
        FakeTelegram.Sent answer = telegram.await(Town.GROUP, 0);

        assertThat(answer.text()).contains(Town.GROUP + ":77");
        assertThat(answer.json().path("message_thread_id").asInt()).isEqualTo(77);
    }

    /** Outside of forums Telegram numbers the threads of replies the same way. */
    @Test
    void a_thread_of_replies_is_no_topic() {
        town.with(TestCommand.saying("where", ask -> "<" + ask.chat().id() + ">"))
                .open();

        telegram.write(telegram.message(Town.GROUP, Town.ANN, "/where").put("message_thread_id", 77));

        assertThat(telegram.await(Town.GROUP, 0).text()).contains("<" + Town.GROUP + ">");
    }

    @Test
    void the_text_that_a_command_replies_to_comes_along() {
        town.with(TestCommand.saying("quoted", ask -> "<" + ask.quoted() + ">")).open();
        ObjectNode message = telegram.message(Town.ANN, Town.ANN, "/quoted");
        message.putObject("reply_to_message").put("message_id", 5).put("text", "BABA rose 6%");

        telegram.write(message);
        assertThat(telegram.await(Town.ANN, 0).text()).contains("<BABA rose 6%>");

        message.putObject("quote").put("text", "rose 6%").put("position", 5);
        telegram.write(message);
        assertThat(telegram.await(Town.ANN, 1).text()).contains("<rose 6%>");
    }

    @Test
    void whoever_manages_the_group_is_asked_of_telegram_once() {
        telegram.admins(Town.GROUP, 8L);
        town.with(TestCommand.saying("who", ask -> "manager " + ask.manager())).open();

        telegram.write(telegram.message(Town.GROUP, 8, "/who"));
        assertThat(telegram.await(Town.GROUP, 0).text()).contains("manager true");
        telegram.write(telegram.message(Town.GROUP, 9, "/who"));
        assertThat(telegram.await(Town.GROUP, 1).text()).contains("manager false");
        assertThat(telegram.requests("getChatAdministrators")).hasSize(1);

        telegram.admins(Town.GROUP, 9L);
        town.clock.move(Duration.ofMinutes(6));
        telegram.write(telegram.message(Town.GROUP, 9, "/who"));
        assertThat(telegram.await(Town.GROUP, 2).text()).contains("manager true");
    }

    @Test
    void who_manages_what_can_not_be_looked_up_manages_nothing() {
        town.with(TestCommand.saying("who", ask -> "manager " + ask.manager())).open();
        telegram.fault("getChatAdministrators", Fault.refuse(400, "Bad Request: member list is inaccessible"));

        assertThat(telegram.text(Town.GROUP, "/who").text()).contains("manager false");
        assertThat(telegram.text(Town.ANN, "/who").text()).contains("manager true");
    }

    @Test
    void an_administrator_who_stays_anonymous_manages() {
        town.with(TestCommand.saying("who", ask -> "manager " + ask.manager())).open();
        ObjectNode message = telegram.message(Town.GROUP, 1_087_968_824, "/who");
        message.set("sender_chat", FakeTelegram.chat(Town.GROUP));

        telegram.write(message);

        assertThat(telegram.await(Town.GROUP, 0).text()).contains("manager true");
        assertThat(telegram.requests("getChatAdministrators")).isEmpty();
    }

    @Test
    void posts_of_a_channel_are_answered_in_the_channel() {
        town.with(TestCommand.saying("who", ask -> "manager " + ask.manager())).open();
        ObjectNode post = telegram.message(Town.CHANNEL, Town.ANN, "/who");
        post.remove("from");
        post.set("sender_chat", FakeTelegram.chat(Town.CHANNEL));

        telegram.write(post);

        assertThat(telegram.await(Town.CHANNEL, 0).text()).contains("manager true");
    }

    /** The group of a channel gets its posts too; answering there as well would be twice. */
    @Test
    void a_post_that_telegram_forwards_to_the_group_is_not_answered_again() {
        town.open();

        assertThat(sentBefore(
                        Town.GROUP,
                        () -> telegram.write(
                                telegram.message(Town.GROUP, Town.ANN, "/baba").put("is_automatic_forward", true))))
                .isEmpty();
    }

    private TestCommand counting(AtomicInteger count) {
        return TestCommand.of(
                "count",
                ask -> Answer.of(Card.titled("Count " + count.incrementAndGet(), ask.at())
                        .block(new Block.Buttons(List.of(
                                new Block.Button(Line.of("Again"), "/count", true),
                                new Block.Button(Line.of("New"), "/count"))))
                        .build()));
    }

    @Test
    void refresh_takes_the_place_of_the_card_and_other_buttons_answer_below() {
        town.with(counting(new AtomicInteger())).open();
        FakeTelegram.Sent card = telegram.text(Town.ANN, "/count");

        String first = telegram.press(Town.ANN, card, card.data("Again"));
        FakeTelegram.Sent again = telegram.await(Town.ANN, 1);
        String second = telegram.press(Town.ANN, again, again.data("New"));
        FakeTelegram.Sent below = telegram.await(Town.ANN, 2);

        assertThat(again.message()).isEqualTo(card.message());
        assertThat(again.text()).contains("Count 2");
        assertThat(again.edited()).isTrue();
        assertThat(below.message()).isNotEqualTo(card.message());
        Town.await(() -> telegram.methods().presses.isEmpty());
        assertThat(telegram.requests("answerCallbackQuery"))
                .extracting(
                        request -> request.arguments().path("callback_query_id").asText())
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_card_that_was_deleted_is_refreshed_as_a_new_one() {
        town.with(counting(new AtomicInteger())).open();
        FakeTelegram.Sent card = telegram.text(Town.ANN, "/count");
        telegram.delete(card.message());

        telegram.press(Town.ANN, card, card.data("Again"));

        FakeTelegram.Sent anew = telegram.await(Town.ANN, 1);
        assertThat(anew.text()).contains("Count 2");
        assertThat(anew.edited()).isFalse();
    }

    @Test
    void a_refresh_that_changes_nothing_is_fine() {
        town.with(TestCommand.of(
                        "same",
                        ask -> Answer.of(Card.titled("Same", ask.at())
                                .block(new Block.Buttons(List.of(new Block.Button(Line.of("Again"), "/same", true))))
                                .build())))
                .open();
        FakeTelegram.Sent card = telegram.text(Town.ANN, "/same");

        telegram.press(Town.ANN, card, card.data("Again"));
        Town.await(() -> telegram.requests("editMessageText").size() == 1);

        assertThat(sentBefore(Town.ANN, () -> {})).hasSize(1);
    }

    @Test
    void a_button_with_a_long_command_works_after_a_restart() {
        String words = "a long text that does not fit into sixty-four bytes in any way, 中文 too";
        town.with(TestCommand.of(
                "long",
                ask -> Answer.of(Card.titled(ask.text(), ask.at())
                        .block(new Block.Buttons(List.of(new Block.Button("Go", "/long " + words))))
                        .build())));
        TelegramFront first = town.open();
        FakeTelegram.Sent card = telegram.text(Town.ANN, "/long");
        first.close();

        town.open();
        telegram.press(Town.ANN, card, card.data("Go"));

        assertThat(telegram.await(Town.ANN, 1).text()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#unknown-code-000", "x", "", "?what is this"})
    void a_button_that_means_nothing_any_more_says_so(String data) {
        town.open();
        FakeTelegram.Sent card = telegram.text(Town.ANN, "/about");

        telegram.press(Town.ANN, card, data);
        Town.await(() -> telegram.requests("answerCallbackQuery").size() == 1);

        assertThat(telegram.requests("answerCallbackQuery")
                        .getFirst()
                        .arguments()
                        .path("text")
                        .asText())
                .contains("too old");
    }

    @Test
    void a_press_that_telegram_has_forgotten_is_answered_all_the_same() {
        town.with(counting(new AtomicInteger())).open();
        FakeTelegram.Sent card = telegram.text(Town.ANN, "/count");
        telegram.fault(
                "answerCallbackQuery",
                Fault.refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        telegram.press(Town.ANN, card, card.data("New"));

        assertThat(telegram.await(Town.ANN, 1).text()).contains("Count 2");
    }

    /** Else every reader could make the bot post in the channel. */
    @Test
    void a_reader_who_presses_a_button_in_a_channel_is_led_to_the_private_chat() {
        town.with(counting(new AtomicInteger())).open();
        telegram.write(telegram.message(Town.CHANNEL, Town.ANN, "/count"));
        FakeTelegram.Sent card = telegram.await(Town.CHANNEL, 0);

        telegram.press(99, card, card.data("New"));
        Town.await(() -> telegram.requests("answerCallbackQuery").size() == 1);

        assertThat(telegram.requests("answerCallbackQuery")
                        .getFirst()
                        .arguments()
                        .path("url")
                        .asText())
                .isEqualTo("https://t.me/" + FakeTelegram.BOT + "?start=count");
        assertThat(telegram.sent(Town.CHANNEL)).hasSize(1);
    }

    @Test
    void what_takes_long_says_so_and_then_becomes_the_answer() {
        CountDownLatch done = new CountDownLatch(1);
        town.times = new TelegramSettings.Times(
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofSeconds(20),
                Duration.ofMillis(20));
        town.with(TestCommand.saying("slow", ask -> {
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "at last";
                }))
                .open();

        FakeTelegram.Sent sign = telegram.text(Town.GROUP, "/slow");
        Town.await(() -> !telegram.requests("sendChatAction").isEmpty());
        done.countDown();
        FakeTelegram.Sent answer = telegram.await(Town.GROUP, 1);

        assertThat(sign.text()).isEqualTo("Working on it …");
        assertThat(answer.text()).contains("at last");
        assertThat(answer.message()).isEqualTo(sign.message());
    }

    @Test
    void a_chat_that_waits_holds_up_nobody_else() {
        CountDownLatch done = new CountDownLatch(1);
        town.with(TestCommand.saying("slow", ask -> {
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "at last";
                }))
                .open();
        for (int i = 0; i < 50; i++) {
            telegram.write(Town.ANN, "/slow " + i);
        }

        assertThat(telegram.text(8, "/about").text()).contains("1.2.3");
        done.countDown();
        assertThat(telegram.await(Town.ANN, 49).text()).contains("at last");
    }

    private TestCommand filing() {
        return TestCommand.of(
                "file",
                Answer.Reach.ASKER,
                ask -> Answer.privately(Card.titled("Your data", ask.at())
                        .block(new Block.Document("data.json", "application/json", "{\"a\":\"ü\"}"))
                        .build()));
    }

    @Test
    void a_file_for_one_person_goes_to_that_person() {
        town.with(filing()).open();
        telegram.write(Town.GROUP, "/file");

        FakeTelegram.Sent file = telegram.await(Town.ANN, 0);
        FakeTelegram.Sent told = telegram.await(Town.GROUP, 0);

        assertThat(file.json().path("_file").asText()).isEqualTo("data.json");
        assertThat(file.json().path("_content").asText()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(told.text()).contains("private chat");
    }

    @Test
    void a_person_to_whom_the_bot_may_not_write_gets_a_button_to_the_private_chat() {
        town.with(filing()).open();
        telegram.refuse(Town.ANN, 403, "Forbidden: bot can't initiate conversation with a user");

        FakeTelegram.Sent told = telegram.text(Town.GROUP, "/file");

        JsonNode key =
                told.json().path("reply_markup").path("inline_keyboard").path(0).path(0);
        assertThat(key.path("url").asText()).isEqualTo("https://t.me/" + FakeTelegram.BOT + "?start=file");
        assertThat(told.json().path("_content").isMissingNode()).isTrue();
    }

    @Test
    void being_put_out_retires_the_chat_and_being_let_in_again_revives_it() {
        town.open();

        telegram.membership(Town.ANN, "kicked");
        Town.await(() -> town.chats.notes.contains("retired 7: the bot is kicked"));
        telegram.membership(Town.ANN, "member");
        Town.await(() -> town.chats.notes.contains("seen 7"));
        assertThat(town.chats.owner(new ChatId("telegram", "7"))).contains("7");
        telegram.membership(Town.GROUP, "left");
        Town.await(() -> town.chats.notes.contains("retired -1001: the bot is left"));
    }

    @Test
    void a_group_that_becomes_a_supergroup_keeps_what_it_chose() {
        town.open();
        ObjectNode old = telegram.message(-5, Town.ANN, "").put("migrate_to_chat_id", Town.GROUP);
        ObjectNode young = telegram.message(Town.GROUP, Town.ANN, "").put("migrate_from_chat_id", -5);

        telegram.write(old);
        telegram.write(young);

        Town.await(() -> town.chats.notes.equals(List.of("moved -5 to -1001", "moved -5 to -1001")));
    }

    @Test
    void a_group_that_moved_while_the_answer_was_made_gets_it_at_its_new_place() {
        town.open();
        telegram.migrate(-5, Town.GROUP);
        telegram.write(-5, "/about");

        assertThat(telegram.await(Town.GROUP, 0).text()).contains("1.2.3");
        assertThat(town.chats.notes).contains("moved -5 to -1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forbidden: bot was blocked by the user",
                "Forbidden: user is deactivated",
                "Forbidden: bot was kicked from the supergroup chat"
            })
    void a_chat_that_is_gone_is_retired(String why) {
        town.open();
        telegram.refuse(Town.ANN, 403, why);
        telegram.write(Town.ANN, "/about");

        Town.await(() -> town.chats.notes.stream().anyMatch(note -> note.startsWith("retired 7: ")));
        assertThat(telegram.text(8, "/about").text()).contains("1.2.3");
    }

    @Test
    void updates_of_kinds_never_seen_before_are_passed_over() {
        town.open();
        telegram.update("message_from_the_future", FakeTelegram.person(1));
        ObjectNode strange = telegram.message(Town.ANN, Town.ANN, "/about");
        ((ObjectNode) strange.path("chat")).put("type", "hologram");
        telegram.update("message", strange);
        ObjectNode partly = telegram.message(Town.ANN, Town.ANN, "/baba").put("mood", "fine");
        partly.putObject("forward_origin").put("type", "telepathy").put("date", 1);
        telegram.update("message", partly);

        assertThat(telegram.await(Town.ANN, 0).text()).contains("BABA");
        Town.await(() -> town.inbox.open("telegram").isEmpty());
    }

    @Test
    void a_voice_in_the_language_of_the_persons_app() {
        town.open();
        ObjectNode message = telegram.message(Town.ANN, Town.ANN, "/start watch_add_BABA");
        ((ObjectNode) message.path("from")).put("language_code", "de-AT");

        telegram.write(message);

        assertThat(telegram.await(Town.ANN, 0).text()).contains("Ein Link möchte Folgendes");
    }

    @Test
    void inline_mode_offers_cards_to_send_in_any_chat() {
        town.open();

        telegram.inline(Town.ANN, "baba");
        Town.await(() -> telegram.requests("answerInlineQuery").size() == 1);

        JsonNode results =
                telegram.requests("answerInlineQuery").getFirst().arguments().path("results");
        assertThat(results).hasSize(1);
        JsonNode content = results.path(0).path("input_message_content");
        assertThat(results.path(0).path("title").asText()).contains("BABA");
        assertThat(HtmlRules.parse(content.path("message_text").asText())).contains("152.40", "[sample data]");
        assertThat(HtmlRules.problems(content.path("message_text").asText())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"news jd, 1", "bbaa, 2", "'', 3", "watch add BABA, 0", "status, 1", "zzzzzzzzzzzzzzzz, 0"})
    void inline_mode_asks_only_what_changes_nothing(String text, int offers) {
        town.open();

        telegram.inline(Town.ANN, text);
        Town.await(() -> telegram.requests("answerInlineQuery").size() == 1);

        JsonNode results =
                telegram.requests("answerInlineQuery").getFirst().arguments().path("results");
        assertThat(results.size()).isBetween(Math.min(offers, 1), offers);
        assertThat(StreamSupport.stream(results.spliterator(), false)
                        .map(each -> each.path("id").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void hostile_words_of_a_feed_are_shown_as_words() {
        town.open();

        FakeTelegram.Sent answer = telegram.text(Town.ANN, "/news PDD");

        assertThat(answer.text())
                .contains("<script>alert(1)</script>", "**PDD**")
                .doesNotContain("\u202e", "\u001b", " @everyone");
        assertThat(answer.json().path("_mode").asText()).isEqualTo("HTML");
    }

    @Test
    void questions_of_one_person_are_answered_in_order() {
        town.with(TestCommand.saying("echo", ask -> ask.text())).open();
        for (int i = 0; i < 30; i++) {
            telegram.write(Town.ANN, "/echo number " + i);
        }
        telegram.await(Town.ANN, 29);

        List<FakeTelegram.Sent> sent = telegram.sent(Town.ANN);
        for (int i = 0; i < 30; i++) {
            assertThat(sent.get(i).text()).endsWith("number " + i);
        }
    }
}
