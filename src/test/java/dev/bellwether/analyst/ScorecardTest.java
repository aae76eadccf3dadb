package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.analyst.Judgement.Outcome;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.Measure;
import dev.bellwether.quote.History;
import dev.bellwether.quote.SplitSuspect;
import dev.bellwether.talk.Line;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final Listing BABA = Desk.BABA.primary();
    private static final Instant NOW = Instant.parse("2026-06-01T22:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);

    /** Closes at 100 with highs at 102 and lows at 98, but for what the function changes. */
    private static History history(UnaryOperator<Bar> change, List<SplitSuspect> splits, LocalDate last) {
        List<Bar> bars = FIRST.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .map(day -> change.apply(new Bar(day, 100, 102, 98, 100, 1_000)))
                .toList();
        Provenance source = new Provenance("Test", NOW, Duration.ZERO, null, false);
        return new History("BABA", "USD", bars, List.of(), splits, false, source);
    }

    private static History flat() {
        return history(bar -> bar, List.of(), LocalDate.of(2026, 6, 1));
    }

    private static UnaryOperator<Bar> spike(String day, double high, double low) {
        return bar -> bar.date().equals(LocalDate.parse(day)) ? new Bar(bar.date(), 100, high, low, 100, 1_000) : bar;
    }

    private static Fact.Call call(String firm, String at, String target, @Nullable String currency) {
        AnalystCall call = new AnalystCall(
                firm,
                null,
                null,
                null,
                AnalystCall.Action.SET,
                null,
                new BigDecimal(target),
                currency,
                null,
                null,
                AnalystCall.Kind.ANALYST,
                "",
                1);
        Instant when = Instant.parse(at);
        return new Fact.Call(
                firm + at + target, "BABA", when, call, List.of(new Mention("f", "a", "p", null, when, "")));
    }

    private static Judgement judge(String at, String target, History history, Instant now) {
        Fact.Call call = call("Citi", at, target, "USD");
        return Judgement.of(call, Double.parseDouble(target), BABA, history, now);
    }

    @Test
    void a_target_above_is_reached_by_a_high() {
        History history = history(spike("2024-07-03", 120, 98), List.of(), LocalDate.of(2026, 6, 1));
        Judgement judgement = judge("2024-06-03T12:00:00Z", "120", history, NOW);
        assertThat(judgement.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(judgement.days()).isEqualTo(30);
        assertThat(judgement.error()).isCloseTo(20, within(1e-9));
        assertThat(judge("2024-06-03T12:00:00Z", "120.01", history, NOW).outcome())
                .isEqualTo(Outcome.MISSED);
    }

    @Test
    void a_target_below_is_reached_by_a_low_and_not_by_the_price_above_it() {
        History history = history(spike("2024-07-03", 102, 80), List.of(), LocalDate.of(2026, 6, 1));
        assertThat(judge("2024-06-03T12:00:00Z", "80", history, NOW).outcome()).isEqualTo(Outcome.REACHED);
        assertThat(judge("2024-06-03T12:00:00Z", "79", history, NOW).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(judge("2024-06-03T12:00:00Z", "80", flat(), NOW).error()).isCloseTo(-20, within(1e-9));
    }

    @Test
    void a_high_of_the_session_in_which_the_call_was_made_may_have_been_before_it() {
        History history = history(spike("2024-06-03", 120, 98), List.of(), LocalDate.of(2026, 6, 1));
        assertThat(judge("2024-06-03T18:00:00Z", "120", history, NOW).outcome()).isEqualTo(Outcome.MISSED);
        Judgement before = judge("2024-06-03T13:00:00Z", "120", history, NOW);
        assertThat(before.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(before.days()).isZero();
    }

    @Test
    void what_is_reached_after_twelve_months_was_missed() {
        History history = history(spike("2025-06-04", 120, 98), List.of(), LocalDate.of(2026, 6, 1));
        assertThat(judge("2024-06-03T12:00:00Z", "120", history, NOW).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(judge("2024-06-04T12:00:00Z", "120", history, NOW).outcome()).isEqualTo(Outcome.REACHED);
    }

    @Test
    void young_calls_are_not_judged_even_if_reached() {
        History history = history(spike("2025-07-03", 120, 98), List.of(), LocalDate.of(2026, 6, 1));
        Judgement judgement = judge("2025-07-01T12:00:00Z", "120", history, NOW);
        assertThat(judgement.outcome()).isEqualTo(Outcome.TOO_YOUNG);
        assertThat(judgement.days()).isEqualTo(2);
        assertThat(judgement.error()).isNull();
    }

    @Test
    void bars_after_the_moment_of_judgement_are_not_seen() {
        History history = history(spike("2024-07-03", 120, 98), List.of(), LocalDate.of(2026, 6, 1));
        Judgement then = judge("2024-06-03T12:00:00Z", "120", history, Instant.parse("2024-07-03T12:00:00Z"));
        assertThat(then).isEqualTo(new Judgement(Outcome.TOO_YOUNG, null, null));
    }

    @Test
    void without_prices_or_across_a_split_nothing_is_judged() {
        assertThat(judge("2023-12-01T12:00:00Z", "120", flat(), NOW).outcome()).isEqualTo(Outcome.NO_PRICES);
        History ended = history(bar -> bar, List.of(), LocalDate.of(2025, 1, 31));
        assertThat(judge("2024-06-03T12:00:00Z", "120", ended, NOW).outcome()).isEqualTo(Outcome.NO_PRICES);
        assertThat(judge("2025-03-03T12:00:00Z", "120", ended, NOW).outcome()).isEqualTo(Outcome.NO_PRICES);
        SplitSuspect split = new SplitSuspect(LocalDate.of(2024, 9, 2), 0.5);
        History halved = history(bar -> bar, List.of(split), LocalDate.of(2026, 6, 1));
        assertThat(judge("2024-06-03T12:00:00Z", "120", halved, NOW).outcome()).isEqualTo(Outcome.NO_PRICES);
        assertThat(judge("2024-10-03T12:00:00Z", "120", halved, NOW).outcome()).isEqualTo(Outcome.MISSED);
    }

    private static Score score(List<Fact.Call> calls) {
        Coverage coverage = new Coverage(NOW, List.of(), List.of(), calls, List.of(), Map.of(), 0);
        List<Score> scores = new Scorecard(Firms.known(), NOW)
                .add(Desk.BABA, coverage, listing -> listing.equals(BABA) ? flat() : null)
                .scores();
        assertThat(scores).hasSize(1);
        return scores.getFirst();
    }

    private static List<Fact.Call> dated(int count, String target) {
        List<Fact.Call> calls = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            calls.add(call("Citi", "2024-0" + i + "-10T12:00:00Z", target, "USD"));
        }
        return calls;
    }

    @Test
    void there_is_no_score_on_fewer_than_five_judged_calls() {
        Score four = score(dated(4, "101"));
        assertThat(four.judged()).isEqualTo(4);
        assertThat(four.share()).isEqualTo(new Measure.Missing(Line.say("analysts.few", 5, 4)));
        assertThat(four.meanError().number()).isEmpty();
        assertThat(four.medianDays().number()).isEmpty();
        Score five = score(dated(5, "101"));
        assertThat(five.share().number()).hasValue(100);
        assertThat(five.medianDays().number()).hasValue(0);
        assertThat(five.meanError().number().orElseThrow()).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_score_counts_what_it_leaves_out() {
        List<Fact.Call> calls = dated(6, "150");
        calls.add(call("Citigroup", "2024-07-10T12:00:00Z", "50", null));
        calls.add(call("Citi", "2026-01-10T12:00:00Z", "101", "USD"));
        calls.add(call("Citi", "2026-01-10T12:00:00Z", "190", "USD"));
        calls.add(call("Citi", "2024-03-10T12:00:00Z", "120", "HKD"));
        calls.add(call("Citi", "2024-03-10T12:00:00Z", "120", "SEK"));
        Score score = score(calls);
        assertThat(score.calls()).isEqualTo(11);
        assertThat(score.judged()).isEqualTo(7);
        assertThat(score.reached()).isZero();
        assertThat(score.share().number()).hasValue(0);
        assertThat(score.medianDays()).isEqualTo(new Measure.Missing(Line.say("analysts.none.reached")));
        assertThat(score.meanError().number().orElseThrow()).isCloseTo((6 * 50 - 50) / 7.0, within(1e-9));
        assertThat(score.meanDistance().number().orElseThrow()).isCloseTo(50, within(1e-9));
        assertThat(score.young()).isEqualTo(2);
        assertThat(score.youngReached()).isOne();
        assertThat(score.unjudged()).isEqualTo(2);
    }
}
