package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.command.Group;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.deliver.InMemoryFrontNotes;
import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Outcome;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody asked for, on its way into channels and to people. */
class DiscordSenderTest {
    private static final FakeDiscord DISCORD = FakeDiscord.start();
    private static final DiscordBot BOT = new DiscordBot(DISCORD).up();
    private static final String POST = "/channels/\\d+/messages";
    private static int channels;

    /** A channel of its own for each test, so that none waits for another's bucket. */
    private final ChatId chat = new ChatId("discord", "30000000000000010" + (10 + channels++));

    private final Sender sender = BOT.front.sender();

    @AfterEach
    void nobody_was_called() {
        assertThat(DISCORD.pings()).isEmpty();
        DISCORD.world.refusals.clear();
        DISCORD.rest.faults.clear();
    }

    @AfterAll
    static void close() {
        BOT.close();
        DISCORD.close();
        assertThat(DISCORD.violations()).isEmpty();
    }

    private Envelope envelope(Card card) {
        return new Envelope("alert 1", chat, card, Voice.english());
    }

    private Outcome send(Envelope envelope) {
        return sender.send(envelope, Sender.Progress.unrecorded());
    }

    private Outcome send() {
        return send(envelope(DiscordBot.card("an alert")));
    }

    private List<FakeMessage> standing() {
        return DISCORD.messages().stream()
                .filter(message -> message.channel().equals(chat.id()))
                .toList();
    }

    @Test
    void an_alert_stands_in_its_channel_with_a_head_that_a_phone_shows_unopened() {
        Card card = Card.titled("BABA * breaks out", Group.NOW)
                .tone(Tone.UP)
                .paragraph("above 180")
                .build();
        Outcome outcome = send(envelope(card));
        assertThat(standing()).singleElement().satisfies(message -> {
            assertThat(outcome).isEqualTo(new Outcome.Sent(List.of(message.id())));
            assertThat(message.content()).isEqualTo("**▲ BABA \\* breaks out**");
            assertThat(message.text()).contains("above 180");
        });
        assertThat(sender.front()).isEqualTo("discord");
    }

    @Test
    void a_message_sent_again_after_a_crash_is_still_one_message() {
        Outcome first = send();
        Outcome second = send();
        assertThat(second).isEqualTo(first);
        assertThat(standing()).hasSize(1);
    }

    @Test
    void another_alert_with_the_same_text_is_another_message() {
        send();
        send(new Envelope("alert 2", chat, DiscordBot.card("an alert"), Voice.english()));
        assertThat(standing()).hasSize(2);
    }

    @Test
    void a_connection_that_drops_may_have_sent_it_and_the_next_try_makes_it_no_second_one() {
        DISCORD.fail("POST", POST, 1, new FakeRest.DoneAndCut());
        long before = DISCORD.calls("POST", POST);
        assertThat(send())
                .isInstanceOfSatisfying(
                        Outcome.Retry.class,
                        retry -> assertThat(retry.perhaps()).isTrue());
        assertThat(DISCORD.calls("POST", POST)).isEqualTo(before + 1);
        assertThat(send()).isInstanceOf(Outcome.Sent.class);
        assertThat(standing()).hasSize(1);
    }

    @Test
    void delivery_is_told_that_repeats_do_no_harm() {
        assertThat(sender.recognisesRepeats()).isTrue();
    }

    private static Card longCard() {
        Card.Builder card = Card.titled("Long", Group.NOW);
        for (int i = 0; i < 120; i++) {
            card.paragraph("number " + i + " " + "with words behind it ".repeat(4));
        }
        return card.build();
    }

    /** Tells what was told. */
    private static final class Kept implements Sender.Progress {
        final List<String> told = new ArrayList<>();

        @Override
        public void sending(int part) {
            told.add("sending " + part);
        }

        @Override
        public void sent(int part, String message) {
            told.add("sent " + part);
        }
    }

