package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Outcome;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of sending, for everything that Telegram and the network can do. */
class SenderTest {
    private static final ChatId ANN = new ChatId("telegram", "7");
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Town town = new Town();
    private final FakeTelegram telegram = town.telegram;
    private final Steps steps = new Steps();

    @AfterEach
    void close() {
        town.noViolations();
        town.close();
    }

    /** Everything that a sender tells, in order. */
    private static final class Steps implements Sender.Progress {
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void sending(int part) {
            told.add("sending " + part);
        }

        @Override
        public void sent(int part, String message) {
            told.add("sent " + part);
        }
    }

    private Sender sender() {
        return town.front().sender();
    }

    private Outcome send(Envelope envelope) {
        return sender().send(envelope, steps);
    }

    private Card card(String text) {
        return Card.titled("Card", town.clock.instant()).paragraph(text).build();
    }

    private Envelope envelope(String text) {
        return new Envelope("key", ANN, card(text), Voice.english());
    }

    private Envelope again(String text) {
        return new Envelope("key", ANN, card(text), Voice.english(), null, List.of(), true);
    }

    private Envelope following(String message, boolean edit) {
        return new Envelope(
                "key", ANN, card("new"), Voice.english(), new Envelope.Follow(message, edit), List.of(), false);
    }

    /** Three messages long. */
    private Card longCard() {
        Card.Builder card = Card.titled("Card", town.clock.instant());
        for (int i = 0; i < 30; i++) {
            card.paragraph("Paragraph " + i + " " + "word ".repeat(60));
        }
        return card.build();
    }

    @Test
    void a_card_that_arrives_is_sent_and_its_messages_are_named() {
        Outcome outcome = send(envelope("hello"));

        assertThat(outcome)
                .isEqualTo(new Outcome.Sent(
                        List.of(Integer.toString(telegram.await(7, 0).message()))));
        assertThat(steps.told).containsExactly("sending 0", "sent 0");
    }

    @Test
    void a_long_card_goes_in_several_messages_and_says_before_and_after_each() {
        Outcome outcome = send(new Envelope("key", ANN, longCard(), Voice.english()));

        assertThat(((Outcome.Sent) outcome).messages()).hasSize(3);
        assertThat(steps.told).containsExactly("sending 0", "sent 0", "sending 1", "sent 1", "sending 2", "sent 2");
    }

    @Test
    void messages_that_are_there_are_not_sent_again() {
        Outcome outcome =
                send(new Envelope("key", ANN, longCard(), Voice.english(), null, List.of("101", "102"), false));

        assertThat(((Outcome.Sent) outcome).messages()).startsWith("101", "102").hasSize(3);
        assertThat(telegram.requests("sendMessage")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | Forbidden: bot was blocked by the user | BLOCKED",
                "403 | Forbidden: bot can't initiate conversation with a user | BLOCKED",
                "403 | Forbidden: user is deactivated | DELETED",
                "403 | Forbidden: the group chat was deleted | DELETED",
                "403 | Forbidden: bot was kicked from the supergroup chat | KICKED",
                "403 | Forbidden: bot is not a member of the channel chat | KICKED",
                "403 | Forbidden: something new | NO_PERMISSION",
                "400 | Bad Request: chat not found | DELETED",
                "400 | Bad Request: PEER_ID_INVALID | DELETED",
                "400 | Bad Request: message thread not found | DELETED",
                "400 | Bad Request: TOPIC_CLOSED | NO_PERMISSION",
                "400 | Bad Request: not enough rights to send text messages to the chat | NO_PERMISSION",
                "400 | Bad Request: need administrator rights in the channel chat | NO_PERMISSION",
                "400 | Bad Request: CHAT_WRITE_FORBIDDEN | NO_PERMISSION"
            })
    void a_chat_that_is_gone_is_dead_for_a_reason(int code, String words, Outcome.Reason reason) {
        telegram.refuse(7, code, words);

        assertThat(send(envelope("hello"))).isInstanceOfSatisfying(Outcome.Dead.class, dead -> {
            assertThat(dead.reason()).isEqualTo(reason);
            assertThat(words).endsWith(dead.why());
        });
        assertThat(telegram.requests("sendMessage")).hasSize(1);
    }

