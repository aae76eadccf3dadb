package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Instrument;
import dev.bellwether.talk.Voice;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of days of the bundled January 2026. */
class ExplainerTest {
    private static final SampleDesk DESK = SampleDesk.at("2026-01-30T22:00:00Z");

    private static Explanation explain(String symbol, @Nullable String day) {
        return explain(symbol, day, new MemoryFacts());
    }

    private static Explanation explain(String symbol, @Nullable String day, MemoryFacts facts) {
        Instrument instrument = DESK.instrument(symbol);
        return new Explainer(DESK.markets(), DESK.instruments(), DESK.stories(), facts)
                .explain(
                        instrument,
                        instrument.listing(symbol).orElse(instrument.primary()),
                        day == null ? null : LocalDate.parse(day),
                        DESK.at());
    }

    private static Explanation.Found found(String symbol, @Nullable String day) {
        return (Explanation.Found) explain(symbol, day);
    }

    @Test
    void the_second_of_january_is_the_day_of_the_chip_spin_off() {
        Explanation.Found day = found("BABA", "2026-01-02");
        assertThat(day.stories().getFirst().story().headline()).contains("Kunlunxin");
        assertThat(day.stories().getFirst().themes()).contains("kunlunxin");
        assertThat(day.move().change().number().orElseThrow()).isCloseTo(6.2, within(0.01));
        assertThat(day.move().sigma().number().orElseThrow()).isGreaterThan(2);
        assertThat(day.move().volumeMultiple().number().orElseThrow()).isCloseTo(2.16, within(0.01));
        assertThat(day.move().crossings()).anySatisfy(crossing -> {
            assertThat(crossing.line()).isEqualTo("SMA 200");
            assertThat(crossing.up()).isTrue();
            assertThat(crossing.price()).isCloseTo(144, within(0.5));
        });
        assertThat(day.unexplained()).isFalse();
    }

    @Test
    void the_peers_of_the_same_day_stand_beside_it() {
        assertThat(found("BABA", "2026-01-02").peers())
                .extracting(Explanation.PeerMove::symbol)
                .containsExactly("BIDU", "PDD", "JD");
        assertThat(found("BABA", "2026-01-02")
                        .peers()
                        .getFirst()
                        .change()
                        .number()
                        .orElseThrow())
                .isCloseTo(12.0, within(0.1));
        assertThat(found("BABA", "2026-01-02").peersWentAlong()).isTrue();
    }

    @Test
    void only_stories_from_the_close_before_to_the_evening_of_the_day_are_told() {
        assertThat(found("BABA", "2026-01-12").stories())
                .allSatisfy(ranked ->
                        assertThat(ranked.story().first()).isBetween("2026-01-09T21:00:00Z", "2026-01-13T03:00:00Z"));
    }

    @Test
    void a_day_with_nothing_but_reports_of_the_move_is_unexplained() {
        Explanation.Found day = found("BABA", "2026-01-22");
        assertThat(day.move().change().number().orElseThrow()).isGreaterThan(4);
        assertThat(day.stories()).allMatch(StoryRanking.Ranked::report);
        assertThat(day.unexplained()).isEqualTo(!day.peersWentAlong());
    }

    @Test
    void calls_of_the_day_are_named_and_those_of_other_days_are_not() {
        MemoryFacts facts = new MemoryFacts()
                .target("BABA", "Old House", "200", "2026-01-05T12:00:00Z", "A")
                .target("BABA", "New House", "225", "2026-01-13T12:40:00Z", "A");
        Explanation.Found day = (Explanation.Found) explain("BABA", "2026-01-13", facts);
        assertThat(day.calls()).extracting(call -> call.call().firm()).containsExactly("New House");
        assertThat(day.unexplained()).isFalse();
    }

    @Test
    void without_a_day_it_is_the_last_session() {
        assertThat(found("BABA", null).move().day()).isEqualTo(LocalDate.parse("2026-01-30"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01|There was no session of BABA in New York that day: a holiday, or its prices are missing. The session before was that of 2025-12-31.",
                "2026-01-19|There was no session of BABA in New York that day: a holiday, or its prices are missing. The session before was that of 2026-01-16.",
                "2026-01-17|That was a Saturday, without trading in New York. The session before was that of 2026-01-16.",
                "2026-02-02|That day lies in the future; I only explain what has happened.",
                "9999-12-31|That day lies in the future; I only explain what has happened.",
                "1990-01-02|The prices of BABA that I have do not go back to that day."
            })
    void a_day_without_a_session_is_told_with_its_reason(String day, String why) {
        assertThat(explain("BABA", day)).isInstanceOfSatisfying(Explanation.NoSession.class, none -> {
            assertThat(none.day()).isEqualTo(LocalDate.parse(day));
            assertThat(Voice.english().plain(none.why())).isEqualTo(why);
        });
    }

    @Test
    void another_listing_has_its_own_sessions_and_peers_without_prices_there_are_taken_at_home() {
        Explanation.Found holidayInNewYork = found("9988.HK", "2026-01-19");
        assertThat(holidayInNewYork.now().listing().symbol()).isEqualTo("9988.HK");
        assertThat(holidayInNewYork.peers()).isEmpty();
        assertThat(found("9988.HK", "2026-01-20").peers())
                .extracting(Explanation.PeerMove::listing)
                .containsExactly("BIDU", "PDD", "JD");
    }

    @Test
    void the_first_days_of_the_history_have_no_usual_day() {
        Explanation explanation = explain("BABA", firstDay());
        assertThat(explanation).isInstanceOfSatisfying(Explanation.Found.class, day -> {
            assertThat(day.move().change().number()).isEmpty();
            assertThat(day.move().sigma().number()).isEmpty();
            assertThat(day.move().crossings()).isEmpty();
        });
    }

    private static String firstDay() {
        var snapshot = DESK.markets()
                .look(List.of(DESK.instrument("BABA").primary()), DESK.at())
                .getFirst();
        return Objects.requireNonNull(snapshot.prices().history())
                .bars()
                .getFirst()
                .date()
                .toString();
    }
}
