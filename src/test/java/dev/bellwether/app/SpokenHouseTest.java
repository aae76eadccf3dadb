package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.ConfigException;
import dev.bellwether.app.config.ConfigLoader;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.Parameter;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot with sample data, spoken in each language. */
class SpokenHouseTest {
    @TempDir
    Path folder = Path.of("");

    private House open() throws IOException, ConfigException {
        Path settings = Files.writeString(folder.resolve("bot.yaml"), "data: data\n");
        Config config = new ConfigLoader(Map.of(), folder, folder).load(settings);
        return new House(config, InstantSource.fixed(Clocks.SAMPLE_START), House.Purpose.ASK);
    }

    private static Voice voice(Language language) {
        return new Voice(language, ZoneId.of("Asia/Shanghai"));
    }

    /** What a sentence that nobody worded looks like; links may hold the like. */
    private static String key() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(SpokenHouseTest.class.getResource("/dev/bellwether/words"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            String areas = files.map(file -> String.valueOf(file.getFileName()).replaceFirst("_.*", ""))
                    .distinct()
                    .collect(Collectors.joining("|"));
            return "(?<![\\w./-])(" + areas + ")\\.[a-z]";
        }
    }

    private static String read(House house, Language language, String text) {
        Ask ask = new Ask(new ChatId("test", "1"), "ann", text, Clocks.SAMPLE_START);
        Answer answer = house.registry().answer(ask);
        assertThat(answer.failed()).as(text).isFalse();
        return new CardText(voice(language), Paint.PLAIN).render(answer.card()).replace("bellwether.db", "");
    }

    @Test
    void every_example_of_every_command_is_worded_in_every_language()
            throws IOException, ConfigException, URISyntaxException {
        String key = key();
        try (House house = open()) {
            for (Command command : house.registry().commands()) {
                for (String example : command.spec().examples()) {
                    for (Language language : Language.values()) {
                        assertThat(read(house, language, example))
                                .as("%s in %s", example, language)
                                .doesNotContainPattern(key)
                                .doesNotContainPattern("\\{\\d}");
                    }
                }
            }
        }
    }

    @Test
    void what_fronts_register_is_short_enough_in_every_language() throws IOException, ConfigException {
        try (House house = open()) {
            for (Command command : house.registry().commands()) {
                for (Language language : Language.values()) {
                    CommandSpec spec = command.spec();
                    assertThat(voice(language).plain(spec.summary()))
                            .as("%s in %s", spec.name(), language)
                            .hasSizeBetween(1, 100);
                    for (Parameter parameter : spec.parameters()) {
                        assertThat(voice(language).plain(parameter.description()))
                                .as("%s of %s in %s", parameter.name(), spec.name(), language)
                                .hasSizeBetween(1, 100);
                    }
                }
            }
        }
    }

    @Test
    void the_state_of_the_bot_reads_as_germans_and_chinese_expect_it() throws IOException, ConfigException {
        try (House house = open()) {
            assertThat(read(house, Language.DE, "/status"))
                    .contains("Alles in Ordnung", "Beispieldaten", "läuft seit 0 Min.", "Speicher", "Kurse: sample")
                    .doesNotContain("version", "asked", "answered", "known");
            assertThat(read(house, Language.ZH, "/status"))
                    .contains("一切正常", "示例数据", "已运行 0分钟", "存储", "价格：sample")
                    .doesNotContain("version", "asked", "answered", "known");
        }
    }
}
