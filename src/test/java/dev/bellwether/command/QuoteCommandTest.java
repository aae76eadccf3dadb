package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteCommandTest {
    private final Group group = new Group();

    private List<String> listings(String ask) {
        return Figures.each(group.ask(ask).card(), "instruments", "listing");
    }

    @ParameterizedTest
    @CsvSource({
        "BABA, BABA",
        "baba, BABA",
        "$BABA, BABA",
        "$baba, BABA",
        "US01609W1027, BABA",
        "us01609w1027, BABA",
        "alibaba, BABA",
        "ALIBABA, BABA",
        "Alibaba Group, BABA",
        "阿里巴巴, BABA",
        "pinduoduo, PDD",
        "pdd  holdings, PDD",
        "JD.com, JD",
        "9988.HK, 9988.HK",
        "9988.hk, 9988.HK",
        "AHLA.DE, AHLA.DE"
    })
    void an_instrument_is_found_by_whatever_it_is_called(String typed, String listing) {
        Answer answer = group.ask("/quote " + typed);
        assertThat(answer.failed()).isFalse();
        assertThat(Figures.value(answer.card(), "listing").toString()).contains("[text=" + listing + "]");
    }

    @Test
    void a_listing_is_shown_in_its_own_currency_beside_the_others() {
        String text = group.read("/quote 9988.HK");
        assertThat(text)
                .contains("HK$149.00")
                .contains("BABA     ")
                .contains("1/8 unit = HK$")
                .contains("AHLA.DE");
    }

    @Test
    void several_are_rows_of_a_table_in_the_order_typed() {
        assertThat(listings("/quote JD BABA BIDU")).containsExactly("JD", "BABA", "BIDU");
        Block.Table table =
                (Block.Table) group.ask("/quote JD BABA BIDU").card().blocks().getFirst();
        assertThat(table.rows()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/quote BABA,BIDU", "/quote BABA; BIDU", "/quote BABA\u3000BIDU", "/quote BABA\u00a0BIDU\n"})
    void symbols_may_be_parted_by_commas_and_odd_blanks(String typed) {
        assertThat(listings(typed)).containsExactly("BABA", "BIDU");
    }

    @Test
    void what_is_named_twice_is_shown_once() {
        assertThat(listings("/quote BABA baba JD alibaba JD")).containsExactly("BABA", "JD");
        assertThat(group.ask("/quote BABA $BABA")).isEqualTo(group.ask("/quote BABA"));
    }

    @Test
    void names_of_several_words_stand_among_symbols() {
        assertThat(listings("/quote JD Alibaba Group PDD Holdings")).containsExactly("JD", "BABA", "PDD");
    }

    @Test
    void an_unknown_one_among_known_ones_gets_a_sentence_and_the_others_their_rows() {
        Answer answer = group.ask("/quote BABA ZZZZ BIDUU");
        assertThat(answer.failed()).isFalse();
        assertThat(Figures.each(answer.card(), "instruments", "listing")).containsExactly("BABA");
        assertThat(Figures.words(answer, "problems"))
                .containsExactly(
                        "\"ZZZZ\" is not a symbol I know. Known here: BABA, BIDU, PDD, JD, 9988.HK, AHLA.DE.",
                        "\"BIDUU\" is not a symbol I know. Did you mean BIDU?");
    }

    @Test
    void only_unknown_ones_are_a_failure() {
        Answer answer = group.ask("/quote ZZZZ BABBA");
        assertThat(answer.failed()).isTrue();
        assertThat(answer.card().tone()).isEqualTo(Tone.ERROR);
        assertThat(Figures.items(answer.card(), "instruments")).isEmpty();
        assertThat(Group.text(answer)).contains("Did you mean BABA?");
    }

    @ParameterizedTest
    @CsvSource({"9988, 9988.HK", "BAAB, BABA", "alibab, BABA", "AHLA, AHLA.DE", "JDD, JD"})
    void a_slip_is_told_what_was_meant(String typed, String meant) {
        Answer answer = group.ask("/quote " + typed);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("\"" + typed + "\" is not a symbol I know. Did you mean " + meant);
    }

    @Test
    void ten_are_answered_and_eleven_are_too_many() {
        assertThat(group.ask("/quote BABA BIDU PDD JD 9988.HK AHLA.DE A1 A2 A3 A4")
                        .failed())
                .isFalse();
        Answer answer = group.ask("/quote BABA BIDU PDD JD 9988.HK AHLA.DE A1 A2 A3 A4 A5");
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("/quote takes at most 10 symbols at once; leave some out.");
    }

    @Test
    void without_a_symbol_it_says_what_to_type() {
        Answer answer = group.ask("/quote");
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer))
                .contains("/quote needs a symbol such as BABA, or several.")
                .contains("Type it like this: /quote <symbol ...>")
                .contains("For example /quote BABA");
    }

    @Test
    void hostile_symbols_are_said_back_short_and_harmless() {
        String text = group.read("/quote \u001b[31m" + "<b>".repeat(200) + " \u202eABAB");
        assertThat(text).contains("\"[31m<b><b>").contains("…\"").contains("\"ABAB\" is not a symbol");
        assertThat(text).doesNotContain("\u001b").doesNotContain("\u202e");
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    }
}
