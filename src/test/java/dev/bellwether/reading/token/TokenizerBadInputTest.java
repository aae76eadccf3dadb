package dev.bellwether.reading.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerBadInputTest {
    private static final List<String> PIECES = List.of(
            "$",
            "1",
            "234",
            ",",
            ".",
            "'",
            "’",
            " ",
            "\n",
            "(",
            ")",
            "[",
            "NYSE:",
            "A",
            "BABA",
            "%",
            "-",
            "–",
            "US",
            "Rs",
            "bn",
            "p",
            "€",
            "\ud83d",
            "\udfe2",
            "\ud83d\udfe2",
            "阿里",
            "И",
            "\u00a0",
            "\u202f",
            "\u0000",
            "İ",
            "ı",
            "x",
            "&",
            "\"",
            "U.S.");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void tokens_of_any_text_are_in_order_and_cover_all_but_white_space(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            holds(text.toString());
        }
    }

    private static void holds(String text) {
        TokenText read = Tokenizer.read(text);
        int end = 0;
        for (Token token : read.tokens()) {
            assertThat(token.start()).as(text).isGreaterThanOrEqualTo(end);
            assertThat(token.text()).as(text).isNotEmpty().isEqualTo(text.substring(token.start(), token.end()));
            assertThat(text.substring(end, token.start()).chars().allMatch(TokenizerBadInputTest::blank))
                    .as(text)
                    .isTrue();
            end = token.end();
        }
        assertThat(text.substring(end).chars().allMatch(TokenizerBadInputTest::blank))
                .isTrue();
        assertThat(read.sentences().stream().mapToInt(s -> s.to() - s.from()).sum())
                .isEqualTo(read.tokens().size());
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || c == 0xa0 || c == 0x202f || c == 0x200b || c == 0xfeff;
    }

    @Test
    void a_number_of_400_digits_is_a_word() {
        String digits = "7".repeat(400);
        assertThat(Tokenizer.read("$" + digits + " and 1" + ",000".repeat(100)).tokens())
                .noneMatch(token -> token instanceof Money || token instanceof Numeral);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "a", "1", "1,", "1,000,", "1 ", "$1 ", "U.", "a.", "' ", "NYSE:", "(NYSE:A", "x\n", "\ud83d", "$",
                "-$", "1.000.", "kr 1 ", "HK$", "A&"
            })
    void any_amount_of_anything_is_read_with_a_bounded_number_of_looks_at_each_character(String piece) {
        CountingText text = new CountingText(piece.repeat(300_000 / piece.length()));
        assertThat(Tokenizer.read(text).tokens()).isNotEmpty();
        assertThat(text.looks()).isLessThan(60L * text.length());
    }

    @Test
    void an_empty_text_has_neither_tokens_nor_sentences() {
        assertThat(Tokenizer.read("").tokens()).isEmpty();
        assertThat(Tokenizer.read(" \n ").sentences()).isEmpty();
    }

    /** Counts how often its characters are looked at. */
    private static final class CountingText implements CharSequence {
        private final String text;
        private long looks;

        CountingText(String text) {
            this.text = text;
        }

        long looks() {
            return looks;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
