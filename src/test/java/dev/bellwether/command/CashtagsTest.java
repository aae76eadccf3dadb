package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashtagsTest {
    private final Group group = new Group();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what about $BABA today?|$BABA",
                "$baba, $JD and $baba again|$BABA $JD",
                "($9988.HK)|$9988.HK",
                "$BABA.|$BABA",
                "$BABA/$JD|$BABA",
                "look: \"$BIDU\"|$BIDU",
                "$BABA $JD $BIDU $PDD|$BABA $JD $BIDU",
            })
    void symbols_that_the_group_follows_are_a_question(String text, String question) {
        assertThat(group.registry().tagged(text)).contains(question);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BABA",
                "$100",
                "$HOME",
                "$AAPL",
                "$Alibaba",
                "US$BABA",
                "$$BABA",
                "$BABA_X",
                "$BABAX",
                "https://x.example/$BABA",
                "''",
            })
    void what_is_none_is_nobodys_question(String text) {
        assertThat(group.registry().tagged(text)).isEmpty();
    }

    @Test
    void a_text_of_any_length_costs_little() {
        assertThat(group.registry().tagged("$BAB".repeat(1_000_000))).isEmpty();
        assertThat(group.registry().tagged("x".repeat(5_000) + " $BABA")).isEmpty();
    }

    @Test
    void the_answer_is_small_and_has_its_source() {
        Answer answer = group.ask("$BABA $JD");
        assertThat(answer.failed()).isFalse();
        assertThat(Group.plain(answer.card().title())).isEqualTo("Alibaba Group, JD.com");
        assertThat(answer.card().blocks()).hasSize(3);
        assertThat(answer.card().sources()).isNotEmpty();
        assertThat(Group.text(answer)).contains("BABA  $", "JD  $", "on the day");
    }

    @Test
    void what_is_no_tag_is_still_no_command() {
        assertThat(Group.text(group.ask("$HOME"))).contains("There is no command");
    }
}
