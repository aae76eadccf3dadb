package dev.bellwether.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Sentences of the bot that stand out, are crossed out, or lead somewhere. */
class SpokenStyleTest {
    private static final URI PAGE = URI.create("https://news.example/a");

    private static Line spoken(Language language, Line line) {
        return new Voice(language, ZoneOffset.UTC).speak(line);
    }

    @Test
    void the_words_of_a_link_are_spoken() {
        Line line = Line.empty().link(Line.count("targets.sources", 2), PAGE);
        assertThat(spoken(Language.DE, line)).isEqualTo(Line.empty().link("2 Quellen", PAGE));
        assertThat(spoken(Language.ZH, line).spans())
                .singleElement()
                .isInstanceOfSatisfying(
                        Span.Link.class, link -> assertThat(link.text()).isEqualTo("2 个来源"));
    }

    @Test
    void a_sentence_that_stands_out_does_so_in_every_language_and_its_values_stay_values() {
        Value gap = new Value.Figure(2.5, 1, null);
        Line line = Line.empty().strong(Line.say("check.off", gap));
        assertThat(spoken(Language.EN, line))
                .isEqualTo(Line.empty().strong("off by ").value(gap));
        assertThat(spoken(Language.DE, line))
                .isEqualTo(Line.empty().strong("um ").value(gap).strong(" daneben"));
    }

    @Test
    void what_is_crossed_out_is_one_text() {
        Line line = Line.empty().struck(Line.of("USD 231 → ").then(Line.say("targets.none")));
        assertThat(spoken(Language.EN, line)).isEqualTo(Line.empty().struck("USD 231 → no target"));
        assertThat(spoken(Language.DE, line)).isEqualTo(Line.empty().struck("USD 231 → kein Kursziel"));
    }
}
