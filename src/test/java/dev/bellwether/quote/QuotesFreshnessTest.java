package dev.bellwether.quote;

import static dev.bellwether.quote.Some.BABA;
import static dev.bellwether.quote.Some.GERMAN;
import static dev.bellwether.quote.Some.HONG_KONG;
import static dev.bellwether.quote.Some.listing;
import static dev.bellwether.quote.Some.weekdays;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.English;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often sources are asked, and how long callers wait. */
@Timeout(30)
class QuotesFreshnessTest {
    private static final List<Bar> YEARS = weekdays("2026-01-30", 900, i -> 100 + i * 0.01);

    private final TestClock clock = new TestClock("2026-01-14T17:00:00Z");
    private final FakeSource source = new FakeSource("first").bars(YEARS).price(110);
    private final FakeSource spare = new FakeSource("second").bars(YEARS).price(111);
    private final BarStore store = BarStore.inMemory();
    private final Quotes quotes = patient(Duration.ofSeconds(20));

    private Quotes patient(Duration budget) {
        QuoteSettings usual = QuoteSettings.defaults();
        QuoteSettings settings =
                new QuoteSettings(usual.whileOpen(), usual.whileClosed(), usual.failure(), budget, usual.listings());
        return new Quotes(List.of(source, spare), store, clock, settings);
    }

    private PriceAnswer now() {
        return quotes.prices(BABA, clock.instant());
    }

    private static double price(PriceAnswer answer) {
        return requireNonNull(answer.tick()).price();
    }

    private void failAll(Priced.Cause cause) {
        source.failing(cause, null);
        spare.failing(cause, null);
    }

