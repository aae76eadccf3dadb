package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordReaderTest {
    private static List<String> stems(String text) {
        return WordReader.read("", text).stream().map(Word::stem).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$9.7 billion|9.7E9|$",
                "$9.7B|9.7E9|$",
                "€1,200.50|1200.5|$",
                "£5bn|5E9|$",
                "33,181|33181|' '",
                "12.5%|12.5|%",
                "7 percent|7|%",
                "10k|10000|' '"
            })
    void numbers_are_read_with_unit_and_scale(String text, double value, char unit) {
        Word word = WordReader.read("", text).getFirst();

        assertThat(word.kind()).isEqualTo(Word.Kind.NUMBER);
        assertThat(word.value()).isEqualTo(value);
        assertThat(word.unit()).isEqualTo(unit);
    }

    @Test
    void words_that_begin_with_a_digit_and_years_are_no_numbers() {
        assertThat(WordReader.read("", "3D 2026 52nd"))
                .extracting(Word::kind)
                .containsExactly(Word.Kind.WORD, Word.Kind.YEAR, Word.Kind.WORD);
    }

    @Test
    void forms_and_synonyms_of_a_word_are_one() {
        assertThat(stems("acquires")).isEqualTo(stems("acquisition")).isEqualTo(stems("takeover"));
        assertThat(stems("slashed")).isEqualTo(stems("cuts"));
        assertThat(stems("Alibaba's")).isEqualTo(stems("Alibaba"));
        assertThat(stems("Alibaba’s")).isEqualTo(stems("Alibaba"));
    }

    @Test
    void sentences_end_at_full_stops_but_not_after_abbreviations() {
        assertThat(WordReader.read("Title here", "Corvid Inc. fell. U.S. sales rose"))
                .extracting(Word::sentence)
                .containsExactly(0, 0, 1, 1, 1, 2, 2, 2);
    }

    @Test
    void a_ticker_is_known_by_its_brackets() {
        assertThat(WordReader.read("", "Corvid (NYSE: CVD) fell"))
                .filteredOn(Word::opened)
                .extracting(Word::text)
                .containsExactly("NYSE", "CVD");
    }

    @Test
    void a_long_text_is_read_from_the_top() {
        assertThat(WordReader.read("Title", "word ".repeat(100_000))).hasSize(WordReader.LIMIT);
    }
}
