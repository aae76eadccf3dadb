package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class LogsTest {
    @ParameterizedTest
    @CsvSource({
        "POST https://api.example/bot123456789:AAF-abcdefghijklmnopqrstuvwxyz012345/getMe,POST https://api.example/bot***/getMe",
        "jdbc:postgresql://host/db?user=u&password=hunter2&ssl=true,jdbc:postgresql://host/db?user=u&password=***&ssl=true",
        "https://user:hunter2@host/feed,https://***@host/feed",
        "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAx.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB,***",
        "GET https://api.telegram.org/file/bot123456789:AAF-abcdefghijklmnopqrstuvwxyz012345/photos/1.jpg,GET https://api.telegram.org/file/bot***/photos/1.jpg",
        "Authorization: Bot MTIzNDU2Nzg5MDEyMzQ1Njc4OTAx.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB,Authorization: Bot ***",
        "POST /api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1/messages/@original,POST /api/v10/webhooks/123456789012345678/***/messages/@original",
        "POST /api/v10/interactions/123456789012345678/aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1/callback,POST /api/v10/interactions/123456789012345678/***/callback",
        "X-Telegram-Bot-Api-Secret-Token: s3cret_-Word,X-Telegram-Bot-Api-Secret-Token: ***",
        "BotSession{token=123456789:AAF-abcdefghijklmnopqrstuvwxyz012345},BotSession{token=***}",
        "/api/v10/channels/123456789012345678/messages,/api/v10/channels/123456789012345678/messages",
        "12:34 closed 1234567 shares at 2026-01-02T22:00:00Z,12:34 closed 1234567 shares at 2026-01-02T22:00:00Z",
    })
    void a_secret_is_masked_wherever_it_stands_and_nothing_else(String line, String masked) {
        assertThat(Logs.masked(line)).isEqualTo(masked);
    }

    @Test
    void what_the_clients_of_the_platforms_log_is_masked_too(@TempDir Path data) throws Exception {
        Logs.toFile(data);
        try {
            LoggerFactory.getLogger("net.dv8tion.jda.api.requests")
                    .warn(
                            "Authorization: {}",
                            "Bot MTIzNDU2Nzg5MDEyMzQ1Njc4OTAx.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB");
            LoggerFactory.getLogger("org.telegram.telegrambots")
                    .error(
                            "Error polling",
                            new IllegalStateException(
                                    "https://api.telegram.org/bot123456789:AAF-abcdefghijklmnopqrstuvwxyz012345/getUpdates"));
            assertThat(Files.readString(data.resolve("log/bellwether.log")))
                    .contains("Authorization: Bot ***")
                    .contains("https://api.telegram.org/bot***/getUpdates")
                    .doesNotContain("GabcDE")
                    .doesNotContain("AAF-");
        } finally {
            Logs.toStandardError();
        }
    }

    @Test
    void what_is_logged_reaches_the_file_without_its_secrets(@TempDir Path data) throws Exception {
        Logs.toFile(data);
        try {
            LoggerFactory.getLogger("dev.bellwether.test")
                    .error("failed at {}", "x", new IllegalStateException("https://user:hunter2@host/feed"));
            assertThat(Files.readString(data.resolve("log/bellwether.log")))
                    .contains("ERROR")
                    .contains("failed at x")
                    .contains("https://***@host/feed")
                    .doesNotContain("hunter2");
        } finally {
            Logs.toStandardError();
        }
    }
}
