package dev.bellwether.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.watch.rule.Condition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of an article a phrase is found in. */
class PhrasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Qwen | Alibaba's QWEN beats all | true",
                "qwen | Qwen3 is out | false",
                "qwen | the preqwen days | false",
                "chip ban | a chip  ban, again | true",
                "chip ban | chips banned | false",
                "AT&T | why at&t fell | true",
                "\"Qwen\" | they call it \"Qwen\" now | true",
                "İstanbul | from istanbul | false",
                "istanbul | ISTANBUL office | true",
                "straße | in der STRASSE | true",
                "ΟΔΟΣ | μια οδος εδω | true",
                "阿里 | 阿里巴巴宣布财报 | true",
                "财报 | 阿里巴巴宣布财报 | true",
                "ＱＷＥＮ | qwen | true",
                "café | le cafe | false",
                "q | qq | false",
                "3.5 | version 3.5 is here | true",
            })
    void a_phrase_is_found_as_whole_words(String phrase, String text, boolean found) {
        Given inTitle = new Given().onTicks(1, new Condition.News(phrase));
        assertThat(inTitle.told(text, "")).isEqualTo(found ? List.of(1L) : List.of());
        Given inText = new Given().onCloses(1, new Condition.News(phrase));
        assertThat(inText.told("", text)).isEqualTo(found ? List.of(1L) : List.of());
    }
}
