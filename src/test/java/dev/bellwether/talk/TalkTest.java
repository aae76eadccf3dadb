package dev.bellwether.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.fact.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkTest {
    private static final Instant NOW = Instant.parse("2026-01-02T22:00:00Z");

    private static Provenance source(boolean sample) {
        return new Provenance("Wire", NOW, Duration.ZERO, null, sample);
    }

    @Test
    void a_card_is_a_sample_as_soon_as_one_source_is() {
        assertThat(Card.titled("x", NOW).build().sample()).isFalse();
        assertThat(Card.titled("x", NOW).source(source(false)).build().sample()).isFalse();
        Card card =
                Card.titled("x", NOW).source(source(false)).source(source(true)).build();
        assertThat(card.sample()).isTrue();
        assertThat(Card.titled("x", NOW).build().asSample().sample()).isTrue();
    }

    @Test
    void a_source_is_named_once() {
        assertThat(Card.titled("x", NOW)
                        .source(source(false))
                        .source(source(false))
                        .build()
                        .sources())
                .hasSize(1);
    }

    @Test
    void one_more_value_changes_nothing_else() {
        Card card = Card.titled("x", NOW)
                .tone(Tone.UP)
                .paragraph("p")
                .source(source(true))
                .build();
        Card more = card.with("it", new Value.Words("new"));
        assertThat(more.data()).containsEntry("it", new Value.Words("new"));
        assertThat(card.data()).isEmpty();
        assertThat(more).usingRecursiveComparison().ignoringFields("data").isEqualTo(card);
    }

    @Test
    void a_card_keeps_what_it_was_built_with() {
        Card.Builder builder = Card.titled("x", NOW).paragraph("one");
        Card card = builder.build();
        builder.paragraph("two");
        assertThat(card.blocks()).hasSize(1);
        List<Span> spans = new ArrayList<>(Line.of("a").spans());
        Line line = new Line(spans);
        spans.clear();
        assertThat(line.isEmpty()).isFalse();
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        List<Block.Column> columns = List.of(new Block.Column("A", false), new Block.Column("B", true));
        List<List<Line>> rows = List.of(List.of(Line.of("only one")));
        assertThatThrownBy(() -> new Block.Table(columns, rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells under 2 columns");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_no_number_gets_on_no_card(double number) {
        assertThatThrownBy(() -> new Value.Price(number, "USD")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Value.Percent.share(number)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Figure(number, 1, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.04, -0.04, 0.0499})
    void a_change_that_rounds_to_nothing_has_no_sign(double percent) {
        assertThat(Voice.english().text(Value.Percent.change(percent, "1d"))).isEqualTo("0.0%");
    }

    @Test
    void chats_are_counted_once() {
        Chats chats = Chats.inMemory();
        chats.seen(new ChatId("a", "1"), NOW);
        chats.seen(new ChatId("a", "1"), NOW);
        chats.seen(new ChatId("b", "1"), NOW);
        assertThat(chats.count()).isEqualTo(2);
        assertThat(new ChatId("b", "1")).hasToString("b:1");
    }
}
