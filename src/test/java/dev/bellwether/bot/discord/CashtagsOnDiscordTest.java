package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.command.Group;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.deliver.InMemoryFrontNotes;
import dev.bellwether.talk.ChatSettings;
import java.util.Map;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code $BABA} in what people write to each other on Discord. */
class CashtagsOnDiscordTest {
    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordBot bot = new DiscordBot(
            discord,
            new DiscordSettings(FakeDiscord.TOKEN, discord.restAddress(), discord.gatewayAddress(), null, true),
            new InMemoryButtonStore(),
            new InMemoryFrontNotes());

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    private void switchOn() {
        bot.chats.change(DiscordBot.CHANNEL, ChatSettings.NONE.withCashtags(true), Group.NOW);
    }

    private void awaitMessages(int number) {
        await().atMost(DiscordBot.LONGEST)
                .untilAsserted(() -> assertThat(discord.messages()).hasSize(number));
    }

    @Test
    void a_message_that_tags_an_instrument_is_answered_below_it() {
        switchOn();
        bot.up();
        assertThat(GatewayIntent.getIntents(discord.intents()))
                .contains(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT);
        String message = discord.write(FakeWorld.person(FakeWorld.ANN, "Ann"), "is $BABA a bargain?");
        awaitMessages(1);
        FakeMessage answer = discord.messages().getFirst();
        assertThat(answer.text()).contains("Alibaba Group", "BABA", "on the day");
        assertThat(discord.rest
                        .calls
                        .getLast()
                        .body()
                        .at("/message_reference/message_id")
                        .asText())
                .isEqualTo(message);
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void what_is_off_written_by_bots_or_unknown_is_not_answered() {
        bot.up();
        discord.write(FakeWorld.person(FakeWorld.ANN, "Ann"), "$BABA while it is off");
        discord.slash("about", Map.of());
        awaitMessages(1);
        switchOn();
        discord.write(FakeWorld.bot(), "$BABA says the bot");
        discord.write(FakeWorld.person("99", "Other").put("bot", true), "$BABA says another");
        discord.write(FakeWorld.person(FakeWorld.ANN, "Ann"), "$HOME is $100");
        discord.slash("about", Map.of());
        awaitMessages(2);
        assertThat(discord.messages()).noneMatch(message -> message.text().contains("Alibaba"));
    }

    @Test
    void a_bot_that_is_not_allowed_to_asks_for_no_messages() {
        try (FakeDiscord other = FakeDiscord.start();
                DiscordBot plain = new DiscordBot(other)) {
            plain.up();
            assertThat(GatewayIntent.getIntents(other.intents()))
                    .doesNotContain(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT);
        }
    }
}
