package dev.bellwether.reading.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import dev.bellwether.reading.token.Sentence;
import dev.bellwether.reading.token.TokenText;
import dev.bellwether.reading.token.Tokenizer;
import java.util.AbstractList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallReaderBadInputTest {
    private static final CallReader READER = new CallReader(Lexicon.bundled(), new Instruments(List.of()));
    private static final List<String> PIECES = List.of(
            "UBS",
            "raised",
            "price",
            "target",
            "targets",
            "to",
            "from",
            "$50",
            "45",
            "€",
            "(",
            ")",
            "[",
            "\"",
            ",",
            ".",
            ";",
            ":",
            "-",
            "–",
            "Globex",
            "(NYSE:GLX)",
            "Target",
            "average",
            "high",
            "low",
            "of",
            "on",
            "at",
            "and",
            "while",
            "analyst",
            "analysts",
            "Buy",
            "rating",
            "its",
            "The firm",
            "respectively",
            "ranging",
            "between",
            "up",
            "\n",
            "阿里巴巴",
            "\ud83d",
            "\udfe2",
            "7".repeat(400),
            "'s",
            "5%",
            "PT",
            "upgraded",
            "coverage",
            "initiated",
            "→",
            "per share",
            "also");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void no_order_of_words_makes_it_fail_and_no_number_is_invented(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(6) == 0 ? "" : " ");
            }
            String printed = text.toString();
            for (AnalystCall call : READER.read(Passage.of(printed))) {
                assertThat(call.newTarget() == null
                                || printed.contains(call.newTarget().toPlainString()))
                        .as(printed)
                        .isTrue();
                assertThat(call.firm() == null || printed.contains(call.firm()))
                        .as(printed)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UBS raised its price target on Globex to $50 from $45, ",
                "price target ",
                "Globex (NYSE:GLX) ",
                "Ameren to $64 from $62, ",
                "analysts raise ",
                "high of $5 ",
                "((((",
                "Citi and UBS and ",
                "the "
            })
    void four_times_the_sentence_is_four_times_the_work(String piece) {
        long once = looks(piece.repeat(400));
        long four = looks(piece.repeat(1600));
        assertThat(four).isLessThan(6 * once);
    }

    /** How often the chunks of a text, read as one sentence, are looked at. */
    private static long looks(String text) {
        TokenText tokens = Tokenizer.read(text);
        Sentence whole = new Sentence(0, tokens.tokens().size());
        CountingList chunks = new CountingList(Chunker.chunks(Lexicon.bundled(), new PhraseTree<>(), tokens, whole));
        new SentenceReader(Lexicon.bundled(), chunks, text, new Discourse()).read();
        return chunks.looks;
    }

    private static final class CountingList extends AbstractList<Chunk> {
        private final List<Chunk> chunks;
        private long looks;

        CountingList(List<Chunk> chunks) {
            this.chunks = chunks;
        }

        @Override
        public Chunk get(int index) {
            looks++;
            return chunks.get(index);
        }

        @Override
        public int size() {
            return chunks.size();
        }
    }

    @Test
    void a_sentence_of_a_megabyte_is_read_to_its_end() {
        String text = "price targets, ".repeat(70_000) + "and UBS raised its price target on Globex to $50";
        assertThat(READER.read(Passage.of(text))).anyMatch(call -> "UBS".equals(call.firm()));
    }

    @Test
    void numbers_of_400_digits_are_no_targets() {
        assertThat(READER.read(Passage.of("UBS raised its price target on Globex to $" + "9".repeat(400) + ".")))
                .allMatch(call -> call.newTarget() == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\ud83d", "(", "$", "PT", "target", "Target", "UBS", "price target to"})
    void next_to_nothing_holds_no_call(String text) {
        assertThat(READER.read(Passage.of(text))).isEmpty();
        assertThatCode(() -> READER.read(new Passage(text, text, null))).doesNotThrowAnyException();
    }
}
