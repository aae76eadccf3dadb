package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsTest {
    private final Symbols known = new Symbols(Group.instruments(), false);
    private final Symbols any = new Symbols(Group.instruments(), true);

    @ParameterizedTest
    @CsvSource({
        "BAAB, BABA",
        "$baaba, BABA",
        "BAB, BABA",
        "alibbaba, BABA",
        "Pinduodou, PDD",
        "9988, 9988.HK",
        "9988HK, 9988.HK",
        "BIDO, BIDU"
    })
    void the_nearest_comes_first(String typed, String symbol) {
        assertThat(known.near(typed)).first().isEqualTo(symbol);
    }

    @Test
    void there_are_at_most_three_and_none_twice() {
        assertThat(known.near("alibaba grup")).containsExactly("BABA");
        for (String typed : List.of("", "$", "A", "JD", "B", "x".repeat(500))) {
            assertThat(known.near(typed)).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
        }
        assertThat(known.near("QWERTY")).isEmpty();
    }

    @Test
    void completion_offers_instruments_first_and_then_their_other_listings() {
        assertThat(known.all()).containsExactly("BABA", "BIDU", "PDD", "JD", "9988.HK", "AHLA.DE");
    }

    @ParameterizedTest
    @CsvSource({"AAPL, USD", "$aapl, USD", "0700.HK, HKD", "SAP.DE, EUR", "VOD.L, GBX", "^GSPC, USD", "BRK-B, USD"})
    void another_ticker_is_taken_where_sources_may_know_it(String typed, String currency) {
        Target target = any.find(typed).orElseThrow();
        assertThat(target.configured()).isFalse();
        assertThat(target.listing().currency()).isEqualTo(currency);
        assertThat(known.find(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                ".",
                "..",
                "../../etc/passwd",
                "A B",
                "A/B",
                "ABCDEFGHIJKLM",
                "-A",
                "Ä",
                "A.QQ",
                "a?b=c",
                "%2e"
            })
    void what_can_be_no_ticker_is_not_tried(String typed) {
        assertThat(any.find(typed)).isEqualTo(Optional.empty());
    }

    @Test
    void the_longest_name_is_taken() {
        assertThat(known.nameLength(List.of("alibaba", "GROUP", "jd"))).isEqualTo(2);
        assertThat(known.nameLength(List.of("alibaba"))).isEqualTo(1);
        assertThat(known.nameLength(List.of("group", "alibaba"))).isEqualTo(1);
    }
}
