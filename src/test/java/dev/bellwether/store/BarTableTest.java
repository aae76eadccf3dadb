package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.fact.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarTableTest extends OnBothEngines {
    private static final LocalDate START = LocalDate.of(1990, 1, 1);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void a_listing_without_bars_has_none_and_no_source() {
        assertThat(all("BABA", "Yahoo")).isEmpty();
        assertThat(store.bars().newestSource("BABA")).isEmpty();
    }

    @Test
    void ten_thousand_bars_come_back_bit_for_bit_with_rising_dates() {
        List<Bar> bars = bars(10_000);
        List<Bar> shuffled = new ArrayList<>(bars);
        Collections.shuffle(shuffled, new Random(3));
        store.bars().save("9988.HK", "Yahoo", shuffled, NOW);
        reopen();
        assertThat(all("9988.HK", "Yahoo")).isEqualTo(bars);
    }

    @Test
    void numbers_keep_every_bit() {
        Bar extreme = new Bar(START, Double.MIN_VALUE, Double.MAX_VALUE, 0.1 + 0.2, 1.0 / 3.0, Long.MAX_VALUE);
        store.bars().save("X", "csv", List.of(extreme), NOW);
        assertThat(all("X", "csv")).containsExactly(extreme);
    }

    @Test
    void an_unknown_volume_stays_unknown_and_none_stays_none() {
        Bar unknown = new Bar(START, 1, 1, 1, 1, Bar.NO_VOLUME);
        Bar none = new Bar(START.plusDays(1), 1, 1, 1, 1, 0);
        store.bars().save("X", "csv", List.of(unknown, none), NOW);
        assertThat(all("X", "csv")).containsExactly(unknown, none);
        assertThat(all("X", "csv").getFirst().hasVolume()).isFalse();
    }

    @Test
    void a_range_includes_both_of_its_ends() {
        List<Bar> bars = bars(10);
        store.bars().save("X", "csv", bars, NOW);
        assertThat(store.bars().bars("X", "csv", START.plusDays(2), START.plusDays(4)))
                .isEqualTo(bars.subList(2, 5));
        assertThat(store.bars().bars("X", "csv", START.plusDays(3), START.plusDays(3)))
                .isEqualTo(bars.subList(3, 4));
        assertThat(store.bars().bars("X", "csv", START.plusDays(4), START.plusDays(2)))
                .isEmpty();
        assertThat(store.bars().bars("X", "csv", START.minusDays(9), START.minusDays(1)))
                .isEmpty();
    }

    @Test
    void a_corrected_bar_replaces_the_old_one_and_leaves_the_others() {
        store.bars().save("X", "csv", bars(5), NOW);
        Bar corrected = new Bar(START.plusDays(2), 9, 9, 9, 9, Bar.NO_VOLUME);
        store.bars().save("X", "csv", List.of(corrected), NOW.plusSeconds(1));
        List<Bar> expected = new ArrayList<>(bars(5));
        expected.set(2, corrected);
        assertThat(all("X", "csv")).isEqualTo(expected);
    }

    @Test
    void of_two_bars_of_one_day_in_one_save_the_later_counts() {
        Bar first = new Bar(START, 1, 1, 1, 1, 1);
        Bar second = new Bar(START, 2, 2, 2, 2, 2);
        store.bars().save("X", "csv", List.of(first, second), NOW);
        assertThat(all("X", "csv")).containsExactly(second);
    }

    @Test
    void listings_and_sources_do_not_mix() {
        store.bars().save("BABA", "Yahoo", bars(3), NOW);
        store.bars().save("BABA", "Stooq", bars(2), NOW);
        store.bars().save("baba", "Yahoo", bars(1), NOW);
        assertThat(all("BABA", "Yahoo")).hasSize(3);
        assertThat(all("BABA", "Stooq")).hasSize(2);
        assertThat(all("baba", "Yahoo")).hasSize(1);
        assertThat(all("BABA", "yahoo")).isEmpty();
    }

    @Test
    void the_newest_source_is_the_one_fetched_last_whatever_its_dates() {
        store.bars().save("BABA", "Yahoo", bars(9), NOW.plusSeconds(5));
        store.bars().save("BABA", "Stooq", bars(30), NOW);
        store.bars().save("JD", "csv", bars(1), NOW.plusSeconds(99));
        assertThat(store.bars().newestSource("BABA")).contains("Yahoo");
        store.bars().save("BABA", "Stooq", bars(1), NOW.plusSeconds(6));
        assertThat(store.bars().newestSource("BABA")).contains("Stooq");
    }

    @Test
    void sources_fetched_at_the_same_moment_are_told_apart_by_name() {
        store.bars().save("BABA", "b", bars(1), NOW);
        store.bars().save("BABA", "a", bars(1), NOW);
        store.bars().save("BABA", "C", bars(1), NOW);
        assertThat(store.bars().newestSource("BABA")).contains("C");
    }

    @Test
    void saving_nothing_changes_nothing() {
        store.bars().save("BABA", "Yahoo", List.of(), NOW);
        assertThat(store.bars().newestSource("BABA")).isEmpty();
    }

    @Test
    void a_price_that_is_no_number_keeps_the_whole_save_out() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            List<Bar> bars = List.of(new Bar(START, 1, 1, 1, 1, 1), new Bar(START.plusDays(1), 1, 1, bad, 1, 1));
            assertThatThrownBy(() -> store.bars().save("X", "csv", bars, NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1990-01-02");
        }
        assertThat(all("X", "csv")).isEmpty();
    }

    @Test
    void writers_of_the_same_listing_do_not_block_each_other() throws Exception {
        try (Store second = Store.open(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Store own = i % 2 == 0 ? store : second;
                List<Bar> shuffled = new ArrayList<>(bars(200));
                Collections.shuffle(shuffled, new Random(i));
                Instant fetched = NOW.plusSeconds(i);
                writes.add(threads.submit(() -> own.bars().save("BABA", "Yahoo", shuffled, fetched)));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        }
        assertThat(all("BABA", "Yahoo")).isEqualTo(bars(200));
    }

    private List<Bar> all(String listing, String source) {
        return store.bars().bars(listing, source, LocalDate.MIN, LocalDate.MAX);
    }

    private static List<Bar> bars(int count) {
        Random random = new Random(42);
        return IntStream.range(0, count)
                .mapToObj(i -> new Bar(
                        START.plusDays(i),
                        random.nextDouble() * 100,
                        random.nextDouble() * 1e6,
                        random.nextDouble(),
                        random.nextDouble() * 1e-3,
                        i % 7 == 0 ? Bar.NO_VOLUME : random.nextLong(1L << 50)))
                .toList();
    }
}
