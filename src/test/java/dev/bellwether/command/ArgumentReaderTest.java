package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.talk.English;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentReaderTest {
    private static final CommandSpec SPEC = new CommandSpec(
            "test",
            "A test",
            List.of(
                    new Parameter("what", "this or that", new Parameter.Choice(List.of("this", "that")), 1, 1),
                    new Parameter("symbol", "up to three symbols", new Parameter.Symbol(), 0, 3),
                    new Parameter("count", "a number", new Parameter.Count(-2, 7), 0, 1)),
            List.of("/test this"));

    private static Arguments read(String text) {
        return new ArgumentReader(SPEC, new Symbols(Group.instruments(), false)).read(text);
    }

    private static List<String> symbols(Arguments arguments) {
        return arguments.targets("symbol").stream()
                .map(target -> target.listing().symbol())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "this                    | this |              |    |",
                "THAT baba               | that | BABA         |    |",
                "this BABA 9988.hk 7     | this | BABA,9988.HK |  7 |",
                "-2 this JD              | this | JD           | -2 |",
                "this +0                 | this |              |  0 |",
                "this 0007               | this |              |  7 |",
                "this alibaba group jd   | this | BABA,JD      |    |",
                "this jd qqq 3           | this | JD           |  3 | qqq",
                "this group alibaba      | this | BABA         |    | group",
                "BABA this               | !\"BABA\" is not one of this, that. | | |",
                "this BABA JD PDD BIDU   | !/test takes at most 3 symbols at once; leave some out. | | |",
                "this 8                  | !The count must be from -2 to 7, not 8. | | |",
                "this -3                 | !The count must be from -2 to 7, not -3. | | |",
                "this 1 2                | !/test takes only one count; \"2\" is one too many. | | |",
                "''                      | !/test needs this or that. | | |",
                "5                       | !/test needs this or that. | | |",
                "tihs                    | !\"tihs\" is not one of this, that. Did you mean \"this\"? | | |"
            })
    void words_find_their_parameters(String typed, String what, String symbols, String count, String unknown) {
        if (what.startsWith("!")) {
            assertThatThrownBy(() -> read(typed)).isInstanceOf(Misused.class).hasMessage(what.substring(1));
            return;
        }
        Arguments arguments = read(typed);
        assertThat(arguments.word("what")).isEqualTo(what);
        assertThat(symbols(arguments)).isEqualTo(symbols == null ? List.of() : List.of(symbols.split(",", -1)));
        assertThat(arguments.count("count").isPresent()).isEqualTo(count != null);
        arguments.count("count").ifPresent(number -> assertThat(number).isEqualTo(Integer.parseInt(count)));
        assertThat(arguments.unknown()).isEqualTo(unknown == null ? List.of() : List.of(unknown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "this BABA here   | this | here | BABA | ",
                "HERE this JD     | this | here | JD   | ",
                "BABA JD here     |      | here | BABA,JD | ",
                "BABA hear        |      |      | BABA | hear",
                "thsi             |      |      |      | thsi",
                "here here        |      | here |      | here",
            })
    void the_words_of_a_choice_that_may_be_left_out_go_before_symbols(
            String typed, String what, String place, String symbols, String unknown) {
        CommandSpec spec = new CommandSpec(
                "test",
                "A test",
                List.of(
                        new Parameter("what", "this or that", new Parameter.Choice(List.of("this", "that")), 0, 1),
                        new Parameter("symbol", "up to three symbols", new Parameter.Symbol(), 0, 3),
                        new Parameter("place", "here", new Parameter.Choice(List.of("here")), 0, 1)),
                List.of("/test this"));
        Arguments arguments = new ArgumentReader(spec, new Symbols(Group.instruments(), false)).read(typed);
        assertThat(arguments.word("what")).isEqualTo(what == null ? "" : what);
        assertThat(arguments.word("place")).isEqualTo(place == null ? "" : place);
        assertThat(symbols(arguments)).isEqualTo(symbols == null ? List.of() : List.of(symbols.split(",", -1)));
        assertThat(arguments.unknown()).isEqualTo(unknown == null ? List.of() : List.of(unknown));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_typed_is_read_or_refused_with_a_sentence(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "this", "BABA", "7", "-", "+", "$", "$$", "%", "𝟗", "٣", "/", "阿里巴巴", "\ud800", "\0", "group", ","
        };
        for (int i = 0; i < 500; i++) {
            StringBuilder typed = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                typed.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            try {
                assertThat(read(typed.toString()).word("what")).isIn("this", "that");
            } catch (Misused e) {
                assertThat(English.of(e.say())).matches(".*[.?]").doesNotContain("\0");
            }
        }
    }
}
