package dev.bellwether.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.quote.TickStream;
import dev.bellwether.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often sources are asked. */
class BudgetTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Town town;

    @BeforeEach
    void threeListings() {
        town = new Town(StoreSettings.inFolder(folder), "2026-01-05T14:40:00Z");
        for (String listing : new String[] {"BABA", "JD", "PDD"}) {
            town.first.quiet(listing, "2026-01-05", 30, 150);
            town.first.trade(listing, "2026-01-05T14:30:00Z", 150);
            town.alert(listing + " price > 155");
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void pace(WatchSettings settings) {
        town.pace = settings;
        town.watch();
    }

    @Test
    void no_source_is_asked_more_than_its_budget_allows_and_everybody_has_a_turn() {
        pace(new WatchSettings(Duration.ofSeconds(10), Duration.ofMinutes(1), Map.of("Yahoo", 6)));
        town.run(Duration.ofMinutes(5), STEP);
        town.first.asked.clear();
        town.run(Duration.ofMinutes(10), STEP);
        assertThat(town.first.asked.size()).isBetween(54, 60);
        for (String listing : new String[] {"BABA", "JD", "PDD"}) {
            assertThat(town.first.asked).filteredOn(listing::equals).hasSizeBetween(17, 21);
        }
    }

    @Test
    void a_source_that_takes_several_at_once_is_asked_once_for_all() {
        town.first.batch = 10;
        town.run(Duration.ofMinutes(2), STEP);
        town.first.batches.clear();
        town.run(Duration.ofMinutes(5), STEP);
        assertThat(town.first.batches).hasSizeBetween(5, 6).containsOnly(3);
    }

    @Test
    void only_where_the_first_source_has_no_answer_the_next_is_asked() {
        town.run(Duration.ofMinutes(2), STEP);
        town.second.asked.clear();
        town.run(Duration.ofMinutes(2), STEP);
        assertThat(town.second.asked).isEmpty();
        town.first.down = true;
        town.second.trade("JD", "2026-01-05T14:44:00Z", 156);
        town.run(Duration.ofMinutes(3), STEP);
        assertThat(town.fired()).extracting(fact -> fact.source().source()).containsExactly("Stooq");
    }

    /** New York closes at 13:00 on Monday and not at all on Tuesday. */
    private record ShortWeek(TradingCalendar usual, Exchange exchange) implements TradingCalendar {
        private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

        @Override
        public Optional<Session> session(LocalDate day) {
            return day.equals(MONDAY.plusDays(1))
                    ? Optional.empty()
                    : usual.session(day).map(ShortWeek::shortened);
        }

        private static Session shortened(Session session) {
            return session.day().equals(MONDAY)
                    ? new Session(
                            session.day(), session.open(), Instant.parse("2026-01-05T18:00:00Z"), null, null, true)
                    : session;
        }

        @Override
        public @Nullable String holiday(LocalDate day) {
            return null;
        }

        @Override
        public Session next(Instant moment) {
            Session next = usual.next(moment);
            return session(next.day()).orElseGet(() -> next(next.close()));
        }

        @Override
        public Session current(Instant moment) {
            Session current = usual.current(moment);
            return session(current.day()).orElseGet(() -> current(current.open().minusSeconds(1)));
        }

        @Override
        public Session lastClosed(Instant moment) {
            Session current = current(moment);
            return current.close().isAfter(moment) ? lastClosed(current.open().minusSeconds(1)) : current;
        }

        @Override
        public @Nullable LocalDate validUntil() {
            return null;
        }
    }

    @Test
    void half_days_and_holidays_are_the_exchange_s() {
        var usual = town.calendars;
        town.calendars = exchange -> new ShortWeek(usual.of(exchange), exchange);
        pace(WatchSettings.defaults());
        town.runTo("2026-01-05T18:00:00Z", Duration.ofSeconds(30));
        town.first.asked.clear();
        town.runTo("2026-01-07T14:29:00Z", Duration.ofMinutes(5));
        assertThat(town.first.asked.size()).as("only bars are asked for").isLessThan(40);
        int before = town.first.asked.size();
        town.runTo("2026-01-07T15:00:00Z", Duration.ofMinutes(1));
        assertThat(town.first.asked.size() - before).isGreaterThan(80);
    }

    @Test
    void subscribers_of_breakouts_have_what_they_named_watched() {
        for (long id = 1; id <= 3; id++) {
            town.store.alerts().delete(id);
        }
        town.store.subscriptions().add(Town.CHAT, "breakouts:JD", town.clock.instant());
        town.store.subscriptions().add(Town.CHAT, "breakoutsmith", town.clock.instant());
        town.run(Duration.ofMinutes(1), STEP);
        assertThat(town.store.watch().watched()).containsExactly("JD");
        town.store.subscriptions().add(Town.CHAT, "breakouts", town.clock.instant());
        town.run(Duration.ofMinutes(2), STEP);
        assertThat(town.store.watch().watched()).containsExactly("BABA", "JD", "PDD");
    }

    @Test
    void a_parity_that_is_so_already_does_not_fire_and_one_that_becomes_so_does() {
        town.parity = java.util.OptionalDouble.of(3);
        town.alert("BABA parity > 2%");
        town.alert("BABA parity > 4%");
        town.run(Duration.ofMinutes(5), STEP);
        assertThat(town.fired()).isEmpty();
        town.watch();
        town.parity = java.util.OptionalDouble.of(5);
        town.run(Duration.ofMinutes(5), STEP);
        assertThat(town.fired())
                .extracting(dev.bellwether.fact.Fact.AlertFired::alert)
                .containsExactly(5L);
    }

    @Test
    void a_report_that_comes_near_fires_on_the_day_at_the_exchange() {
        town.earnings.put("BABA", LocalDate.parse("2026-01-09"));
        town.alert("BABA earnings in 3d");
        town.run(Duration.ofMinutes(5), STEP);
        assertThat(town.fired()).isEmpty();
        town.clock.moveTo("2026-01-06T12:00:00Z");
        town.run(Duration.ofMinutes(1), STEP);
        assertThat(town.fired()).hasSize(1);
        town.reopen();
        town.run(Duration.ofMinutes(1), STEP);
        assertThat(town.fired()).hasSize(1);
    }

    @Test
    void what_a_stream_tells_is_taken_and_not_asked_for() {
        List<Tick> told = new ArrayList<>();
        town.stream = new TickStream() {
            @Override
            public void follow(Collection<Listing> listings) {}

            @Override
            public void tick(Instant now) {}

            @Override
            public List<Tick> drain() {
                List<Tick> drained = List.copyOf(told);
                told.clear();
                return drained;
            }

            @Override
            public void close() {}
        };
        town.watch();
        town.run(Duration.ofMinutes(2), STEP);
        town.first.asked.clear();
        double[] prices = {154, 156, 153};
        for (int i = 0; i < prices.length; i++) {
            Instant at = town.clock.instant().minusSeconds(3 - i);
            told.add(new Tick("BABA", prices[i], "USD", new Provenance("Finnhub", at, Duration.ZERO, null, false)));
        }
        town.watchman.tick();
        assertThat(town.fired()).singleElement().satisfies(fact -> {
            assertThat(fact.price()).isEqualTo(156);
            assertThat(fact.source().source()).isEqualTo("Finnhub");
        });
        town.first.asked.clear();
        town.run(Duration.ofSeconds(50), STEP);
        assertThat(town.first.asked).doesNotContain("BABA");
    }
}
