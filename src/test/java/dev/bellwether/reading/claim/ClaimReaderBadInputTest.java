package dev.bellwether.reading.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderBadInputTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MEGABYTE = 1_000_000;

    private final ClaimReader reader = new ClaimReader(new Instruments(List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "%",
                "$",
                "5%",
                "-5%",
                "(((((",
                ")))) 5%",
                "RSI",
                "RSI:",
                "up to at of",
                "\uD800",
                "Orlin\uDC00 rose 5%\uD83D",
                "股价上涨5% アリババ",
                "between and $5 to",
                "200-day moving average of of of",
                "earnings on February 30, 2026",
                "earnings on February 19, 9999",
                "results on 0 January",
                "twice twice twice volume",
                "1%2%3%4%5%",
                "The P/E/G/P/E 5x",
            })
    void broken_text_is_read_without_an_error(String text) {
        assertThatCode(() -> reader.read(Passage.of(text))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "9998-12-31T00:00:00Z",
                "1970-01-01T00:00:00Z",
            })
    void any_time_of_publication_is_taken(String published) {
        Passage passage =
                new Passage("Orlin will report earnings on Feb 29, next Friday.", null, Instant.parse(published));
        assertThatCode(() -> reader.read(passage)).doesNotThrowAnyException();
    }

    @Test
    void a_number_of_400_digits_is_no_claim() {
        String digits = "9".repeat(400);
        assertThat(reader.read(Passage.of(
                        "Orlin shares rose " + digits + "% to $" + digits + " with an RSI of " + digits + ".")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Orlin rose 5% and ",
                "( ",
                "S&P 500 ",
                "support at $5 and ",
                "earnings on January 5 ",
                "5",
            })
    void a_megabyte_of_anything_is_read_in_time_that_grows_with_its_length(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        assertTimeoutPreemptively(
                PATIENCE, () -> reader.read(new Passage(text, null, Instant.parse("2026-01-12T00:00:00Z"))));
    }

    @Test
    void random_rows_of_words_are_read_without_an_error() {
        List<String> words = List.of(
                "shares",
                "rose",
                "5%",
                "to",
                "$5",
                "(",
                ")",
                ",",
                "52-week",
                "high",
                "of",
                "-",
                "volume",
                "twice",
                "the",
                "average",
                "P/E",
                "RSI",
                "14",
                "-day",
                "earnings",
                "on",
                "Jan",
                "5",
                "2026",
                ".",
                "and",
                "Orlin",
                "'s",
                "support",
                "range",
                "between",
                "moving average",
                "year",
                "past",
                "S&P 500",
                "\uD800",
                "31st",
                "3M",
                "at",
                "is",
                "next Friday");
        Random random = new Random(17);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(25); word >= 0; word--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(9) == 0 ? "" : " ");
            }
            Passage passage = new Passage(text.toString(), null, Instant.parse("2026-01-12T00:00:00Z"));
            assertThatCode(() -> reader.read(passage)).as(text.toString()).doesNotThrowAnyException();
        }
    }
}
