package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.command.Group;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code $BABA} in what people write to each other on Telegram. */
class CashtagsOnTelegramTest {
    private final Town town = new Town();
    private final FakeTelegram telegram = town.telegram;

    @AfterEach
    void close() {
        town.noViolations();
        town.close();
    }

    private void switchOn() {
        ChatId group = new Place(Town.GROUP, null).id();
        town.chats.change(group, ChatSettings.NONE.withCashtags(true), Group.NOW);
    }

    /** All that was sent, once a command that was written last is answered. */
    private List<FakeTelegram.Sent> sent() {
        telegram.write(Town.GROUP, "/about@" + FakeTelegram.BOT);
        Town.await(() ->
                telegram.sent(Town.GROUP).stream().anyMatch(sent -> sent.text().contains("1.2.3")));
        return telegram.sent(Town.GROUP).stream()
                .filter(sent -> !sent.text().contains("1.2.3"))
                .toList();
    }

    @Test
    void a_message_that_tags_an_instrument_is_answered_where_that_is_switched_on() {
        switchOn();
        town.open();
        int message = telegram.write(Town.GROUP, "is $BABA a bargain?");
        Town.await(() -> !telegram.sent(Town.GROUP).isEmpty());
        assertThat(telegram.sent(Town.GROUP)).singleElement().satisfies(sent -> {
            assertThat(sent.text()).contains("Alibaba Group", "BABA", "on the day");
            assertThat(sent.json().toString()).contains("\"message_id\":" + message);
        });
    }

    @Test
    void it_is_off_until_somebody_switches_it_on() {
        town.open();
        telegram.write(Town.GROUP, "is $BABA a bargain?");
        assertThat(sent()).isEmpty();
    }

    @Test
    void bots_are_never_answered_and_nothing_unknown_is() {
        switchOn();
        town.open();
        ObjectNode byBot = telegram.message(Town.GROUP, 9, "$BABA up");
        ((ObjectNode) byBot.get("from")).put("is_bot", true);
        telegram.write(byBot);
        ObjectNode through = telegram.message(Town.GROUP, 7, "$BABA up");
        through.putObject("via_bot").put("id", 9).put("is_bot", true);
        telegram.write(through);
        telegram.write(Town.GROUP, "$HOME is $100");
        assertThat(sent()).isEmpty();
    }

    @Test
    void a_chat_that_talks_of_nothing_else_does_not_drown_in_cards() {
        switchOn();
        town.open();
        for (int i = 0; i < 20; i++) {
            telegram.write(Town.GROUP, "$BABA " + i);
        }
        Town.await(() -> telegram.sent(Town.GROUP).size() >= 2);
        assertThat(sent()).hasSizeBetween(2, 4).allMatch(sent -> sent.text().contains("BABA"));
    }
}
