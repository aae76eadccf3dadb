package dev.bellwether.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.command.Group;
import dev.bellwether.talk.Voice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {
    @TempDir
    private Path folder = Path.of("");

    private final Group group = new Group();

    private Path history() {
        return folder.resolve("history");
    }

    private static Terminal terminal(String typed, ByteArrayOutputStream shown) throws IOException {
        byte[] keys = typed.getBytes(StandardCharsets.UTF_8);
        return new DumbTerminal("test", "dumb", new ByteArrayInputStream(keys), shown, StandardCharsets.UTF_8);
    }

    /** What a person sees who types this and then closes the terminal. */
    private String type(String typed) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (Terminal terminal = terminal(typed, shown)) {
            CardText text = new CardText(Voice.english(), Paint.PLAIN);
            new Prompt(group.registry(), () -> text, () -> Group.NOW, history()).run(terminal);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quote BABA\n", "quote BABA\n", "  baba  \n", "/BABA\n", "quote 阿里巴巴\n"})
    void what_is_asked_is_answered_with_or_without_the_slash(String typed) throws IOException {
        assertThat(type(typed))
                .contains("bellwether> ")
                .contains("▲ BABA · Alibaba Group  [sample data]")
                .contains("$152.40");
    }

    @Test
    void it_asks_again_after_each_answer_and_after_a_mistake() throws IOException {
        String shown = type("/nwes\n/about\n");
        assertThat(shown).containsSubsequence("Did you mean /news?", "Bellwether 1.2.3");
        assertThat(shown.split("bellwether> ", -1)).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "quit", " exit ", "/exit", "/quit", "EXIT"})
    void exit_leaves(String word) throws IOException {
        assertThat(type(word + "\n/about\n")).doesNotContain("1.2.3").doesNotContain("There is no command");
    }

    @Test
    void control_d_leaves() throws IOException {
        assertThat(type("\u0004/about\n")).doesNotContain("1.2.3");
    }

    @Test
    void an_empty_line_is_no_mistake() throws IOException {
        assertThat(type("\n   \n/about\n"))
                .doesNotContain("There was no command")
                .contains("Bellwether 1.2.3");
    }

    @Test
    void quotes_and_exclamation_marks_are_text() throws IOException {
        assertThat(type("/quote \"BABA\n/quote BABA!!\n/about\n"))
                .contains("\"\"BABA\" is not a symbol")
                .contains("\"BABA!!\" is not a symbol")
                .contains("Bellwether 1.2.3");
    }

    @Test
    void what_was_typed_is_kept_for_the_next_time() throws IOException {
        type("/about\n");
        type("/quote JD\n");
        assertThat(Files.readString(history())).containsSubsequence("/about", "/quote JD");
    }

    @Test
    void a_history_that_can_not_be_kept_costs_no_answer() throws IOException {
        Files.createDirectory(history());
        assertThat(type("/about\n")).contains("Bellwether 1.2.3");
    }

    @Test
    void a_history_that_is_no_text_is_left_alone_and_costs_no_answer() throws IOException {
        byte[] damaged = {'/', 'a', (byte) 0xff, (byte) 0xfe, '\n'};
        Files.write(history(), damaged);
        assertThat(type("/about\n")).contains("Bellwether 1.2.3");
        assertThat(Files.readAllBytes(history())).isEqualTo(damaged);
    }

    private List<String> offers(String line) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        try (Terminal terminal = terminal("", new ByteArrayOutputStream())) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
            new CommandCompleter(group.registry())
                    .complete(
                            reader,
                            new DefaultParser().parse(line, line.length(), Parser.ParseContext.COMPLETE),
                            candidates);
        }
        return candidates.stream().map(Candidate::value).toList();
    }

    @ParameterizedTest
    @CsvSource({"'', /quote", "/, /quote", "/qu, /quote", "qu, quote", "'', /baba", "b, baba"})
    void the_first_word_is_completed_to_commands(String line, String offer) throws IOException {
        assertThat(offers(line)).contains(offer).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "'/quote ', 9988.HK",
        "quote B, BABA",
        "'/QUOTE BABA ', JD",
        "'/watch ', remove",
        "'/watch add ', PDD",
        "'/help ', news",
        "'/alert ba', BABA",
        "'/alert BABA golden', golden cross",
        "'/alerts pau', pause"
    })
    void other_words_are_completed_to_what_the_command_takes(String line, String offer) throws IOException {
        assertThat(offers(line)).contains(offer).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/about ", "/nonsense ", "/baba x"})
    void where_nothing_fits_nothing_is_offered(String line) throws IOException {
        assertThat(offers(line)).isEmpty();
    }
}
