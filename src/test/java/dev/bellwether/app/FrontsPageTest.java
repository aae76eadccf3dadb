package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.app.config.ConfigLoader;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.talk.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/fronts.md} to the commands there are. */
class FrontsPageTest {
    @Test
    void every_command_has_a_row_that_says_who_sees_its_answers(@TempDir Path folder) throws Exception {
        List<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("docs/fronts.md"))) {
            rows = lines.filter(line -> line.startsWith("| `/")).toList();
        }
        InstantSource clock = InstantSource.fixed(Clocks.SAMPLE_START);
        try (House house = new House(new ConfigLoader(Map.of(), folder, folder).load(null), clock, House.Purpose.ASK)) {
            List<String> wanted = house.registry().commands().stream()
                    .map(Command::spec)
                    .filter(spec -> CommandRegistry.OWN_NAMES.contains(spec.name()))
                    .map(spec -> "| `/" + spec.name() + "` | "
                            + (spec.reach() == Answer.Reach.ASKER ? "who asked" : "the chat") + " |")
                    .toList();
            assertThat(wanted).hasSizeGreaterThan(10);
            assertThat(rows).hasSameSizeAs(wanted);
            assertThat(wanted).allMatch(beginning -> rows.stream().anyMatch(row -> row.startsWith(beginning)));
        }
    }
}