    @Test
    void a_hundred_callers_at_once_make_one_load() throws InterruptedException, ExecutionException {
        CountDownLatch gate = new CountDownLatch(1);
        source.behind(gate);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PriceAnswer>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> callers.submit(this::now))
                    .toList();
            await().until(() -> !source.histories().isEmpty());
            gate.countDown();
            for (Future<PriceAnswer> answer : answers) {
                assertThat(price(answer.get())).isEqualTo(110);
            }
        }
        assertThat(source.histories()).hasSize(1);
        assertThat(source.ticks()).hasSize(1);
    }

    @Test
    void a_hundred_callers_of_a_stale_answer_make_one_load() throws InterruptedException, ExecutionException {
        now();
        clock.move(Duration.ofMinutes(5));
        CountDownLatch gate = new CountDownLatch(1);
        source.price(120).behind(gate);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PriceAnswer>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> callers.submit(this::now))
                    .toList();
            await().until(() -> source.ticks().size() == 2);
            gate.countDown();
            for (Future<PriceAnswer> answer : answers) {
                assertThat(price(answer.get())).isEqualTo(120);
            }
        }
        assertThat(source.ticks()).hasSize(2);
    }

    @Test
    void within_trading_hours_a_price_is_fresh_for_a_minute_and_bars_are_not_asked_for_again() {
        now();
        source.price(120);
        clock.move(Duration.ofSeconds(29));
        assertThat(price(now())).isEqualTo(110);
        assertThat(source.ticks()).hasSize(1);

        clock.move(Duration.ofSeconds(31));
        assertThat(price(now())).isEqualTo(120);
        assertThat(source.ticks()).hasSize(2);
        assertThat(source.histories()).hasSize(1);
    }

    @Test
    void in_the_second_half_of_its_minute_a_price_is_renewed_behind_the_answer() {
        now();
        source.price(120);
        clock.move(Duration.ofSeconds(40));

        assertThat(price(now())).isEqualTo(110);
        await().until(() -> price(now()) == 120);
        assertThat(source.ticks()).hasSize(2);
    }

    @Test
    void a_renewal_that_fails_leaves_the_old_price_until_its_time_is_up() {
        now();
        failAll(Priced.Cause.SERVER_ERROR);
        clock.move(Duration.ofSeconds(40));

        assertThat(price(now())).isEqualTo(110);
        await().until(() -> source.ticks().size() == 2);
        assertThat(price(now())).isEqualTo(110);
        clock.move(Duration.ofSeconds(21));
        assertThat(now().tick()).isNull();
        assertThat(now().history()).isNotNull();
    }

    @Test
    void after_the_close_the_bars_are_asked_for_again() {
        now();
        clock.moveTo("2026-01-14T21:01:00Z");
        PriceAnswer answer = now();

        assertThat(source.histories()).hasSize(2);
        assertThat(requireNonNull(answer.history()).bars().getLast().date()).isEqualTo(LocalDate.parse("2026-01-14"));
    }

    @Test
    void outside_of_trading_hours_a_price_is_fresh_for_a_quarter_of_an_hour_but_not_beyond_the_opening() {
        clock.moveTo("2026-01-17T12:00:00Z"); // a Saturday
        now();
        clock.move(Duration.ofMinutes(14));
        now();
        assertThat(source.ticks()).hasSize(1);
        clock.move(Duration.ofMinutes(2));
        now();
        assertThat(source.ticks()).hasSize(2);

        clock.moveTo("2026-01-20T14:25:00Z");
        now();
        clock.moveTo("2026-01-20T14:30:00Z");
        now();
        assertThat(source.ticks()).hasSize(4);
    }

    @Test
    void each_listing_follows_the_hours_of_its_own_exchange() {
        clock.moveTo("2026-01-14T03:00:00Z"); // morning in Hong Kong, night in New York
        quotes.pricesOf(List.of(BABA, HONG_KONG), clock.instant());
        clock.move(Duration.ofSeconds(61));
        quotes.pricesOf(List.of(BABA, HONG_KONG), clock.instant());

        assertThat(source.ticks()).hasSize(3);
    }

    @Test
    void a_failure_is_remembered_for_half_a_minute() {
        failAll(Priced.Cause.UNKNOWN_SYMBOL);
        now();
        clock.move(Duration.ofSeconds(29));
        now();
        assertThat(source.histories()).hasSize(1);

        source.well();
        clock.move(Duration.ofSeconds(2));
        assertThat(price(now())).isEqualTo(110);
    }

    @Test
    void a_source_that_asks_for_patience_is_left_alone_for_that_long_with_every_listing() {
        source.failing(Priced.Cause.RATE_LIMITED, Duration.ofMinutes(10));
        now();
        source.well();
        clock.move(Duration.ofMinutes(9));
        PriceAnswer answer = quotes.prices(GERMAN, clock.instant());

        assertThat(source.histories()).hasSize(1);
        assertThat(requireNonNull(answer.history()).provenance().source()).isEqualTo("second");
        assertThat(answer.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Priced.Cause.RATE_LIMITED);
            assertThat(English.of(failure.message())).contains("AHLA.DE").contains("60 s");
        });
        clock.move(Duration.ofMinutes(2));
        assertThat(requireNonNull(now().history()).provenance().source()).isEqualTo("first");
    }

    @Test
    void a_source_out_of_reach_is_not_tried_again_for_each_listing() {
        source.failing(Priced.Cause.UNREACHABLE, null);
        now();
        quotes.prices(GERMAN, clock.instant());
        assertThat(source.histories()).hasSize(1);

        clock.move(Duration.ofSeconds(31));
        quotes.prices(HONG_KONG, clock.instant());
        assertThat(source.histories()).hasSize(2);
    }

    @Test
    void when_the_first_source_is_back_it_answers_again() {
        source.failing(Priced.Cause.SERVER_ERROR, null);
        now();
        source.well();
        clock.move(Duration.ofSeconds(61));

        assertThat(requireNonNull(now().history()).provenance().source()).isEqualTo("first");
    }

    @Test
    void a_slow_source_holds_nobody_up_beyond_the_budget_and_kept_bars_stand_in() {
        now();
        Quotes hasty = patient(Duration.ofMillis(200));
        CountDownLatch gate = new CountDownLatch(1);
        source.behind(gate);
        spare.behind(gate);
        Listing unknown = listing("NEW", Exchange.NYSE);

        List<PriceAnswer> answers = hasty.pricesOf(List.of(BABA, unknown), clock.instant());

        assertThat(requireNonNull(answers.getFirst().history()).stored()).isTrue();
        assertThat(answers.getLast().history()).isNull();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.failures())
                        .singleElement()
                        .satisfies(failure -> assertThat(English.of(failure.message()))
                                .contains(answer.listing().symbol())
                                .contains("again")));
        gate.countDown();
        await().until(() -> hasty.prices(BABA, clock.instant()).tick() != null);
    }

    @Test
    void one_slow_listing_does_not_block_the_others() {
        CountDownLatch gate = new CountDownLatch(1);
        FakeSource slow = new FakeSource("first").bars(YEARS).price(1).behind(gate);
        PriceSource router = new Router(slow, spare);
        QuoteSettings hasty = new QuoteSettings(
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofMillis(500), 10);

        List<PriceAnswer> answers = new Quotes(List.of(router), store, clock, hasty)
                .pricesOf(List.of(BABA, HONG_KONG, GERMAN), clock.instant());

        assertThat(answers).extracting(PriceAnswer::listing).containsExactly(BABA, HONG_KONG, GERMAN);
        assertThat(answers).extracting(answer -> answer.tick() != null).containsExactly(false, true, true);
        gate.countDown();
    }

    /** Sends BABA to one source and the rest to another. */
    private record Router(PriceSource baba, PriceSource others) implements PriceSource {
        @Override
        public String name() {
            return "router";
        }

        private PriceSource of(Listing listing) {
            return listing.symbol().equals("BABA") ? baba : others;
        }

        @Override
        public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
            return of(listing).history(listing, from, to, now);
        }

        @Override
        public Priced<Tick> latest(Listing listing, Instant now) {
            return of(listing).latest(listing, now);
        }
    }

    @Test
    void without_sources_there_is_an_answer_without_prices() {
        PriceAnswer answer =
                new Quotes(List.of(), store, clock, QuoteSettings.defaults()).prices(BABA, clock.instant());

        assertThat(answer.history()).isNull();
        assertThat(quotes.pricesOf(List.of(), clock.instant())).isEmpty();
    }
}
