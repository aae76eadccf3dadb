package dev.bellwether.quote;

import static dev.bellwether.quote.Some.BABA;
import static dev.bellwether.quote.Some.day;
import static dev.bellwether.quote.Some.weekdays;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.English;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which source answers, what the past looks like, and what is told about failures. */
class QuotesTest {
    private static final List<Bar> YEARS = weekdays("2026-01-30", 900, i -> 100 + i * 0.01);

    /** Wednesday noon in New York. */
    private final TestClock clock = new TestClock("2026-01-14T17:00:00Z");

    private final FakeSource first = new FakeSource("first").bars(YEARS).price(110);
    private final FakeSource second = new FakeSource("second").bars(YEARS).price(111);
    private final BarStore store = BarStore.inMemory();
    private final Quotes quotes = quotes(first, second);

    private Quotes quotes(PriceSource... order) {
        return new Quotes(List.of(order), store, clock, QuoteSettings.defaults());
    }

    private PriceAnswer now(Quotes asked) {
        return asked.prices(BABA, clock.instant());
    }

    private static History bars(PriceAnswer answer) {
        return requireNonNull(answer.history());
    }

    private static Tick tick(PriceAnswer answer) {
        return requireNonNull(answer.tick());
    }

    @Test
    void the_first_source_answers_bars_and_price() {
        PriceAnswer answer = now(quotes);

        assertThat(bars(answer).provenance().source()).isEqualTo("first");
        assertThat(bars(answer).bars().getLast().date()).isEqualTo(day("2026-01-13"));
        assertThat(bars(answer).bars().getFirst().date()).isBeforeOrEqualTo(day("2023-01-16"));
        assertThat(tick(answer).price()).isEqualTo(110);
        assertThat(answer.failures()).isEmpty();
        assertThat(second.histories()).isEmpty();
        assertThat(second.ticks()).isEmpty();
    }

    @Test
    void when_the_first_source_fails_the_next_answers_and_the_failure_is_told() {
        first.failing(Priced.Cause.SERVER_ERROR, null);

        PriceAnswer answer = now(quotes);

        assertThat(bars(answer).provenance().source()).isEqualTo("second");
        assertThat(tick(answer).provenance().source()).isEqualTo("second");
        assertThat(answer.failures()).extracting(Priced.Unavailable::source).containsExactly("first");
        assertThat(first.ticks()).isEmpty();
    }

    @Test
    void the_price_comes_from_the_next_source_that_offers_one_but_bars_are_not_mixed() {
        first.price(Double.NaN);

        PriceAnswer answer = now(quotes);

        assertThat(bars(answer).provenance().source()).isEqualTo("first");
        assertThat(tick(answer).provenance().source()).isEqualTo("second");
    }

    @Test
    void a_source_without_bars_may_still_give_the_price() {
        first.bars(List.of());
        second.price(Double.NaN);

        PriceAnswer answer = now(quotes);

        assertThat(bars(answer).provenance().source()).isEqualTo("second");
        assertThat(tick(answer).provenance().source()).isEqualTo("first");
    }

    @Test
    void a_source_that_throws_does_not_stop_the_others() {
        first.throwing();

        PriceAnswer answer = now(quotes);

        assertThat(bars(answer).provenance().source()).isEqualTo("second");
        assertThat(answer.failures()).extracting(Priced.Unavailable::cause).containsExactly(Priced.Cause.UNREADABLE);
    }

    @Test
    void when_every_source_fails_the_kept_bars_answer_and_say_so() {
        now(quotes);
        clock.moveTo("2026-01-15T18:00:00Z");
        first.failing(Priced.Cause.SERVER_ERROR, null);
        second.failing(Priced.Cause.DENIED, null);

        PriceAnswer answer = now(quotes);

        assertThat(bars(answer).stored()).isTrue();
        assertThat(bars(answer).provenance().source()).isEqualTo("first");
        assertThat(bars(answer).provenance().asOf()).isEqualTo(Instant.parse("2026-01-13T21:00:00Z"));
        assertThat(answer.tick()).isNull();
        assertThat(answer.failures())
                .extracting(Priced.Unavailable::cause)
                .containsExactly(Priced.Cause.SERVER_ERROR, Priced.Cause.DENIED);
    }

    @Test
    void kept_bars_of_a_source_that_is_not_configured_any_more_are_not_used() {
        store.save("BABA", "sample", YEARS, clock.instant());
        first.failing(Priced.Cause.UNREACHABLE, null);

        assertThat(now(quotes(first)).history()).isNull();
    }

