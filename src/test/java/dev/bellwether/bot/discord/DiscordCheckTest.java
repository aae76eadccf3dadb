package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code ./bot check} says of Discord. */
class DiscordCheckTest {
    private final FakeDiscord discord = FakeDiscord.start();

    @AfterEach
    void close() {
        discord.close();
    }

    private List<StatusPart> check(int commands) {
        return new DiscordCheck(discord.settings()).parts(commands);
    }

    @Test
    void it_names_the_bot_the_commands_and_the_servers() {
        assertThat(check(0)).extracting(StatusPart::state).containsOnly(StatusPart.State.OK);
        assertThat(check(0))
                .extracting(part -> Voice.english().plain(part.text()))
                .containsExactly("the token is valid; the bot is called Bellwether", "0 registered", "in 1");
    }

    @Test
    void commands_that_are_not_registered_yet_are_told() {
        assertThat(check(7))
                .filteredOn(part -> part.state() == StatusPart.State.TROUBLE)
                .singleElement()
                .satisfies(
                        part -> assertThat(Voice.english().plain(part.text())).contains("0 of 7"));
    }

    @Test
    void missing_permissions_are_told_with_their_server() {
        discord.world.everyone = FakeWorld.USUAL & ~(1L << 14) & ~(1L << 15);
        assertThat(check(0))
                .filteredOn(part -> part.state() == StatusPart.State.TROUBLE)
                .singleElement()
                .satisfies(part -> {
                    assertThat(Voice.english().plain(part.name())).contains("Investors");
                    assertThat(Voice.english().plain(part.text()))
                            .contains("Embed Links", "Attach Files")
                            .doesNotContain("Send Messages,");
                });
    }

    @Test
    void an_administrator_lacks_nothing() {
        discord.world.everyone = 8;
        assertThat(check(0)).extracting(StatusPart::state).containsOnly(StatusPart.State.OK);
    }

    @Test
    void a_bot_in_no_server_is_told_to_be_invited() {
        discord.world.inGuild = false;
        assertThat(check(0))
                .extracting(part -> Voice.english().plain(part.text()))
                .anyMatch(text -> text.contains("invite"));
    }

    @Test
    void a_wrong_token_is_down_with_what_to_do() {
        DiscordSettings wrong = new DiscordSettings("wrong", discord.restAddress(), null, null);
        assertThat(new DiscordCheck(wrong).parts(1)).singleElement().satisfies(part -> {
            assertThat(part.state()).isEqualTo(StatusPart.State.DOWN);
            assertThat(Voice.english().plain(part.text())).contains("Reset Token");
        });
        DiscordSettings odd = new DiscordSettings("not\na token", discord.restAddress(), null, null);
        assertThat(new DiscordCheck(odd).parts(1)).extracting(StatusPart::state).containsOnly(StatusPart.State.DOWN);
    }

    @Test
    void a_discord_that_is_away_or_broken_is_told_as_such() {
        DiscordSettings nowhere = new DiscordSettings("t", URI.create("http://127.0.0.1:9/"), null, null);
        assertThat(new DiscordCheck(nowhere).parts(1))
                .singleElement()
                .satisfies(
                        part -> assertThat(Voice.english().plain(part.text())).contains("can't be reached"));
        discord.fail("GET", ".*", 1, FakeDiscord.page(502));
        assertThat(check(1))
                .singleElement()
                .satisfies(part -> assertThat(part.state()).isEqualTo(StatusPart.State.TROUBLE));
        discord.fail("GET", ".*/guilds", 1, FakeDiscord.page(200));
        assertThat(check(0)).hasSize(3);
    }
}
