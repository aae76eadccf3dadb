package dev.bellwether.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import dev.bellwether.fact.Exchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of exchanges, beside another library's calendars, by hand, and by what must hold of any calendar. */
class TradingCalendarsTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final LocalDate LAST = LocalDate.parse("2027-12-31");
    private static final Set<Exchange> KNOWN =
            Set.of(Exchange.NYSE, Exchange.NASDAQ, Exchange.HKEX, Exchange.XETRA, Exchange.FRANKFURT);

    private final TradingCalendars calendars = TradingCalendars.known(List.of());

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }

    private List<LocalDate> tradingDays(Exchange exchange) {
        return days().filter(day -> calendars.of(exchange).session(day).isPresent())
                .toList();
    }

    private static List<LocalDate> days(Predicate<LocalDate> business) {
        return days().filter(business).toList();
    }

    /** The early closes of an exchange, by day. */
    private Map<LocalDate, String> shortDays(Exchange exchange) {
        Map<LocalDate, String> found = new TreeMap<>();
        days().flatMap(day -> calendars.of(exchange).session(day).stream())
                .filter(Session::half)
                .forEach(session -> found.put(
                        session.day(),
                        session.close().atZone(exchange.zone()).toLocalTime().toString()));
        return found;
    }

    @ParameterizedTest
    @EnumSource(names = {"NYSE", "NASDAQ"})
    void new_york_has_the_days_that_strata_has(Exchange exchange) {
        HolidayCalendar strata = HolidayCalendarIds.NYSE.resolve(ReferenceData.standard());
        assertThat(tradingDays(exchange)).isEqualTo(days(strata::isBusinessDay));
    }

    @ParameterizedTest
    @EnumSource(names = {"XETRA", "FRANKFURT"})
    void germany_has_the_days_of_the_euro_in_strata_without_the_two_eves(Exchange exchange) {
        HolidayCalendar euro = HolidayCalendarIds.EUTA.resolve(ReferenceData.standard());
        Set<MonthDay> eves = Set.of(MonthDay.of(12, 24), MonthDay.of(12, 31));
        assertThat(tradingDays(exchange))
                .isEqualTo(days(day -> euro.isBusinessDay(day) && !eves.contains(MonthDay.from(day))));
    }

    @ParameterizedTest
    @EnumSource(names = {"NYSE", "NASDAQ"})
    void new_york_closes_early_on_these_days_and_no_other(Exchange exchange) {
        assertThat(shortDays(exchange).keySet().stream().map(LocalDate::toString))
                .containsExactly(
                        "2024-07-03",
                        "2024-11-29",
                        "2024-12-24",
                        "2025-07-03",
                        "2025-11-28",
                        "2025-12-24",
                        "2026-11-27",
                        "2026-12-24",
                        "2027-11-26");
        assertThat(shortDays(exchange).values()).containsOnly("13:00");
    }

    @Test
    void hong_kong_trades_in_the_morning_alone_on_the_three_eves_that_are_weekdays() {
        assertThat(shortDays(Exchange.HKEX).keySet().stream().map(LocalDate::toString))
                .containsExactly(
                        "2024-02-09",
                        "2024-12-24",
                        "2024-12-31",
                        "2025-01-28",
                        "2025-12-24",
                        "2025-12-31",
                        "2026-02-16",
                        "2026-12-24",
                        "2026-12-31",
                        "2027-02-05",
                        "2027-12-24",
                        "2027-12-31");
        assertThat(shortDays(Exchange.HKEX).values()).containsOnly("12:00");
        assertThat(calendars
                        .of(Exchange.HKEX)
                        .session(LocalDate.parse("2026-02-16"))
                        .orElseThrow()
                        .breakFrom())
                .isNull();
    }

    /** As many as the government's lists have on weekdays, and the typhoon of 2024. */
    @ParameterizedTest
    @CsvSource({"2024, 16", "2025, 15", "2026, 14", "2027, 13"})
    void hong_kong_is_closed_on_so_many_weekdays(int year, int closed) {
        assertThat(days().filter(day -> day.getYear() == year)
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                        .filter(day -> calendars.of(Exchange.HKEX).session(day).isEmpty()))
                .hasSize(closed);
    }

    @Test
    void what_is_not_official_yet_is_said_to_be_expected_and_lies_behind_the_last_official_day() {
        TradingCalendar hongKong = calendars.of(Exchange.HKEX);
        assertThat(hongKong.validUntil()).isEqualTo("2026-12-31");
        assertThat(days().filter(hongKong::expected))
                .isNotEmpty()
                .allMatch(day -> day.isAfter(LocalDate.parse("2026-12-31")));
        assertThat(days().filter(day -> day.getYear() == 2027).filter(day -> hongKong.holiday(day) != null))
                .allMatch(hongKong::expected);
        assertThat(hongKong.expected(LocalDate.parse("2026-10-19"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NYSE|2025-01-09|Day of mourning for Jimmy Carter",
                "NYSE|2026-04-03|Good Friday",
                "NASDAQ|2026-11-27|Day after Thanksgiving",
                "HKEX|2024-09-06|Typhoon Yagi",
                "HKEX|2026-10-19|Chung Yeung Festival",
                "XETRA|2026-12-24|Christmas Eve",
                "NYSE|2026-10-19|",
            })
    void a_day_says_why_it_is_special(Exchange exchange, LocalDate day, String why) {
        assertThat(calendars.of(exchange).holiday(day)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Summer time begins on 8 March and ends on 1 November in New York, on 29 March and 25 October in
                // Berlin.
                "NYSE|2026-03-06|2026-03-06T14:30:00Z|2026-03-06T21:00:00Z",
                "NYSE|2026-03-09|2026-03-09T13:30:00Z|2026-03-09T20:00:00Z",
                "NYSE|2026-10-30|2026-10-30T13:30:00Z|2026-10-30T20:00:00Z",
                "NYSE|2026-11-02|2026-11-02T14:30:00Z|2026-11-02T21:00:00Z",
                "XETRA|2026-03-27|2026-03-27T08:00:00Z|2026-03-27T16:30:00Z",
                "XETRA|2026-03-30|2026-03-30T07:00:00Z|2026-03-30T15:30:00Z",
                "FRANKFURT|2026-10-26|2026-10-26T07:00:00Z|2026-10-26T21:00:00Z",
                "HKEX|2026-03-09|2026-03-09T01:30:00Z|2026-03-09T08:00:00Z",
                "SYDNEY|2026-04-07|2026-04-07T00:00:00Z|2026-04-07T06:00:00Z",
            })
    void a_session_keeps_the_hours_of_its_place_in_summer_and_winter(
            Exchange exchange, LocalDate day, Instant open, Instant close) {
        Session session = calendars.of(exchange).session(day).orElseThrow();
        assertThat(session.open()).isEqualTo(open);
        assertThat(session.close()).isEqualTo(close);
    }

    @Test
    void hong_kong_rests_from_twelve_to_one() {
        TradingCalendar hongKong = calendars.of(Exchange.HKEX);
        assertThat(hongKong.openAt(Instant.parse("2026-03-09T03:59:59Z"))).isTrue();
        assertThat(hongKong.openAt(Instant.parse("2026-03-09T04:00:00Z"))).isFalse();
        assertThat(hongKong.openAt(Instant.parse("2026-03-09T04:59:59Z"))).isFalse();
        assertThat(hongKong.openAt(Instant.parse("2026-03-09T05:00:00Z"))).isTrue();
    }

    /** Random moments, and the edges of sessions, in all exchanges. */
    @ParameterizedTest
    @EnumSource
    void neighbours_of_a_moment_are_the_nearest_sessions(Exchange exchange) {
        TradingCalendar calendar = calendars.of(exchange);
        List<Session> all = FIRST.minusDays(30)
                .datesUntil(LAST.plusDays(30))
                .flatMap(day -> calendar.session(day).stream())
                .toList();
        SplittableRandom random = new SplittableRandom(exchange.mic().hashCode());
        for (int i = 0; i < 300; i++) {
            Session some = all.get(20 + random.nextInt(all.size() - 40));
            Instant moment = switch (random.nextInt(5)) {
                case 0 -> some.open();
                case 1 -> some.close();
                case 2 -> some.open().minusNanos(1);
                case 3 -> some.close().minusNanos(1);
                default -> some.open().plusSeconds(random.nextInt(200_000));
            };
            assertThat(calendar.next(moment))
                    .isEqualTo(first(all, session -> session.open().isAfter(moment)));
            assertThat(calendar.current(moment))
                    .isEqualTo(last(all, session -> !session.open().isAfter(moment)));
            assertThat(calendar.lastClosed(moment))
                    .isEqualTo(last(all, session -> !session.close().isAfter(moment)));
            assertThat(calendar.openAt(moment)).isEqualTo(all.stream().anyMatch(session -> session.tradesAt(moment)));
        }
    }

    private static Session first(List<Session> all, Predicate<Session> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow();
    }

    private static Session last(List<Session> all, Predicate<Session> wanted) {
        return first(all.reversed(), wanted);
    }

    @ParameterizedTest
    @EnumSource
    void sessions_follow_each_other_and_hold_their_breaks(Exchange exchange) {
        TradingCalendar calendar = calendars.of(exchange);
        Instant end = Instant.parse("2023-12-31T00:00:00Z");
        for (LocalDate day : days().toList()) {
            Session session = calendar.session(day).orElse(null);
            if (session == null) {
                continue;
            }
            assertThat(session.open()).isAfter(end);
            assertThat(Duration.between(session.open(), session.close())).isGreaterThanOrEqualTo(Duration.ofHours(2));
            assertThat(exchange.dayAt(session.open())).isEqualTo(day);
            Instant from = session.breakFrom();
            if (from != null) {
                assertThat(from).isAfter(session.open()).isBefore(session.breakTo());
                assertThat(session.breakTo()).isBefore(session.close());
            }
            end = session.close();
        }
    }

    @Test
    void an_exchange_whose_holidays_are_not_known_trades_on_weekdays_and_says_so() {
        for (Exchange exchange : Exchange.values()) {
            TradingCalendar calendar = calendars.of(exchange);
            assertThat(calendar.validUntil() != null).as("%s", exchange).isEqualTo(KNOWN.contains(exchange));
            if (!KNOWN.contains(exchange)) {
                assertThat(tradingDays(exchange))
                        .isEqualTo(days(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0));
            }
        }
        assertThat(TradingCalendars.weekdays().of(Exchange.NYSE).session(LocalDate.parse("2026-12-25")))
                .isPresent();
    }

    @Test
    void a_closure_from_the_settings_ends_or_cancels_its_day_at_its_exchange_alone() {
        LocalDate day = LocalDate.parse("2026-09-10");
        TradingCalendars extra = TradingCalendars.known(List.of(
                new Closure(Exchange.HKEX, day, null, "typhoon"),
                new Closure(Exchange.HKEX, day.plusDays(1), LocalTime.of(14, 0), "black rain"),
                new Closure(Exchange.HKEX, day.plusDays(4), LocalTime.of(12, 30), "lunch"),
                new Closure(Exchange.HKEX, day.plusDays(5), LocalTime.of(9, 0), "early"),
                new Closure(Exchange.HKEX, day.plusDays(6), LocalTime.of(18, 0), "late"),
                new Closure(Exchange.LSE, day, null, "storm")));
        TradingCalendar hongKong = extra.of(Exchange.HKEX);
        assertThat(hongKong.session(day)).isEmpty();
        assertThat(hongKong.holiday(day)).isEqualTo("typhoon");
        Session rain = hongKong.session(day.plusDays(1)).orElseThrow();
        assertThat(rain.half()).isTrue();
        assertThat(rain.close()).isEqualTo("2026-09-11T06:00:00Z");
        assertThat(rain.breakTo()).isEqualTo("2026-09-11T05:00:00Z");
        assertThat(hongKong.session(day.plusDays(4)).orElseThrow().close()).isEqualTo("2026-09-14T04:00:00Z");
        assertThat(hongKong.session(day.plusDays(5))).isEmpty();
        assertThat(hongKong.session(day.plusDays(6)).orElseThrow().half()).isFalse();
        assertThat(extra.of(Exchange.LSE).session(day)).isEmpty();
        assertThat(extra.of(Exchange.NYSE).session(day)).isPresent();
    }

    @Test
    void where_a_closure_meets_a_holiday_the_shorter_day_holds() {
        LocalDate eve = LocalDate.parse("2026-12-24");
        LocalDate christmas = eve.plusDays(1);
        TradingCalendar newYork = TradingCalendars.known(List.of(
                        new Closure(Exchange.NYSE, eve, LocalTime.of(11, 0), "storm"),
                        new Closure(Exchange.NYSE, christmas, LocalTime.of(11, 0), "storm")))
                .of(Exchange.NYSE);
        assertThat(newYork.session(eve).orElseThrow().close()).isEqualTo("2026-12-24T16:00:00Z");
        assertThat(newYork.session(christmas)).isEmpty();
        assertThat(newYork.holiday(christmas)).isEqualTo("Christmas Day");
    }

    @Test
    void the_page_on_calendars_names_every_source_and_last_day() throws Exception {
        String page = Files.readString(Path.of("docs/calendars.md")).replaceAll("\\s+", " ");
        for (Exchange exchange : KNOWN) {
            CalendarFile file = CalendarFile.of(exchange);
            assertThat(file.sources())
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(page).contains(source));
            assertThat(page).contains(String.valueOf(file.until()));
            assertThat(file.days().keySet()).allMatch(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01 shut New Year|not a line of a calendar: 2026-01-01 shut New Year",
                "2026-01-01 closed|not a line of a calendar: 2026-01-01 closed",
                "2026-01-01 closed A#2026-01-01 closed B|stands there twice: 2026-01-01",
            })
    void a_file_that_is_wrong_is_refused_with_the_line(String text, String why) {
        assertThatThrownBy(() -> CalendarFile.parse(text.replace('#', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