    @Test
    void sample_bars_are_never_kept() {
        now(quotes(first.sample()));

        assertThat(store.newestSource("BABA")).isEmpty();
    }

    @Test
    void nobody_knows_the_symbol_and_everyone_is_named() {
        first.failing(Priced.Cause.UNKNOWN_SYMBOL, null);
        second.failing(Priced.Cause.UNKNOWN_SYMBOL, null);

        PriceAnswer answer = now(quotes);

        assertThat(answer.history()).isNull();
        assertThat(answer.tick()).isNull();
        assertThat(answer.failures()).hasSize(2);
    }

    @Test
    void a_moment_in_the_past_sees_only_the_bars_closed_by_then() {
        PriceAnswer answer = quotes.prices(BABA, Instant.parse("2025-06-10T19:59:59Z"));

        assertThat(bars(answer).bars().getLast().date()).isEqualTo(day("2025-06-09"));
        assertThat(tick(answer).price()).isEqualTo(bars(answer).bars().getLast().close());
        assertThat(tick(answer).provenance().asOf()).isEqualTo(Instant.parse("2025-06-09T20:00:00Z"));
        assertThat(first.ticks()).isEmpty();
    }

    @Test
    void the_past_does_not_get_newer_by_what_was_kept_later() {
        now(quotes);
        first.failing(Priced.Cause.DENIED, null);
        second.failing(Priced.Cause.DENIED, null);

        PriceAnswer answer = quotes.prices(BABA, Instant.parse("2025-06-10T19:59:59Z"));

        assertThat(bars(answer).stored()).isTrue();
        assertThat(bars(answer).bars().getLast().date()).isEqualTo(day("2025-06-09"));
        assertThat(tick(answer).price()).isEqualTo(bars(answer).bars().getLast().close());
    }

    @Test
    void the_past_is_asked_for_once() {
        Instant at = Instant.parse("2025-06-10T19:00:00Z");

        PriceAnswer once = quotes.prices(BABA, at);

        assertThat(quotes.prices(BABA, at)).isSameAs(once);
        assertThat(first.histories()).hasSize(1);
    }

    @Test
    void less_than_a_minute_ago_is_now() {
        assertThat(tick(quotes.prices(BABA, clock.instant().minusSeconds(59))).price())
                .isEqualTo(110);
        assertThat(tick(quotes.prices(BABA, clock.instant().plusSeconds(3600))).price())
                .isEqualTo(110);
    }

    @Test
    void a_running_price_at_an_eighth_of_the_close_is_suspected_to_be_a_split() {
        first.price(bars(now(quotes)).bars().getLast().close() / 8);
        clock.move(Duration.ofMinutes(2));

        History history = bars(now(quotes));

        assertThat(history.splits()).containsExactly(new SplitSuspect(day("2026-01-14"), 8));
        assertThat(history.spansSplit(day("2026-01-13"), day("2026-01-14"))).isTrue();
        assertThat(history.flags()).anyMatch(flag -> English.of(flag).contains("8:1"));
    }

    @Test
    void a_price_from_before_the_last_bar_is_no_latest_price() {
        PriceSource late = new CsvLike(YEARS);
        first.price(Double.NaN);

        assertThat(now(quotes(first, late)).tick()).isNull();
    }

    /** Gives a week-old close as its latest price. */
    private record CsvLike(List<Bar> bars) implements PriceSource {
        @Override
        public String name() {
            return "late";
        }

        @Override
        public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
            return new Origin("late", "late", listing, null, false).no(Priced.Cause.NO_DATA, Line.of("None."));
        }

        @Override
        public Priced<Tick> latest(Listing listing, Instant now) {
            return new Priced.Found<>(new Origin("late", "late", listing, null, false)
                    .tick(99, now.minus(Duration.ofDays(7)), Duration.ZERO));
        }
    }

    @Test
    void health_tells_the_last_success_and_the_last_problem() {
        first.failing(Priced.Cause.SERVER_ERROR, null);
        now(quotes);

        assertThat(quotes.health())
                .containsExactly(
                        new SourceHealth("first", null, Line.of("first fails on BABA."), clock.instant()),
                        new SourceHealth("second", clock.instant(), null, null));
        assertThat(quotes.health().getFirst().isTroubled()).isTrue();
        assertThat(quotes.health().getLast().isTroubled()).isFalse();
    }

    @Test
    void an_unknown_symbol_is_no_problem_of_the_source() {
        first.failing(Priced.Cause.UNKNOWN_SYMBOL, null);
        now(quotes);

        assertThat(quotes.health().getFirst()).isEqualTo(new SourceHealth("first", null, null, null));
    }
}
