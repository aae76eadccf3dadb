package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsCommandTest {
    private final Group group = new Group();

    @Test
    void without_a_symbol_the_first_of_the_group_is_meant() {
        assertThat(group.ask("/levels")).isEqualTo(group.ask("/levels BABA"));
    }

    @Test
    void the_levels_stand_from_high_to_low_with_the_price_between_them() {
        Answer answer = group.ask("/levels BABA");
        List<Datum> levels = Figures.items(answer.card(), "levels");
        List<Double> prices = levels.stream().map(Figures::number).toList();
        assertThat(prices)
                .isSortedAccordingTo(Comparator.<Double>reverseOrder())
                .hasSizeBetween(2, 10);
        for (Datum level : levels) {
            boolean above = Figures.value(level, "kind").equals(new Value.Words("resistance"));
            assertThat(Figures.number(level) > 152.40).isEqualTo(above);
            assertThat(Figures.number(level, "distance"))
                    .isCloseTo(100 * (Figures.number(level) / 152.40 - 1), within(1e-9));
        }
        Block.Table table = (Block.Table) answer.card().blocks().get(1);
        assertThat(table.rows()).hasSize(levels.size() + 1);
        assertThat(Group.text(answer)).containsOnlyOnce("price now");
    }

    @Test
    void the_resistance_of_late_autumn_is_among_them() {
        assertThat(Figures.items(group.ask("/levels BABA").card(), "levels"))
                .anySatisfy(level -> assertThat(Figures.number(level)).isCloseTo(155, within(0.6)));
        assertThat(group.read("/levels BABA"))
                .contains("3×  swing highs, last 2025-12-17")
                .contains("SMA 200");
    }

    @Test
    void a_listing_has_levels_in_its_own_currency() {
        assertThat(group.read("/levels 9988.HK")).contains("Levels of 9988.HK").contains("HK$149.00");
    }

    @Test
    void after_a_few_days_it_says_that_levels_take_time() {
        Instant early = Instant.parse("2024-01-03T22:00:00Z");
        Answer answer = new Group(early, List.of(new SampleSource()), BarStore.inMemory(), true).ask("/levels BABA");
        assertThat(answer.failed()).isFalse();
        assertThat(Group.text(answer)).contains("ATR 14 n/a (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/levels ZZZZ", "/levels BABA JD", "/levels 5"})
    void what_is_no_single_symbol_is_refused(String ask) {
        Answer answer = group.ask(ask);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("/levels [symbol]");
    }

    @Test
    void without_a_price_there_are_no_levels() {
        Instant early = Instant.parse("2020-01-03T22:00:00Z");
        Answer answer = new Group(early, List.of(new SampleSource()), BarStore.inMemory(), true).ask("/levels BABA");
        assertThat(answer.failed()).isTrue();
        assertThat(Group.plain(answer.card().title())).isEqualTo("No price for BABA");
    }
}
