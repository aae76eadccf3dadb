package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final StoryBook book = new StoryBook();

    static Stream<String> texts() {
        return Stream.of(
                "",
                " \n\t ",
                "\ud800",
                "a\udc00b \ud83d\ude00 c",
                "''''''''",
                "s's's's",
                "$",
                "$$$ 1.2.3.4 %% 5%%",
                "9".repeat(400),
                "1,".repeat(5_000),
                "0.000000000000000000000000000000000000000000000000000000000000000000001",
                "A.B.C.D.E.".repeat(2_000),
                "(".repeat(100_000),
                "x".repeat(1_000_000),
                "Word ".repeat(200_000),
                "'".repeat(1_000_000),
                "中文新闻".repeat(1_000),
                "(NYSE: ) (:) ()",
                "İstanbul ıssız İİ");
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(20)
    void strange_texts_are_stories_of_their_own_or_join_but_never_fail(String text) {
        assertThatCode(() -> {
                    book.add(StoryInput.of("title", text, "", MONDAY));
                    book.add(StoryInput.of("text", "", text, MONDAY));
                    book.add(StoryInput.of("both", text, text, null));
                })
                .doesNotThrowAnyException();
        assertThat(book.size()).isEqualTo(3);
        assertThat(book.storyOf("both")).isPresent();
    }

    @Test
    void articles_without_a_word_are_not_one_story() {
        Assigned one = book.add(StoryInput.of("one", "", "", MONDAY));
        Assigned two = book.add(StoryInput.of("two", "", "", MONDAY));

        assertThat(two.story()).isNotEqualTo(one.story());
        assertThat(book.story("one").orElseThrow().headline()).isEmpty();
    }

    @Test
    void dates_at_the_ends_of_time_are_kept_apart() {
        String title = "Tollgate Software names Ada Brandt chief executive";
        Assigned last = book.add(StoryInput.of("max", title, "", Instant.MAX));
        Assigned first = book.add(StoryInput.of("min", title, "", Instant.MIN));
        Assigned now = book.add(StoryInput.of("now", title, "", MONDAY));

        assertThat(Stream.of(last, first, now).map(Assigned::story).distinct()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_characters_never_fail(long seed) {
        Random random = new Random(seed);
        String alphabet = "aB1.,$%('’ )-\n:中é\ud800\udc00?";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Instant when = random.nextBoolean() ? null : MONDAY.plus(Duration.ofHours(random.nextInt(400)));
            book.add(StoryInput.of("r" + i, text.substring(0, text.length() / 2), text.toString(), when));
        }

        assertThat(book.storyOf("r1999")).isPresent();
    }
}
