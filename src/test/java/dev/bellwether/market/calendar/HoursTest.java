package dev.bellwether.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HoursTest {
    private final TradingCalendars calendars = TradingCalendars.known(List.of());

    private Hours at(Exchange exchange, String moment) {
        return new Hours(exchange, calendars.of(exchange), Instant.parse(moment));
    }

    private static String said(Language language, Line line) {
        return new Voice(language, ZoneId.of("UTC")).plain(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NYSE|2026-01-14T15:00:00Z|New York open until 16:00 New York",
                "NYSE|2026-01-14T21:00:00Z|New York closed, opens Thu 09:30 New York",
                "NYSE|2026-01-15T13:00:00Z|New York closed, opens 09:30 New York",
                "NYSE|2026-01-16T21:30:00Z|New York closed, opens Tue 09:30 New York",
                "NYSE|2026-01-19T15:00:00Z|New York closed (Martin Luther King Day), opens Tue 09:30 New York",
                "NASDAQ|2026-11-27T15:00:00Z|Nasdaq open only until 13:00 New York (day after Thanksgiving)",
                "NASDAQ|2026-11-27T18:00:00Z|Nasdaq closed (day after Thanksgiving), opens Mon 09:30 New York",
                "HKEX|2026-03-09T04:30:00Z|Hong Kong pauses for lunch until 13:00 Hong Kong",
                "HKEX|2026-03-09T02:30:00Z|Hong Kong open until 16:00 Hong Kong",
                "XETRA|2026-12-30T12:59:00Z|Xetra open only until 14:00 Frankfurt (last trading day of the year)",
                "XETRA|2026-12-31T12:59:00Z|Xetra closed (New Year's Eve), opens Mon 09:00 Frankfurt",
            })
    void it_says_whether_it_is_open_and_when_that_changes(Exchange exchange, String moment, String said) {
        assertThat(said(Language.EN, at(exchange, moment).sentence())).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE|NYSE|2026-01-19T15:00:00Z|New York geschlossen (Martin-Luther-King-Tag), öffnet Di 09:30 (New York)",
                "DE|XETRA|2026-01-19T15:00:00Z|Xetra offen bis 17:30 (Frankfurt)",
                "ZH|HKEX|2026-02-17T02:00:00Z|香港休市（农历新年），周五 09:30（香港时间）开市",
                "ZH|HKEX|2026-03-09T02:30:00Z|香港开市中，16:00（香港时间）收市",
            })
    void it_says_so_in_every_language(Language language, Exchange exchange, String moment, String said) {
        assertThat(said(language, at(exchange, moment).sentence())).isEqualTo(said);
    }

    @Test
    void an_opening_a_week_away_is_named_by_its_day() {
        List<Closure> week = LocalDate.parse("2026-09-10")
                .datesUntil(LocalDate.parse("2026-09-18"))
                .map(day -> new Closure(Exchange.HKEX, day, null, "quake"))
                .toList();
        TradingCalendar closed = TradingCalendars.known(week).of(Exchange.HKEX);
        Hours hours = new Hours(Exchange.HKEX, closed, Instant.parse("2026-09-10T03:00:00Z"));
        assertThat(said(Language.EN, hours.words())).isEqualTo("closed (quake), opens 2026-09-18 09:30 Hong Kong");
    }

    /** Whatever the moment, it is different after the change, and the same up to it. */
    @ParameterizedTest
    @EnumSource(names = {"NYSE", "HKEX", "XETRA", "TOKYO"})
    void trading_begins_or_ends_at_the_change_and_not_before(Exchange exchange) {
        Instant moment = Instant.parse("2024-01-01T00:00:00Z");
        for (int i = 0; i < 500; i++) {
            Hours hours = new Hours(exchange, calendars.of(exchange), moment);
            Instant change = hours.change();
            assertThat(change).isAfter(moment);
            TradingCalendar calendar = calendars.of(exchange);
            assertThat(calendar.openAt(change.minusMillis(1))).isEqualTo(hours.open());
            assertThat(calendar.openAt(change)).isNotEqualTo(hours.open());
            moment = i % 2 == 0 ? change : change.plusSeconds(600);
        }
    }

    @Test
    void every_name_in_the_calendars_is_worded_in_every_language() {
        for (Exchange exchange : Exchange.values()) {
            for (Special special : CalendarFile.of(exchange).days().values()) {
                assertThat(HolidayNames.of(special.name())).as(special.name()).isNotEqualTo(Line.of(special.name()));
            }
        }
    }
}
