package dev.bellwether.watch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.watch.rule.Quantity.Kind;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final TradingCalendar NEW_YORK = TradingCalendars.weekdays().of(Exchange.NYSE);
    private static final TradingCalendar HONG_KONG = TradingCalendars.weekdays().of(Exchange.HKEX);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A Wednesday; New York trades from 14:30 to 21:00 UTC. */
    private static final Instant FIRED = Instant.parse("2026-01-14T15:00:00Z");

    private static boolean mayFire(String typed, @Nullable Instant lastFired, String at) {
        return Rules.mayFire(Group.rule("BABA rsi < 30 " + typed), lastFired, Instant.parse(at), NEW_YORK, BERLIN);
    }

    @Test
    void once_means_once() {
        assertThat(mayFire("once", null, "2026-01-14T15:00:00Z")).isTrue();
        assertThat(mayFire("once", FIRED, "2027-01-14T15:00:00Z")).isFalse();
    }

    @Test
    void every_time_means_every_time_but_for_its_cooldown() {
        assertThat(mayFire("every time", FIRED, "2026-01-14T15:00:01Z")).isTrue();
        assertThat(mayFire("cooldown 6h", FIRED, "2026-01-14T20:59:59Z")).isFalse();
        assertThat(mayFire("cooldown 6h", FIRED, "2026-01-14T21:00:00Z")).isTrue();
    }

    @Test
    void daily_means_once_a_trading_day_of_the_listing() {
        assertThat(mayFire("daily", FIRED, "2026-01-14T20:00:00Z")).isFalse();
        assertThat(mayFire("daily", FIRED, "2026-01-15T14:29:00Z"))
                .as("before the next opening")
                .isFalse();
        assertThat(mayFire("daily", FIRED, "2026-01-15T14:30:00Z")).isTrue();
        Instant friday = Instant.parse("2026-01-16T15:00:00Z");
        assertThat(mayFire("daily", friday, "2026-01-18T15:00:00Z"))
                .as("on Sunday")
                .isFalse();
        assertThat(mayFire("daily", friday, "2026-01-19T15:00:00Z")).isTrue();
    }

    @Test
    void the_trading_day_is_the_listings_not_the_chats() {
        Rule daily = Group.rule("9988.HK rsi < 30 daily");
        Instant morning = Instant.parse("2026-01-14T02:00:00Z");
        Instant nextMorning = Instant.parse("2026-01-15T01:30:00Z");
        assertThat(Rules.mayFire(daily, morning, nextMorning, HONG_KONG, BERLIN))
                .isTrue();
        assertThat(Rules.mayFire(daily, morning, nextMorning, NEW_YORK, BERLIN)).isTrue();
        assertThat(Rules.mayFire(daily, morning, Instant.parse("2026-01-14T14:31:00Z"), HONG_KONG, BERLIN))
                .isFalse();
        assertThat(Rules.mayFire(daily, morning, Instant.parse("2026-01-14T14:31:00Z"), NEW_YORK, BERLIN))
                .isTrue();
    }

    @Test
    void daily_rests_as_well() {
        assertThat(mayFire("daily cooldown 2d", FIRED, "2026-01-15T15:00:00Z")).isFalse();
        assertThat(mayFire("daily cooldown 2d", FIRED, "2026-01-16T15:00:00Z")).isTrue();
    }

    @Test
    void the_last_day_ends_in_the_chats_zone() {
        assertThat(mayFire("until 2026-01-14", null, "2026-01-14T22:59:59Z")).isTrue();
        assertThat(mayFire("until 2026-01-14", null, "2026-01-14T23:00:00Z")).isFalse();
    }

    @Test
    void a_rule_is_over_when_it_can_never_fire_again() {
        Instant now = Instant.parse("2026-01-20T00:00:00Z");
        assertThat(Rules.over(Group.rule("BABA breakout"), null, now, BERLIN)).isFalse();
        assertThat(Rules.over(Group.rule("BABA breakout"), FIRED, now, BERLIN)).isTrue();
        assertThat(Rules.over(Group.rule("BABA breakout daily"), FIRED, now, BERLIN))
                .isFalse();
        assertThat(Rules.over(Group.rule("BABA breakout daily until 2026-01-19"), FIRED, now, BERLIN))
                .isTrue();
    }

    @Test
    void conditions_quantities_and_events_are_found_wherever_they_stand() {
        Condition condition = Group.rule("BABA (price > sma200 or not (rsi < 30 and atr > 1)) and crosses 52w high")
                .when();
        assertThat(Rules.atoms(condition))
                .extracting(RuleText::of)
                .containsExactly("price > sma200", "rsi < 30", "atr > 1", "crosses 52w high");
        assertThat(Rules.quantities(condition))
                .containsExactly(
                        Quantity.of(Kind.PRICE),
                        Quantity.over(Kind.SMA, 200),
                        Quantity.of(Kind.RSI),
                        Quantity.of(Kind.ATR),
                        Quantity.of(Kind.HIGH_52W));
        assertThat(Rules.hasEvents(condition)).isTrue();
        assertThat(Rules.hasEvents(Group.rule("BABA rsi < 30").when())).isFalse();
    }

    @Test
    void conditions_that_name_no_quantity_look_at_some_all_the_same() {
        assertThat(Rules.quantities(
                        Group.rule("BABA golden cross or new 52w low").when()))
                .containsExactly(
                        Quantity.over(Kind.SMA, 50),
                        Quantity.over(Kind.SMA, 200),
                        Quantity.of(Kind.PRICE),
                        Quantity.of(Kind.LOW_52W));
        assertThat(Rules.quantities(Group.rule("BABA news \"Qwen\"").when())).isEmpty();
    }
}
