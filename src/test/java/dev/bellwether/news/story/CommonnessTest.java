package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommonnessTest {
    private final Commonness commonness = new Commonness();

    private double ofWord(String word) {
        String stem = Stems.of(word);
        return commonness.ofWord(Hash.of(stem), stem, false);
    }

    private void read(String text) {
        StoryInput article = StoryInput.of("id", "", text, Instant.EPOCH);
        commonness.count(
                new GistReader(commonness).read(article, Instant.EPOCH).gist().terms());
    }

    @Test
    void the_words_of_the_trade_are_common_before_anything_was_read() {
        assertThat(ofWord("shares")).isLessThan(ofWord("dividend")).isLessThan(3);
        assertThat(ofWord("dividend")).isLessThan(ofWord("aquifer"));
    }

    @Test
    void what_many_stories_tell_of_becomes_common_and_other_words_do_not() {
        double before = ofWord("aquifer");
        double other = ofWord("tundra");
        for (int i = 0; i < 200; i++) {
            read("An aquifer was found beneath the town.");
        }

        assertThat(ofWord("aquifer")).isLessThan(before - 2);
        assertThat(ofWord("tundra")).isGreaterThanOrEqualTo(other);
    }

    @Test
    void a_number_told_with_more_digits_is_less_common() {
        assertThat(commonness.ofNumber(1, 33_181, ' ')).isGreaterThan(commonness.ofNumber(2, 33_000, ' '));
        assertThat(commonness.ofNumber(2, 33_000, ' ')).isGreaterThan(commonness.ofNumber(3, 3, ' '));
    }
}
