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
        "12:34 closed 1234567 shares at 2026-01-02T22:00:00Z,12:34 closed 1234567 shares at 2026-01-02T22:00:00Z",
    })
    void a_secret_is_masked_wherever_it_stands_and_nothing_else(String line, String masked) {
        assertThat(Logs.masked(line)).isEqualTo(masked);
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
