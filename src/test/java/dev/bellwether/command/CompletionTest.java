package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static final Parameter ONE = new Parameter("symbol", "one", new Parameter.Symbol(), 0, 1);
    private static final Parameter MANY = new Parameter("symbol", "some", new Parameter.Symbol(), 0, 5);
    private final Completion completion = new Completion(new Group().registry());

    private List<String> values(Parameter parameter, String typed) {
        return completion.offers(parameter, typed).stream()
                .map(Completion.Offer::value)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ba, BABA",
        "ali, BABA",
        "ALIBABA G, BABA",
        "group, BABA",
        "阿里, BABA",
        "9988, 9988.HK",
        "temu, PDD",
        "hold, PDD",
        "$jd, JD",
        "alibbaba, BABA",
        "İ, ''"
    })
    void the_best_comes_first(String typed, String best) {
        List<String> values = values(ONE, typed);
        assertThat(values.isEmpty() ? "" : values.getFirst()).isEqualTo(best);
    }

    @Test
    void a_symbol_goes_before_a_name() {
        assertThat(values(ONE, "b")).startsWith("BABA", "BIDU");
        assertThat(values(ONE, "")).startsWith("BABA", "BIDU", "PDD", "JD");
    }

    @Test
    void only_the_last_of_several_words_is_completed_and_the_others_stay() {
        assertThat(values(MANY, "JD PDD ali")).containsExactly("JD PDD BABA");
        assertThat(values(MANY, "JD,ali")).containsExactly("JD,BABA");
        assertThat(values(MANY, "JD ")).contains("JD BABA");
        assertThat(values(ONE, "JD ali")).isEmpty();
    }

    @Test
    void words_and_names_of_commands_and_days_are_completed() {
        Parameter choice = new Parameter("w", "w", new Parameter.Choice(List.of("add", "remove")), 1, 1);
        assertThat(values(choice, "R")).containsExactly("remove");
        assertThat(values(new Parameter("c", "c", new Parameter.CommandName(), 1, 1), "/ne"))
                .containsExactly("news");
        assertThat(values(new Parameter("d", "d", new Parameter.Day(), 1, 1), "Y"))
                .containsExactly("yesterday");
        assertThat(values(new Parameter("n", "n", new Parameter.Count(1, 3), 1, 1), "2"))
                .isEmpty();
        assertThat(values(new Parameter("r", "r", new Parameter.Rest(9), 1, 1), "x"))
                .isEmpty();
        assertThat(completion.commands("/ne", Voice.english()))
                .extracting(Completion.Offer::value)
                .contains("/news", "/quote");
    }

    @Test
    void there_are_never_more_than_fit_and_never_one_twice_and_it_is_quick() {
        Instruments many = new Instruments(IntStream.range(0, 5_000)
                .mapToObj(i -> new Instrument(
                        "A" + i,
                        "Alpha Number " + i,
                        List.of("Aleph " + i, "Alef " + i),
                        null,
                        List.of(Group.listing("A" + i, Exchange.NYSE, 1)),
                        List.of()))
                .toList());
        Completion large = new Completion(new CommandRegistry(new Symbols(many, false), Chats.inMemory(), true));
        for (String typed : List.of("", "a", "al", "number", "A4999", "zzzzzz", "alhpa numer 7", "x".repeat(6_000))) {
            List<Completion.Offer> offers = large.offers(ONE, typed);
            assertThat(offers).hasSizeLessThanOrEqualTo(25).doesNotHaveDuplicates();
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            large.offers(ONE, "al");
        }
        assertThat(Duration.ofNanos((System.nanoTime() - begin) / 20)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void a_rule_is_completed_as_it_is_typed_and_stays_what_was_typed() {
        Parameter rule = new Parameter("rule", "a rule", new Parameter.Rest(100, true), 0, 1);
        assertThat(values(rule, "")).contains("BABA");
        assertThat(values(rule, "BABA rs")).isNotEmpty().allMatch(offer -> offer.startsWith("BABA rs"));
        assertThat(values(rule, "group ba")).contains("group BABA");
        assertThat(values(rule, "BABA rsi < 30 ")).anyMatch(offer -> offer.startsWith("BABA rsi < 30 "));
        assertThat(values(new Parameter("text", "a text", new Parameter.Rest(100), 0, 1), "ba"))
                .isEmpty();
    }
}
