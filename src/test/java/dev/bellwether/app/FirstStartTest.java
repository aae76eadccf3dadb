package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.ConfigLoader;
import dev.bellwether.deliver.FrontNotes;
import dev.bellwether.deliver.InMemoryFrontNotes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir
    Path home = Path.of("");

    private final FrontNotes notes = new InMemoryFrontNotes();
    private final AtomicInteger waited = new AtomicInteger();

    private String start(Map<String, String> environment) throws Exception {
        Config config = new ConfigLoader(environment, home, home).load(null);
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        new FirstStart(config, notes).explain(new PrintStream(shown, true, StandardCharsets.UTF_8), () -> {
            waited.incrementAndGet();
            return null;
        });
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void who_has_no_token_is_told_in_three_lines_each_how_to_get_one_and_goes_on_with_sample_data() throws Exception {
        String shown = start(Map.of());
        assertThat(shown.lines().filter(line -> line.matches("(Discord|Telegram| +) *[123]\\. .*")))
                .hasSize(6)
                .allMatch(line -> line.length() <= 120);
        assertThat(shown)
                .contains("BELLWETHER_DISCORD_TOKEN=")
                .contains("BELLWETHER_TELEGRAM_TOKEN=")
                .contains("@BotFather")
                .contains("Press Enter to go on with sample data");
        assertThat(waited).hasValue(1);
    }

    @Test
    void it_is_said_the_first_time_only() throws Exception {
        start(Map.of());
        assertThat(start(Map.of())).isEmpty();
        assertThat(waited).hasValue(1);
    }

    @Test
    void who_has_a_token_is_told_nothing() throws Exception {
        assertThat(start(Map.of("BELLWETHER_TELEGRAM_TOKEN", "1:a"))).isEmpty();
        assertThat(start(Map.of("BELLWETHER_DISCORD_TOKEN", "abc"))).isEmpty();
        assertThat(waited).hasValue(0);
    }

    @Test
    void who_has_live_data_goes_on_with_them() throws Exception {
        assertThat(start(Map.of("BELLWETHER_MODE", "live"))).contains("Press Enter to go on in this terminal alone.");
    }
}
