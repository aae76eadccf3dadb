package dev.bellwether.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"baba,baba,0", "baba,bab,1", "baba,abba,1", "kitten,sitting,3", "'',abc,3", "bidu,biud,1"})
    void edits_count_letters_and_swapped_neighbours(String from, String to, int edits) {
        assertThat(Nearest.edits(from, to)).isEqualTo(edits);
        assertThat(Nearest.edits(to, from)).isEqualTo(edits);
    }

    @Test
    void the_nearest_stand_first_and_the_far_are_left_out() {
        assertThat(Nearest.to("quot", List.of("news", "quote", "quiet", "about"), 3))
                .containsExactly("quote");
        assertThat(Nearest.to("ZZZZ", List.of("BABA", "JD"), 3)).isEmpty();
    }

    @Test
    void a_beginning_is_near() {
        assertThat(Nearest.to("Ali", List.of("Alibaba Group", "Baidu"), 1)).containsExactly("Alibaba Group");
    }
}