    @Test
    void a_long_card_is_told_of_part_by_part_and_goes_on_where_it_stopped() {
        DISCORD.fail("POST", POST, 0, new FakeRest.Cut());
        Kept kept = new Kept();
        Outcome.Sent all = (Outcome.Sent) sender.send(envelope(longCard()), kept);
        assertThat(all.messages()).hasSizeGreaterThan(2);
        assertThat(kept.told).startsWith("sending 0", "sent 0", "sending 1", "sent 1");
        Envelope rest = new Envelope(
                "alert 1",
                chat,
                longCard(),
                Voice.english(),
                null,
                all.messages().subList(0, 1),
                false);
        Kept again = new Kept();
        assertThat(sender.send(rest, again)).isEqualTo(all);
        assertThat(again.told).startsWith("sending 1", "sent 1").doesNotContain("sending 0");
        assertThat(standing()).hasSize(all.messages().size());
    }

    @ParameterizedTest
    @CsvSource({
        "404, 10003, Unknown Channel, DELETED",
        "404, 10004, Unknown Guild, DELETED",
        "403, 50001, Missing Access, KICKED",
        "403, 50013, Missing Permissions, NO_PERMISSION",
        "403, 50007, Cannot send messages to this user, BLOCKED",
        "403, 50278, Cannot send messages to this user due to having no mutual guilds, BLOCKED"
    })
    void a_chat_that_is_gone_is_given_up_with_the_reason(int status, int code, String words, Outcome.Reason reason) {
        DISCORD.world.refusals.put(chat.id(), new FakeWorld.Refusal(status, code, words));
        assertThat(send()).isInstanceOfSatisfying(Outcome.Dead.class, dead -> {
            assertThat(dead.reason()).isEqualTo(reason);
            assertThat(dead.why()).contains(Integer.toString(code));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 530})
    void a_broken_discord_is_tried_again_later(int status) {
        DISCORD.fail("POST", POST, 10, FakeDiscord.page(status));
        assertThat(send())
                .isInstanceOfSatisfying(
                        Outcome.Retry.class, retry -> assertThat(retry.why()).isNotBlank());
        assertThat(standing()).isEmpty();
    }

    @Test
    void a_refusal_without_a_code_of_discords_does_not_blame_the_chat() {
        DISCORD.fail("POST", POST, 1, FakeDiscord.page(403));
        assertThat(send()).isInstanceOf(Outcome.Retry.class);
        DISCORD.fail("POST", POST, 1, FakeDiscord.error(401, 0, "401: Unauthorized"));
        assertThat(send()).isInstanceOf(Outcome.Retry.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void too_fast_is_told_with_how_long_to_wait(boolean global) {
        DISCORD.fail("POST", POST, 1, FakeDiscord.tooFast(global));
        assertThat(send()).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
            assertThat(retry.after()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(5));
            assertThat(retry.perhaps()).isFalse();
        });
        assertThat(send()).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void what_is_refused_as_an_embed_is_sent_as_text_and_what_is_refused_as_text_is_refused() {
        DISCORD.fail("POST", POST, 1, FakeDiscord.error(400, 50_035, "Invalid Form Body"));
        assertThat(send()).isInstanceOf(Outcome.Sent.class);
        assertThat(standing())
                .singleElement()
                .satisfies(message -> assertThat(message.content()).contains("an alert"));
        DISCORD.fail("POST", POST, 2, FakeDiscord.error(400, 50_035, "Invalid Form Body"));
        assertThat(send(new Envelope("alert 3", chat, DiscordBot.card("again"), Voice.english())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains("50035"));
    }

    private Outcome follow(String message, boolean edit, @Nullable String text) {
        return send(new Envelope(
                "follow " + edit + text,
                chat,
                DiscordBot.card(text == null ? "" : text),
                Voice.english(),
                new Envelope.Follow(message, edit),
                List.of(),
                false));
    }

    @Test
    void an_edit_takes_the_place_of_the_earlier_message_and_keeps_nothing_of_it() {
        Card first = Card.titled("First", Group.NOW)
                .block(new Block.Buttons(List.of(new Block.Button("News", "/news"))))
                .block(new Block.Document("a.json", "application/json", "{}"))
                .build();
        String id = ((Outcome.Sent) send(envelope(first))).messages().getFirst();
        assertThat(follow(id, true, "second")).isEqualTo(new Outcome.Sent(List.of(id)));
        assertThat(standing()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("second").doesNotContain("First");
            assertThat(message.controls()).isEmpty();
            assertThat(message.files()).isEmpty();
        });
    }

    @Test
    void an_edit_of_a_deleted_message_becomes_a_new_one() {
        assertThat(follow("7999999999999999999", true, "anew")).isInstanceOf(Outcome.Sent.class);
        assertThat(standing()).hasSize(1);
    }

    @Test
    void a_reply_names_what_it_replies_to_and_stands_even_if_that_is_gone() {
        assertThat(follow("7999999999999999998", false, "reply")).isInstanceOf(Outcome.Sent.class);
        var reference = DISCORD.rest.calls.getLast().body().path("message_reference");
        assertThat(reference.path("message_id").asText()).isEqualTo("7999999999999999998");
        assertThat(reference.path("fail_if_not_exists").asBoolean(true)).isFalse();
    }

    @Test
    void a_person_is_written_to_in_direct_messages() {
        ChatId person = new ChatId("discord", "user:" + FakeWorld.ANN);
        Outcome outcome = send(new Envelope("to ann", person, DiscordBot.card("for you"), Voice.english()));
        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        assertThat(DISCORD.messages())
                .filteredOn(message -> message.channel().equals(FakeWorld.DIRECT))
                .isNotEmpty();
        DISCORD.world.refusals.put(FakeWorld.ANN, new FakeWorld.Refusal(403, 50_278, "no mutual guilds"));
        assertThat(send(new Envelope("to ann again", person, DiscordBot.card("for you"), Voice.english())))
                .isInstanceOf(Outcome.Dead.class);
    }

    @Test
    void files_and_pictures_go_along() {
        Card card = Card.titled("Files", Group.NOW)
                .paragraph(Line.of("see below"))
                .block(new Block.Document("export.json", "application/json", "{\"a\":1}"))
                .block(new Block.Picture(java.net.URI.create("data:image/png;base64,iVBORw0KGgo="), "a chart"))
                .build();
        assertThat(send(envelope(card))).isInstanceOf(Outcome.Sent.class);
        assertThat(standing().getLast().files()).containsExactlyInAnyOrder("export.json", "picture2.png");
    }

    @Test
    void while_there_is_no_connection_it_is_to_be_tried_later() {
        try (DiscordBot off =
                new DiscordBot(DISCORD, DISCORD.settings(), new InMemoryButtonStore(), new InMemoryFrontNotes())) {
            assertThat(off.front.sender().send(envelope(DiscordBot.card("x")), Sender.Progress.unrecorded()))
                    .isInstanceOfSatisfying(
                            Outcome.Retry.class,
                            retry -> assertThat(retry.perhaps()).isFalse());
        }
    }

    @Test
    void where_embeds_are_not_allowed_it_is_sent_as_text() {
        try (FakeDiscord strict = FakeDiscord.start()) {
            strict.world.everyone = FakeWorld.USUAL & ~(1L << 14);
            try (DiscordBot bot = new DiscordBot(strict).up()) {
                Envelope envelope =
                        new Envelope("text", DiscordBot.CHANNEL, DiscordBot.card("as text"), Voice.english());
                assertThat(bot.front.sender().send(envelope, Sender.Progress.unrecorded()))
                        .isInstanceOf(Outcome.Sent.class);
                assertThat(strict.messages().getLast().content()).contains("as text");
            }
        }
    }
}
