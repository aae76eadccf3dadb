package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.command.Group;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Being put out of a server and taken in again: what its chats have chosen is kept for thirty days. */
class DiscordServersTest {
    private final FakeDiscord discord = FakeDiscord.start();
    private DiscordBot bot = new DiscordBot(discord).up();

    @AfterEach
    void close() {
        bot.close();
        discord.close();
        assertThat(discord.violations()).isEmpty();
    }

    private void asked() {
        discord.slash("say", Map.of()).awaitAnswer();
        await().atMost(DiscordBot.LONGEST)
                .until(() -> bot.notes
                        .read("discord", "channels/" + FakeWorld.GUILD)
                        .equals(java.util.Optional.of(FakeWorld.CHANNEL)));
        assertThat(bot.chats.count()).isEqualTo(1);
    }

    private void awaitChats(long count) {
        await().atMost(DiscordBot.LONGEST).until(() -> bot.chats.count() == count);
    }

    @Test
    void put_out_of_a_server_its_chats_are_retired() {
        asked();
        discord.kick();
        awaitChats(0);
    }

    @Test
    void taken_in_again_they_are_in_use_again() {
        asked();
        discord.kick();
        awaitChats(0);
        bot.now.set(Group.NOW.plus(Duration.ofDays(29)));
        discord.invite();
        awaitChats(1);
    }

    @Test
    void after_thirty_days_coming_back_begins_anew() {
        asked();
        discord.kick();
        awaitChats(0);
        bot.now.set(Group.NOW.plus(Duration.ofDays(31)));
        discord.invite();
        await().atMost(DiscordBot.LONGEST)
                .until(() ->
                        bot.notes.read("discord", "channels/" + FakeWorld.GUILD).equals(java.util.Optional.of("")));
        assertThat(bot.chats.count()).isZero();
        asked();
    }

    @Test
    void put_out_while_it_was_not_running_is_noticed_at_the_next_start() {
        asked();
        bot.close();
        discord.world.inGuild = false;
        DiscordBot again = bot.again();
        again.chats.seen(DiscordBot.CHANNEL, Group.NOW);
        bot = again.up();
        awaitChats(0);
    }

    @Test
    void a_server_that_is_out_of_order_keeps_its_chats() {
        asked();
        discord.gateway.dispatch(
                "GUILD_DELETE", Json.object("id", FakeWorld.GUILD, "guild_id", FakeWorld.GUILD, "unavailable", true));
        discord.gateway.dispatch("GUILD_CREATE", discord.world.guild());
        discord.slash("say", Map.of()).awaitAnswer();
        assertThat(bot.chats.count()).isEqualTo(1);
    }

    @Test
    void a_deleted_channel_is_retired() {
        asked();
        discord.gateway.dispatch("CHANNEL_DELETE", FakeWorld.channel(FakeWorld.CHANNEL, FakeWorld.GUILD));
        awaitChats(0);
    }

    @Test
    void servers_that_only_the_asker_has_the_bot_in_are_not_in_the_book() {
        discord.slash(FakeDiscord.Person.ANN.at(FakeDiscord.Where.FOREIGN), "say", Map.of())
                .awaitAnswer();
        asked();
        assertThat(bot.notes.read("discord", "servers")).contains(FakeWorld.GUILD);
    }
}
