package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Measure;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day's move from bars made for it. */
class MoveTest {
    private static final Listing LISTING = new Listing("AAA", Exchange.NYSE, "USD", 1, Map.of());
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    /** Bars whose closes go up and down by one percent in turn, starting at 100. */
    private static List<Bar> waves(int count) {
        List<Bar> bars = new ArrayList<>();
        double close = 100;
        for (int i = 0; i < count; i++) {
            bars.add(bar(i, close, 1_000));
            close *= i % 2 == 0 ? 1.01 : 0.99;
        }
        return bars;
    }

    private static Bar bar(int day, double close, long volume) {
        return new Bar(FIRST.plusDays(day), close, close + 0.1, close - 0.1, close, volume);
    }

    private static Move move(List<Bar> bars, @Nullable Tick tick) {
        Instant end = tick == null
                ? LISTING.exchange().closing(bars.getLast().date())
                : tick.provenance().asOf();
        MarketView now = MarketView.of(LISTING, bars, tick, Set.of(), end);
        LocalDate previous = Objects.requireNonNull(now.change("1d").from());
        Instant before = LISTING.exchange().closing(previous);
        LatestPrice price = Objects.requireNonNull(now.price());
        return Move.of(MarketView.of(LISTING, bars, null, Set.of(), before), now, price, bars);
    }

    @Test
    void the_usual_day_is_the_standard_deviation_of_the_sixty_days_before_and_not_of_the_day_itself() {
        List<Bar> bars = waves(70);
        double jump = bars.getLast().close() * 1.05;
        bars.add(bar(70, jump, 3_000));
        Move move = move(bars, null);
        double usual = Math.sqrt(60 * 1.0 / 59);
        assertThat(move.usual().number().orElseThrow()).isCloseTo(usual, within(1e-6));
        assertThat(move.sigma().number().orElseThrow()).isCloseTo(5 / usual, within(1e-6));
        assertThat(move.volumeMultiple().number().orElseThrow()).isCloseTo(3, within(1e-9));
        assertThat(move.running()).isFalse();
        assertThat(move.crossings()).extracting(Crossing::line).contains("20-day high");
        assertThat(move.crossings()).allMatch(Crossing::up);
    }

    @Test
    void sixty_bars_are_one_too_few_for_a_usual_day() {
        List<Bar> bars = waves(60);
        bars.add(bar(60, 105, 1_000));
        assertThat(move(bars, null).usual()).isEqualTo(new Measure.Missing(Line.say("why.bars.few", 61, 60)));
        assertThat(move(waves(62), null).usual().number()).isPresent();
    }

    @Test
    void a_share_that_never_moved_has_no_usual_day_to_count_in() {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            bars.add(bar(i, 100, 1_000));
        }
        bars.add(bar(70, 110, 1_000));
        assertThat(move(bars, null).sigma()).isEqualTo(new Measure.Missing(Line.say("why.still")));
    }

    @Test
    void a_fall_through_averages_is_told_as_one() {
        List<Bar> bars = waves(250);
        bars.add(bar(250, 90, 1_000));
        Move move = move(bars, null);
        assertThat(move.sigma().number().orElseThrow()).isNegative();
        assertThat(move.crossings())
                .extracting(Crossing::line)
                .contains("20-day low")
                .doesNotContain("52-week high");
        assertThat(move.crossings()).noneMatch(Crossing::up);
    }

    @Test
    void a_running_session_has_a_move_so_far_and_no_volume() {
        List<Bar> bars = waves(70);
        LocalDate today = LocalDate.parse("2025-03-12");
        Instant within = LISTING.exchange().opening(today).plus(Duration.ofHours(1));
        Tick tick = new Tick("AAA", 110, "USD", new Provenance("Test", within, Duration.ZERO, null, false));
        Move move = move(bars, tick);
        assertThat(move.running()).isTrue();
        assertThat(move.day()).isEqualTo(today);
        assertThat(move.volumeMultiple()).isEqualTo(new Measure.Missing(Line.say("why.session.running")));
        assertThat(move.change().number().orElseThrow()).isGreaterThan(9);
    }
}
