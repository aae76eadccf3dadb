package dev.bellwether.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.Priced;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayPricesTest {
    private static final Listing LISTING = new Listing("ABC", Exchange.NYSE, "USD", 1, Map.of());

    /** 10 closes higher, 11 opens near its low, 12 opens near its high. */
    private static final List<Bar> BARS = List.of(
            new Bar(LocalDate.of(2026, 2, 10), 100, 103, 99, 102, 1_000),
            new Bar(LocalDate.of(2026, 2, 11), 104, 110, 103, 109, 1_000),
            new Bar(LocalDate.of(2026, 2, 12), 108, 109, 100, 101, 1_000));

    private final Fixed source = new Fixed();
    private final ReplayPrices prices = new ReplayPrices(source);

    /** New York is five hours behind; its session of six and a half hours has thirds of 130 minutes. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-11T14:29:59Z, 102",
        "2026-02-11T14:30:00Z, 104",
        "2026-02-11T16:39:59Z, 104",
        "2026-02-11T16:40:00Z, 103",
        "2026-02-11T18:50:00Z, 110",
        "2026-02-11T21:00:00Z, 109",
        "2026-02-12T16:40:00Z, 109",
        "2026-02-12T18:50:00Z, 100",
        "2026-02-14T18:00:00Z, 101"
    })
    void a_price_moves_through_its_day(Instant now, double price) {
        assertThat(tick(now).price()).isEqualTo(price);
    }

    @Test
    void a_price_says_of_when_it_is() {
        assertThat(tick(Instant.parse("2026-02-11T17:00:00Z")).provenance().asOf())
                .isEqualTo(Instant.parse("2026-02-11T16:40:00Z"));
    }

    @Test
    void a_day_is_a_bar_only_when_it_is_over() {
        assertThat(days(Instant.parse("2026-02-11T20:59:59Z"))).containsExactly(LocalDate.of(2026, 2, 10));
        assertThat(days(Instant.parse("2026-02-11T21:00:00Z")))
                .containsExactly(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 11));
    }

    @Test
    void the_source_is_asked_once() {
        days(Instant.parse("2026-02-12T21:00:00Z"));
        tick(Instant.parse("2026-02-12T21:00:00Z"));
        assertThat(source.asked).isEqualTo(1);
    }

    private Tick tick(Instant now) {
        return ((Priced.Found<Tick>) prices.latest(LISTING, now)).value();
    }

    private List<LocalDate> days(Instant now) {
        LocalDate from = LocalDate.of(2026, 1, 1);
        Priced<History> history = prices.history(LISTING, from, LocalDate.of(2026, 12, 31), now);
        return ((Priced.Found<History>) history)
                .value().bars().stream().map(Bar::date).toList();
    }

    private static final class Fixed implements PriceSource {
        private int asked;

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
            asked++;
            Provenance provenance = new Provenance("Fixed", now, Duration.ZERO, null, false);
            return new Priced.Found<>(new History(listing.symbol(), "USD", BARS, List.of(), provenance));
        }

        @Override
        public Priced<Tick> latest(Listing listing, Instant now) {
            return new Priced.Unavailable<>("fixed", Priced.Cause.NOT_OFFERED, Line.of("none"), null);
        }
    }
}
