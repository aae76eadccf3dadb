package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The yardstick of the benchmark does what it says, through the same fake. */
class EchoBotTest {
    @Test
    void it_says_what_it_was_told() {
        try (FakeDiscord discord = FakeDiscord.start();
                EchoBot echo = new EchoBot(discord)) {
            await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.identifies.get() == 1);
            assertThat(echo).isNotNull();
            await().atMost(DiscordBot.LONGEST).until(() -> discord.isListening());
            assertThat(discord.slash("echo", Map.of("text", "hello"))
                            .awaitAnswer()
                            .content())
                    .isEqualTo("hello");
        }
    }
}