    @Test
    void a_group_that_moved_names_its_new_place() {
        telegram.migrate(7, -1_001);

        assertThat(send(envelope("hello"))).isEqualTo(new Outcome.Moved(new ChatId("telegram", "-1001")));
    }

    @Test
    void too_many_messages_wait_as_long_as_telegram_says() {
        Pauses pauses = new Pauses();
        town.pace = pauses;
        telegram.fault("sendMessage", Fault.tooMany(7));

        assertThat(send(envelope("hello"))).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
            assertThat(retry.after()).isEqualTo(Duration.ofSeconds(7));
            assertThat(retry.perhaps()).isFalse();
        });
        assertThat(pauses.told).containsExactly("telegram:7 PT7S");
    }

    /** Telegram does not say whose limit it was. */
    @Test
    void when_two_chats_are_refused_at_once_all_wait() {
        Pauses pauses = new Pauses();
        town.pace = pauses;
        Sender sender = sender();
        telegram.fault("sendMessage", Fault.tooMany(7));
        telegram.fault("sendMessage", Fault.tooMany(6));

        sender.send(envelope("hello"), steps);
        sender.send(new Envelope("key", new ChatId("telegram", "8"), card("x"), Voice.english()), steps);

        assertThat(pauses.told).containsExactly("telegram:7 PT7S", "all PT6S");
    }

    private static final class Pauses implements Pace {
        private final List<String> told = new ArrayList<>();

        @Override
        public Duration take(ChatId chat, Lane lane) {
            return Duration.ZERO;
        }

        @Override
        public void pause(Duration length) {
            told.add("all " + length);
        }

        @Override
        public void pause(ChatId chat, Duration length) {
            told.add(chat + " " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void an_answer_of_a_server_in_trouble_is_a_reason_to_try_again(int status) {
        telegram.fault("sendMessage", Fault.page(status));
        telegram.fault("sendMessage", Fault.refuse(status, "Internal Server Error"));

        for (int i = 0; i < 2; i++) {
            assertThat(send(envelope("hello"))).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
                assertThat(retry.why()).startsWith(Integer.toString(status));
                assertThat(retry.perhaps()).isFalse();
            });
        }
        assertThat(telegram.sent(7)).isEmpty();
    }

    @Test
    void a_connection_that_breaks_after_the_request_leaves_it_open_whether_it_arrived_and_is_not_tried_again_here() {
        telegram.fault("sendMessage", Fault.dropAfter());

        assertThat(send(envelope("hello")))
                .isInstanceOfSatisfying(
                        Outcome.Retry.class,
                        retry -> assertThat(retry.perhaps()).isTrue());
        assertThat(telegram.requests("sendMessage")).hasSize(1);
        assertThat(telegram.sent(7)).hasSize(1);
        assertThat(steps.told).containsExactly("sending 0");
    }

    @Test
    void a_connection_that_never_came_about_sent_nothing() {
        town.api = URI.create("http://127.0.0.1:9");

        assertThat(send(envelope("hello"))).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
            assertThat(retry.perhaps()).isFalse();
            assertThat(retry.why()).doesNotContain(FakeTelegram.TOKEN);
        });
    }

    @Test
    void a_message_of_a_kind_the_library_does_not_know_counts_as_sent() {
        telegram.strange();

        assertThat(send(envelope("hello"))).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void a_repeat_is_marked_as_one() {
        send(again("hello"));

        assertThat(telegram.await(7, 0).text()).contains("hello").contains("Sent again");
    }

    @Test
    void of_a_long_card_only_the_message_that_may_be_there_twice_is_marked() {
        send(new Envelope("key", ANN, longCard(), Voice.english(), null, List.of("101"), true));

        assertThat(telegram.await(7, 0).text()).contains("Sent again");
        assertThat(telegram.await(7, 1).text()).doesNotContain("Sent again");
    }

    @Test
    void a_refused_entity_goes_as_plain_text() {
        telegram.fault(
                "sendMessage", Fault.refuse(400, "Bad Request: can't parse entities: Unsupported start tag \"x\""));

        assertThat(send(envelope("5 < 6 & so on"))).isInstanceOf(Outcome.Sent.class);
        FakeTelegram.Sent sent = telegram.await(7, 0);
        assertThat(sent.json().path("_mode").asText()).isEmpty();
        assertThat(sent.text()).isEqualTo("Card\n5 < 6 & so on");
    }

    @Test
    void what_is_refused_as_plain_text_too_is_told_to_the_operator() {
        telegram.fault("sendMessage", Fault.refuse(400, "Bad Request: message is too long"));
        telegram.fault("sendMessage", Fault.refuse(400, "Bad Request: message is too long"));

        assertThat(send(envelope("hello"))).isEqualTo(new Outcome.Refused("message is too long"));
    }

    @Test
    void a_refused_keyboard_is_left_out() {
        telegram.fault("sendMessage", Fault.refuse(400, "Bad Request: BUTTON_DATA_INVALID"));
        Card card = Card.titled("Card", town.clock.instant())
                .block(new Block.Buttons(List.of(new Block.Button("Go", "/go"))))
                .build();

        assertThat(send(new Envelope("key", ANN, card, Voice.english()))).isInstanceOf(Outcome.Sent.class);
        assertThat(telegram.await(7, 0).json().has("reply_markup")).isFalse();
    }

    @Test
    void an_edit_takes_the_place_of_a_message() {
        send(envelope("old"));
        int message = telegram.await(7, 0).message();

        Outcome outcome = send(following(Integer.toString(message), true));

        assertThat(outcome).isEqualTo(new Outcome.Sent(List.of(Integer.toString(message))));
        assertThat(telegram.await(7, 1).text()).contains("new");
        assertThat(telegram.await(7, 1).edited()).isTrue();
    }

    @Test
    void an_edit_that_changes_nothing_is_done() {
        send(envelope("new"));
        String message = Integer.toString(telegram.await(7, 0).message());

        assertThat(send(following(message, true))).isEqualTo(new Outcome.Sent(List.of(message)));
    }

    @Test
    void an_edit_of_a_message_that_is_gone_is_a_new_message() {
        Outcome outcome = send(following("99999", true));

        assertThat(telegram.await(7, 0).edited()).isFalse();
        assertThat(outcome)
                .isEqualTo(new Outcome.Sent(
                        List.of(Integer.toString(telegram.await(7, 0).message()))));
    }

    @Test
    void an_edit_that_is_refused_goes_as_plain_text() {
        send(envelope("old"));
        String message = Integer.toString(telegram.await(7, 0).message());
        telegram.fault("editMessageText", Fault.refuse(400, "Bad Request: can't parse entities: x"));

        assertThat(send(following(message, true))).isEqualTo(new Outcome.Sent(List.of(message)));
        assertThat(telegram.await(7, 1).text()).isEqualTo("Card\nnew");
    }

    @Test
    void a_reply_to_a_message_that_is_gone_stands_for_itself() {
        send(following("99999", false));

        assertThat(telegram.await(7, 0).json().path("reply_parameters").toString())
                .contains("\"message_id\":99999", "\"allow_sending_without_reply\":true");
    }

    @Test
    void a_picture_goes_with_the_text_under_it_and_into_the_right_topic() {
        Card card = Card.titled("Chart", town.clock.instant())
                .block(new Block.Picture(URI.create("data:image/png;base64," + PIXEL), "BABA over a year"))
                .paragraph("Up 6%")
                .block(new Block.Buttons(List.of(new Block.Button("Go", "/go"))))
                .build();

        send(new Envelope("key", new ChatId("telegram", "-1001:77"), card, Voice.english()));

        FakeTelegram.Sent sent = telegram.await(-1_001, 0);
        assertThat(sent.text()).isEqualTo("Chart\nUp 6%");
        assertThat(sent.json().path("_file").asText()).isEqualTo("picture.png");
        assertThat(sent.json().path("message_thread_id").asInt()).isEqualTo(77);
        assertThat(sent.data("Go")).isEqualTo("/go");
    }

    @Test
    void a_picture_that_telegram_refuses_is_shown_in_words() {
        telegram.fault("sendPhoto", Fault.refuse(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
        Card card = Card.titled("Chart", town.clock.instant())
                .block(new Block.Picture(URI.create("data:image/png;base64," + PIXEL), "BABA over a year"))
                .paragraph("Up 6%")
                .build();

        assertThat(send(new Envelope("key", ANN, card, Voice.english()))).isInstanceOf(Outcome.Sent.class);
        assertThat(telegram.await(7, 0).text()).contains("Up 6%");
    }

    @Test
    void a_file_that_replies_says_to_what() {
        Card card = Card.titled("Data", town.clock.instant())
                .block(new Block.Document("../\"data\".json", "application/json", "{}"))
                .build();

        send(new Envelope("key", ANN, card, Voice.english(), new Envelope.Follow("5", false), List.of(), false));

        FakeTelegram.Sent sent = telegram.await(7, 0);
        assertThat(sent.json().path("_file").asText()).isEqualTo("..__data_.json");
        assertThat(sent.json().path("reply_parameters").path("message_id").asInt())
                .isEqualTo(5);
    }

    @Test
    void no_chat_of_telegram_is_dead() {
        assertThat(send(new Envelope("key", new ChatId("telegram", "nonsense"), card("x"), Voice.english())))
                .isInstanceOf(Outcome.Dead.class);
    }

    @Test
    void a_sentence_nobody_knows_shows_its_key_and_does_not_cost_the_message() {
        Card card = Card.titled(Line.say("nowhere.known"), town.clock.instant()).build();

        assertThat(send(new Envelope("key", ANN, card, Voice.english()))).isInstanceOf(Outcome.Sent.class);
    }

    // ---- answers, which are tried again here

    @Test
    void a_dropped_connection_before_the_request_was_read_gives_exactly_one_answer() {
        town.open();
        telegram.fault("sendMessage", Fault.dropBefore());

        telegram.text(7, "/about");
        telegram.text(8, "/about");

        assertThat(telegram.sent(7))
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("Sent again"));
    }

    @Test
    void an_answer_that_may_have_arrived_is_sent_once_more_and_marked_and_then_given_up() {
        town.open();
        telegram.fault("sendMessage", Fault.dropAfter());
        telegram.fault("sendMessage", Fault.dropAfter());
        telegram.write(7, "/about");

        telegram.await(7, 1);
        telegram.text(8, "/about");
        Town.await(() -> town.inbox.open("telegram").isEmpty());

        assertThat(telegram.sent(7)).hasSize(2);
        assertThat(telegram.sent(7).get(0).text()).doesNotContain("Sent again");
        assertThat(telegram.sent(7).get(1).text()).contains("Sent again");
    }

    @Test
    void an_answer_waits_out_trouble_of_the_server() {
        town.open();
        telegram.fault("sendMessage", Fault.tooMany(1));
        telegram.fault("sendMessage", Fault.page(502));
        telegram.fault("sendMessage", Fault.refuse(500, "Internal Server Error"));

        assertThat(telegram.text(7, "/about").text()).contains("1.2.3").doesNotContain("Sent again");
        assertThat(telegram.sent(7)).hasSize(1);
    }
}
