package dev.bellwether.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.market.calendar.TradingCalendars;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTest {
    private static final Due DUE = new Due(TradingCalendars.weekdays());
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2029, 12, 31);

    private static When at(String... times) {
        return new When.AtTimes(Stream.of(times).map(LocalTime::parse).toList(), When.EVERY_DAY, null);
    }

    /**
     * Each minute of ten years is asked what the wall clock shows: a digest is due in the minutes in which it shows the time for the
     * first time that day, or jumps over it.
     */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 02:30", "America/New_York, 01:30", "Europe/Berlin, 02:15", "Europe/Berlin, 08:00",
        "Australia/Sydney, 02:00", "Australia/Sydney, 02:59", "Asia/Hong_Kong, 08:30", "Australia/Lord_Howe, 02:10",
        "Pacific/Apia, 00:00", "America/Sao_Paulo, 00:00", "Africa/Casablanca, 02:30"
    })
    void over_ten_years_each_day_has_its_moment_once(String zoneId, LocalTime time) {
        ZoneId zone = ZoneId.of(zoneId);
        When when = at(time.toString());
        Instant end = LAST.plusDays(1).atStartOfDay(zone).toInstant();
        List<Instant> found =
                DUE.between(when, zone, FIRST.atStartOfDay(zone).toInstant().minusMillis(1), end.minusMillis(1));
        assertThat(found).isEqualTo(byWatchingTheClock(zone, time, end));
    }

    /** An oracle that knows nothing of transitions: it watches a clock go by, minute by minute. */
    private static List<Instant> byWatchingTheClock(ZoneId zone, LocalTime time, Instant end) {
        List<Instant> moments = new ArrayList<>();
        LocalDate told = FIRST.minusDays(1);
        for (Instant now = FIRST.atStartOfDay(zone).toInstant(); now.isBefore(end); now = now.plusSeconds(60)) {
            var wall = now.atZone(zone).toLocalDateTime();
            LocalDate next = told.plusDays(1);
            if (!wall.isBefore(next.atTime(time))) {
                moments.add(now);
                told = wall.toLocalTime().isBefore(time) ? wall.toLocalDate().minusDays(1) : wall.toLocalDate();
            }
        }
        return moments;
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Hong_Kong", "Europe/Berlin", "Australia/Sydney"})
    void whenever_it_is_asked_no_moment_is_missed_and_none_comes_twice(String zoneId) {
        ZoneId zone = ZoneId.of(zoneId);
        Random random = new Random(zoneId.hashCode());
        List<When> all = List.of(
                at("02:00", "02:30", "03:00", "23:59"),
                new When.AtTimes(List.of(LocalTime.of(8, 0)), When.WEEKDAYS, null),
                new When.AtTimes(List.of(LocalTime.of(2, 30)), EnumSet.of(DayOfWeek.SUNDAY), null),
                new When.AtTimes(List.of(LocalTime.of(7, 0)), When.EVERY_DAY, Exchange.NYSE),
                new When.AtSession(Exchange.NYSE, When.Edge.OPEN, Duration.ofMinutes(-30), When.EVERY_DAY),
                new When.AtSession(Exchange.HKEX, When.Edge.CLOSE, Duration.ofMinutes(15), When.EVERY_DAY),
                new When.AtSession(Exchange.SYDNEY, When.Edge.CLOSE, Duration.ofHours(12), When.WEEKDAYS),
                new When.AtSession(
                        Exchange.XETRA, When.Edge.CLOSE, Duration.ofMinutes(5), EnumSet.of(DayOfWeek.FRIDAY)));
        Instant begin = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = LAST.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (When when : all) {
            List<Instant> expected = DUE.between(when, zone, begin, end);
            assertThat(expected).isNotEmpty().doesNotHaveDuplicates().isSorted();
            Set<Instant> seen = new TreeSet<>();
            Instant now = begin;
            while (now.isBefore(end)) {
                Instant later = now.plusSeconds(1 + random.nextInt(3 * 86_400));
                List<Instant> between = DUE.between(when, zone, now, later.isAfter(end) ? end : later);
                assertThat(between)
                        .allSatisfy(moment -> assertThat(seen.add(moment)).isTrue());
                now = later;
            }
            assertThat(seen).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void a_time_that_does_not_exist_is_due_at_the_next_one_that_does_and_only_once() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Instant before = Instant.parse("2026-03-08T05:00:00Z");
        assertThat(DUE.between(at("02:00", "02:30", "03:00"), newYork, before, before.plus(Duration.ofHours(12))))
                .as("the clocks go from two to three at seven in UTC")
                .containsExactly(Instant.parse("2026-03-08T07:00:00Z"));
    }

    @Test
    void a_time_that_comes_twice_is_due_the_first_time() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant before = Instant.parse("2026-10-24T22:00:00Z");
        assertThat(DUE.between(at("02:30"), berlin, before, before.plus(Duration.ofHours(20))))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void half_an_hour_before_new_york_opens_is_another_time_in_hong_kong_in_winter() {
        When when = new When.AtSession(Exchange.NYSE, When.Edge.OPEN, Duration.ofMinutes(-30), When.EVERY_DAY);
        ZoneId hongKong = ZoneId.of("Asia/Hong_Kong");
        assertThat(DUE.next(when, hongKong, Instant.parse("2026-07-01T00:00:00Z")))
                .contains(Instant.parse("2026-07-01T13:00:00Z"));
        assertThat(DUE.next(when, hongKong, Instant.parse("2026-01-05T00:00:00Z")))
                .contains(Instant.parse("2026-01-05T14:00:00Z"));
    }

    @Test
    void in_the_week_of_good_friday_friday_after_the_close_is_thursday_after_the_close() {
        Due due = new Due(_ -> new Closed(LocalDate.of(2026, 4, 3)));
        When friday = new When.AtSession(
                Exchange.NYSE, When.Edge.CLOSE, Duration.ofMinutes(30), EnumSet.of(DayOfWeek.FRIDAY));
        assertThat(due.between(
                        friday,
                        ZoneOffset.UTC,
                        Instant.parse("2026-03-28T00:00:00Z"),
                        Instant.parse("2026-04-12T00:00:00Z")))
                .containsExactly(Instant.parse("2026-04-02T20:30:00Z"), Instant.parse("2026-04-10T20:30:00Z"));
        When daily = new When.AtSession(Exchange.NYSE, When.Edge.CLOSE, Duration.ZERO, When.EVERY_DAY);
        assertThat(due.next(daily, ZoneOffset.UTC, Instant.parse("2026-04-02T20:00:00Z")))
                .contains(Instant.parse("2026-04-06T20:00:00Z"));
        When morning = new When.AtTimes(List.of(LocalTime.of(8, 0)), When.EVERY_DAY, Exchange.NYSE);
        assertThat(due.next(morning, ZoneOffset.UTC, Instant.parse("2026-04-02T09:00:00Z")))
                .as("and times of the day wait for the exchange")
                .contains(Instant.parse("2026-04-06T08:00:00Z"));
    }

    @Test
    void what_is_never_due_is_said_to_be_so() {
        Due due = new Due(_ -> new Closed(null));
        When session = new When.AtSession(Exchange.NYSE, When.Edge.OPEN, Duration.ZERO, When.EVERY_DAY);
        assertThat(due.next(session, ZoneOffset.UTC, Instant.EPOCH)).isEmpty();
        assertThat(due.last(session, ZoneOffset.UTC, Instant.EPOCH)).isEmpty();
    }

    @Test
    void the_last_moment_counts_itself() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant eight = Instant.parse("2026-01-05T07:00:00Z");
        assertThat(DUE.last(at("08:00"), berlin, eight)).contains(eight);
        assertThat(DUE.last(at("08:00"), berlin, eight.minusSeconds(1))).contains(eight.minus(Duration.ofDays(1)));
    }

    /** Weekdays but one; no day at all if that is null. */
    private record Closed(@Nullable LocalDate day) implements TradingCalendar {
        private static final TradingCalendar WEEKDAYS =
                TradingCalendars.weekdays().of(Exchange.NYSE);

        @Override
        public Optional<Session> session(LocalDate other) {
            return day == null || other.equals(day) ? Optional.empty() : WEEKDAYS.session(other);
        }

        @Override
        public @Nullable String holiday(LocalDate other) {
            return null;
        }

        @Override
        public Session next(Instant moment) {
            return WEEKDAYS.next(moment);
        }

        @Override
        public Session current(Instant moment) {
            return WEEKDAYS.current(moment);
        }

        @Override
        public Session lastClosed(Instant moment) {
            return WEEKDAYS.lastClosed(moment);
        }

        @Override
        public @Nullable LocalDate validUntil() {
            return null;
        }
    }
}
