package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimHashTest {
    private final RewriteGenerator generator = new RewriteGenerator(9);

    private List<String> words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(generator.name());
        }
        return words;
    }

    private static long hash(List<String> words) {
        return SimHash.of(WordReader.read("", String.join(" ", words)));
    }

    @Test
    void a_copy_has_the_same_fingerprint_and_another_text_a_far_one() {
        List<String> text = words(120);

        assertThat(hash(text)).isEqualTo(hash(List.copyOf(text)));
        assertThat(Long.bitCount(hash(text) ^ hash(words(120)))).isGreaterThan(SimHash.NEAR * 3);
    }

    @Test
    void a_text_with_one_word_changed_differs_in_few_bits() {
        List<String> text = words(300);
        List<String> changed = new ArrayList<>(text);
        changed.set(150, "other");

        assertThat(Long.bitCount(hash(text) ^ hash(changed))).isLessThan(10);
    }

    @Test
    void near_fingerprints_always_share_a_band() {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            long a = random.nextLong();
            long b = a;
            for (int flips = 0; flips < SimHash.NEAR; flips++) {
                b ^= 1L << random.nextInt(Long.SIZE);
            }
            long one = a;
            long other = b;
            assertThat(List.of(0, 1, 2, 3)).anyMatch(band -> SimHash.band(one, band) == SimHash.band(other, band));
        }
    }

    @Test
    void a_few_words_have_no_fingerprint() {
        assertThat(hash(words(5))).isZero();
        assertThat(SimHash.near(0, 0)).isFalse();
    }
}
