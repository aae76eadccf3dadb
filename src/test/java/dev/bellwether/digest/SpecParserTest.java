package dev.bellwether.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.command.FollowedSymbols;
import dev.bellwether.command.Symbols;
import dev.bellwether.fact.Exchange;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecParserTest {
    private static final ChatId CHAT = new ChatId("test", "1");
    private static final SpecParser LIVE = parser(true);
    private static final SpecParser SAMPLE = parser(false);

    private static SpecParser parser(boolean othersToo) {
        return SpecParser.of(new FollowedSymbols(
                new Symbols(Newsroom.INSTRUMENTS, othersToo), Newsroom.INSTRUMENTS, List.of("BABA", "BIDU")));
    }

    private static DigestSpec one(String text) {
        List<DigestSpec> specs = LIVE.parse(CHAT, text);
        assertThat(specs).hasSize(1);
        return specs.getFirst();
    }

    /** Canonical texts say everything, so that they can be compared. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08:00 weekdays                             | 08:00 weekdays favourites
            08:00                                      | 08:00 weekdays favourites
            at 8am on weekdays                         | 08:00 weekdays favourites
            8 am every day                             | 08:00 daily favourites
            8.30 und 17:45 werktags                    | 08:30, 17:45 weekdays favourites
            12 pm daily                                | 12:00 daily favourites
            12am daily                                 | 00:00 daily favourites
            24:00 daily                                | 00:00 daily favourites
            um 8 uhr täglich                           | 08:00 daily favourites
            8h30 mo-fr                                 | 08:30 weekdays favourites
            fri-mon 7:05                               | 07:05 mon, fri, sat, sun favourites
            monday, wednesday and friday 08:00         | 08:00 mon, wed, fri favourites
            周一 周五 08：30                              | 08:30 mon, fri favourites
            30m before nyse opens                      | 30m before xnys opens daily favourites
            30 minutes before NYSE opens               | 30m before xnys opens daily favourites
            30-min before the NYSE                     | 30m before xnys opens daily favourites
            half an hour before the open               | 30m before xnys opens daily favourites
            an hour after the close                    | 60m after xnys closes daily favourites
            1h after Hong Kong closes                  | 60m after xhkg closes daily favourites
            15m after hkex closes full BABA JD         | 15m after xhkg closes daily $BABA $JD
            15 Minuten nach Börsenschluss              | 15m after xnys closes daily favourites
            30m vor xetra                              | 30m before xetr opens daily favourites
            15m before the close of Hong Kong JD       | 15m before xhkg closes daily $JD
            after the close on monday                  | 30m after xnys closes mon favourites
            30m 前 港股 开盘                              | 30m before xhkg opens daily favourites
            after nyse closes                          | 30m after xnys closes daily favourites
            before wall street                         | 30m before xnys opens daily favourites
            at nyse open                               | 0m after xnys opens daily favourites
            friday after nyse closes weekly            | 30m after xnys closes fri favourites weekly
            Friday after the close                     | 30m after xnys closes fri favourites
            weekly                                     | 30m after xnys closes fri favourites weekly
            08:00 on trading days of hong kong         | 08:00 daily xhkg trading days favourites
            08:00 nyse trading days                    | 08:00 daily xnys trading days favourites
            08:00 only on trading days                 | 08:00 daily xnys trading days favourites
            08:00 xetra                                | 08:00 daily xetr trading days favourites
            08:00 watchlists                           | 08:00 weekdays watchlists
            08:00 my watchlist                         | -
            08:00 PDD Holdings                         | 08:00 weekdays $PDD
            08:00 $BABA $9988.HK                       | 08:00 weekdays $BABA $9988.HK
            08:00 NVDA                                 | 08:00 weekdays $NVDA
            08:00 $on $full                            | 08:00 weekdays $ON $FULL
            """)
    void what_managers_type_is_read(String typed, String canonical) {
        if (canonical.equals("-")) {
            assertThatThrownBy(() -> one(typed)).isInstanceOf(SpecProblem.class);
            return;
        }
        String weekly = canonical.endsWith(" weekly") ? " weekly" : "";
        assertThat(SpecText.of(one(typed)))
                .isEqualTo(canonical.replace(" weekly", "")
                        + " sections: moves, levels, calls, stories, feeds, ahead, alerts," + " claims full" + weekly);
    }

    @Test
    void without_a_time_there_are_two_one_before_the_session_of_the_favourites_and_one_after_it() {
        List<DigestSpec> specs = LIVE.parse(CHAT, "");
        assertThat(specs)
                .extracting(DigestSpec::when)
                .containsExactly(
                        new When.AtSession(Exchange.NYSE, When.Edge.OPEN, Duration.ofMinutes(-30), When.EVERY_DAY),
                        new When.AtSession(Exchange.NYSE, When.Edge.CLOSE, Duration.ofMinutes(30), When.EVERY_DAY));
        assertThat(LIVE.parse(CHAT, "JD short in german"))
                .hasSize(2)
                .allSatisfy(spec -> assertThat(spec.what()).isEqualTo(new What.Named(List.of("JD"))))
                .allSatisfy(spec -> assertThat(spec.length()).isEqualTo(DigestSpec.Length.SHORT))
                .allSatisfy(spec -> assertThat(spec.language()).isEqualTo(Language.DE));
    }

    @Test
    void sections_stand_in_the_order_typed_and_can_be_left_out() {
        assertThat(one("08:00 sections: moves, calls, stories").sections())
                .containsExactly(Section.MOVES, Section.CALLS, Section.STORIES);
        assertThat(one("08:00 sections stories calls short").sections())
                .containsExactly(Section.STORIES, Section.CALLS);
        assertThat(one("08:00 without claims no alerts").sections())
                .containsExactly(
                        Section.MOVES, Section.LEVELS, Section.CALLS, Section.STORIES, Section.FEEDS, Section.AHEAD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25:00                         | "25:00" is no time of the day. Write it like 08:00 or 8am.
            8:75                          | "8:75" is no time of the day. Write it like 08:00 or 8am.
            13 pm                         | "13" is no time of the day. Write it like 08:00 or 8am.
            08:00 weekdys                 | "weekdys" means nothing here. Is weekdays or weekday meant?
            08:00 fridy                   | "fridy" means nothing here. Is friday meant?
            08:00 baab                    | "baab" means nothing here. Is BABA meant?
            30m                           | "30m" needs what it is before or after, such as 30m before nyse opens.
            30m nyse                      | "30m" needs what it is before or after, such as 30m before nyse opens.
            30m before                    | "before" needs an exchange or an end of the session, such as before nyse closes.
            30m before nise opens         | "nise" is no exchange that I know. Is nse or nyse meant?
            20h after nyse closes         | "20h" is too far from the session; 12 hours at the most.
            08:00 30m before nyse opens   | A digest comes at times of the day or at a session, not both; switch on two.
            before nyse after nyse        | One digest has one time at a session; switch on two for two.
            08:00 BABA watchlists         | A digest is about named symbols, the watchlists or the favourites; choose one.
            08:00 sections: movs          | "movs" is no section. There are: moves, levels, calls, stories, feeds, ahead, alerts, claims. Is moves meant?
            08:00 sections:               | Name the sections behind it. There are: moves, levels, calls, stories, feeds, ahead, alerts, claims.
            08:00 sections: moves without moves | That leaves no section.
            <script>                      | "<script>" means nothing here.
            """)
    void a_mistake_names_the_word_and_what_was_probably_meant(String typed, String sentence) {
        assertThatThrownBy(() -> SAMPLE.parse(CHAT, typed))
                .isInstanceOfSatisfying(
                        SpecProblem.class,
                        problem -> assertThat(plain(problem.say())).isEqualTo(sentence));
    }

    private static String plain(Line line) {
        return Voice.english().plain(line);
    }

    @Test
    void there_are_limits() {
        String times = "00:01 00:02 00:03 00:04 00:05 00:06 00:07 00:08 00:09 00:10 00:11 00:12 00:13";
        assertThatThrownBy(() -> one(times)).isInstanceOf(SpecProblem.class);
        String symbols = IntStream.range(0, 51)
                .mapToObj(i -> "$AB" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
                .collect(Collectors.joining(" "));
        assertThatThrownBy(() -> one("08:00 " + symbols)).isInstanceOf(SpecProblem.class);
    }

    /** Words of the language in any order, and anything else between: it is read, or refused with a sentence. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_is_typed_is_read_or_refused(long seed) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>(SpecWords.all());
        words.addAll(List.of(
                "08:00",
                "8am",
                "30m",
                "1h",
                "$BABA",
                "BABA",
                "99999999999999",
                "-",
                ":",
                "::",
                "$",
                "𝕏",
                "mon-",
                "-fri",
                "1:1"));
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(6); word >= 0; word--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextBoolean() ? " " : ", ");
            }
            try {
                List<DigestSpec> specs = LIVE.parse(CHAT, text.toString());
                specs.forEach(spec -> assertThat(SpecParser.ofStored().parse(CHAT, SpecText.of(spec)))
                        .containsExactly(spec));
                read++;
            } catch (SpecProblem e) {
                assertThat(plain(e.say())).as(text.toString()).isNotBlank().doesNotContain("{0}");
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void what_is_kept_is_read_as_the_same_again(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            DigestSpec spec = random(random);
            assertThat(SpecParser.ofStored().parse(CHAT, SpecText.of(spec))).containsExactly(spec);
        }
    }

    private static DigestSpec random(Random random) {
        Set<DayOfWeek> days = random.nextInt(3) == 0
                ? When.EVERY_DAY
                : Arrays.stream(DayOfWeek.values())
                        .filter(day -> random.nextBoolean())
                        .collect(Collectors.toCollection(() -> EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)))));
        Exchange exchange = List.of(Exchange.values()).get(random.nextInt(Exchange.values().length));
        When when = random.nextBoolean()
                ? new When.AtTimes(
                        List.of(LocalTime.of(random.nextInt(24), random.nextInt(60)), LocalTime.of(3, 0)),
                        days,
                        random.nextBoolean() ? exchange : null)
                : new When.AtSession(
                        exchange,
                        random.nextBoolean() ? When.Edge.OPEN : When.Edge.CLOSE,
                        Duration.ofMinutes(random.nextInt(1441) - 720),
                        days);
        What what = switch (random.nextInt(3)) {
            case 0 -> new What.Watched();
            case 1 -> new What.Favourites();
            default -> new What.Named(List.of("BABA", "9988.HK", "ON", "BRK.B"));
        };
        List<Section> sections = new ArrayList<>(Section.ALL);
        Collections.shuffle(sections, random);
        Language language =
                random.nextBoolean() ? null : List.of(Language.values()).get(random.nextInt(3));
        return new DigestSpec(
                CHAT,
                0,
                when,
                what,
                sections.subList(0, 1 + random.nextInt(7)),
                List.of(DigestSpec.Length.values()).get(random.nextInt(2)),
                random.nextBoolean(),
                language);
    }
}
