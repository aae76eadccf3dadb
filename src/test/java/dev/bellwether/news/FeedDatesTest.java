package dev.bellwether.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Fri, 02 Jan 2026 15:04:05 GMT        | 2026-01-02T15:04:05Z
                    Fri, 02 Jan 2026 15:04:05 +0000      | 2026-01-02T15:04:05Z
                    Fri, 02 Jan 2026 10:04:05 EST        | 2026-01-02T15:04:05Z
                    Thu, 02 Jul 2026 11:04:05 EDT        | 2026-07-02T15:04:05Z
                    Fri, 2 Jan 26 15:04 UT               | 2026-01-02T15:04:00Z
                    fri, 02 JAN 2026 15:04:05 z          | 2026-01-02T15:04:05Z
                    Friday, 02-Jan-26 15:04:05 GMT       | 2026-01-02T15:04:05Z
                    2 January 2026 23:04:05 +08:00       | 2026-01-02T15:04:05Z
                    Fri,  02 Jan 2026  23:04:05 GMT+8    | 2026-01-02T15:04:05Z
                    02 Jan 2026 16:04:05 +0100 (CET)     | 2026-01-02T15:04:05Z
                    Fr, 02 Mai 2025 15:04:05 +0200       | 2025-05-02T13:04:05Z
                    02 Jan 2026                          | 2026-01-02T00:00:00Z
                    Sat, 02 Jan 2026 15:04:05 GMT        | 2026-01-02T15:04:05Z
                    2026-01-02T15:04:05Z                 | 2026-01-02T15:04:05Z
                    2026-01-02T15:04:05.999999999Z       | 2026-01-02T15:04:05Z
                    2026-01-02T23:04:05+08:00            | 2026-01-02T15:04:05Z
                    2026-01-02T23:04:05+0800             | 2026-01-02T15:04:05Z
                    2026-01-02 15:04:05                  | 2026-01-02T15:04:05Z
                    2026-01-02 15:04                     | 2026-01-02T15:04:00Z
                    2026-01-02 15:04:05 UTC              | 2026-01-02T15:04:05Z
                    2026-01-02 15:04:05 +0000            | 2026-01-02T15:04:05Z
                    2026-01-02                           | 2026-01-02T00:00:00Z
                    2026/01/02 15:04                     | 2026-01-02T15:04:00Z
                    20260102T150405Z                     | 2026-01-02T15:04:05Z
                    20260102                             | 2026-01-02T00:00:00Z
                    2026-01-02T24:00:00Z                 | 2026-01-03T00:00:00Z
                    2026-01-02T23:59:60Z                 | 2026-01-03T00:00:00Z
                    January 2, 2026 3:04 PM EST          | 2026-01-02T20:04:00Z
                    Jan 2, 2026, 12:04 a.m.              | 2026-01-02T00:04:00Z
                    Jan. 2nd, 2026 at 12:30pm            | 2026-01-02T12:30:00Z
                    02.01.2026                           | 2026-01-02T00:00:00Z
                    02.01.2026 15:04                     | 2026-01-02T15:04:00Z
                    02.01.2026 um 15:04:05               | 2026-01-02T15:04:05Z
                    1767366245                           | 2026-01-02T15:04:05Z
                    1767366245000                        | 2026-01-02T15:04:05Z
                    """)
    void a_date_is_read_in_the_forms_feeds_use(String text, Instant moment) {
        assertThat(FeedDates.read(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026",
                "Fri",
                "32 Jan 2026",
                "30 Feb 2026",
                "2026-13-01",
                "2026-02-30",
                "02.13.2026",
                "2026-01-02T25:00:00Z",
                "2026-01-02T10:61:00Z",
                "Fri, 02 Foo 2026 10:00:00 GMT",
                "0000-00-00 00:00:00",
                "0001-01-01T00:00:00Z",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "1979-12-31T00:00:00Z",
                "2100-01-02T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2026-01-02T10:00:00+99:00",
                "2026-01-02 10:00:00 XYZ",
                "-1",
                "999999999999999999999",
                "Fri, 02 Jan 2026 10:00:00 GMT and then some words that go on and on and on and on and on and on until one hundred"
            })
    void what_is_no_date_or_cannot_be_believed_is_unknown(String text) {
        assertThat(FeedDates.read(text)).isNull();
    }
}
