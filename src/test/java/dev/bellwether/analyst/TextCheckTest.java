package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.reading.Passage;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A whole text: which company, listing and day its claims mean, and what other sources say. */
class TextCheckTest {
    private static final SampleDesk DESK = SampleDesk.at("2026-01-15T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-01-14T12:54:04Z");
    private static final Passage TEXT = Passage.of("Alibaba has plans for its cloud.");

    private static Claim claim(Claim.Kind kind, String value, @Nullable String currency, @Nullable String company) {
        return new Claim(kind, new BigDecimal(value), null, currency, null, company, null, "It is " + value + ".", 1);
    }

    private static Claim reports(String day) {
        return new Claim(
                Claim.Kind.EARNINGS_DATE,
                null,
                LocalDate.parse(day),
                null,
                null,
                null,
                null,
                "It reports on " + day,
                1);
    }

    private static List<Checked> check(MemoryFacts facts, @Nullable URI link, Claim... claims) {
        return new TextCheck(text -> List.of(claims), text -> List.of(), DESK.instruments(), DESK.markets(), facts)
                .check(TEXT, NOON, link, DESK.at(), 20)
                .checked();
    }

    private static List<Verdict> targets(MemoryFacts facts, AnalystCall... calls) {
        return new TextCheck(text -> List.of(), text -> List.of(calls), DESK.instruments(), DESK.markets(), facts)
                .check(TEXT, NOON, null, DESK.at(), 20).checked().stream()
                        .map(Checked::verdict)
                        .toList();
    }

    /** The facts of an article of 14 January 2026 that printed an RSI which can't be. */
    @Test
    void the_figures_of_january_14_agree_but_the_rsi_contradicts() {
        List<Checked> checked = check(
                new MemoryFacts(),
                null,
                claim(Claim.Kind.DAY_CHANGE_PCT, "1.65", null, null),
                claim(Claim.Kind.WEEK_CHANGE_PCT, "17.43", null, null),
                claim(Claim.Kind.YEAR_CHANGE_PCT, "86.65", null, null),
                claim(Claim.Kind.HIGH_52W, "161.60", "EUR", null),
                claim(Claim.Kind.RSI, "29.4", null, null));
        assertThat(checked)
                .extracting(each -> each.verdict().label())
                .containsExactly("agrees", "agrees", "agrees", "agrees", "contradicts");
        assertThat(checked).allSatisfy(each -> assertThat(each.about()).isEqualTo("BABA"));
        assertThat(checked.getLast().verdict()).isInstanceOfSatisfying(Verdict.Contradicts.class, verdict -> {
            assertThat(verdict.finding().listing()).isEqualTo("AHLA.DE");
            assertThat(((Value.Figure) verdict.finding().computed()).value()).isCloseTo(75, within(2.0));
        });
    }

    @Test
    void claims_about_a_stranger_or_about_nobody_are_not_guessed() {
        List<Checked> checked = check(
                new MemoryFacts(),
                null,
                claim(Claim.Kind.DAY_CHANGE_PCT, "1.6", null, "Acme Rockets"),
                claim(Claim.Kind.DAY_CHANGE_PCT, "12.0", null, "Baidu"));
        assertThat(checked.getFirst().verdict())
                .isEqualTo(new Verdict.Unchecked(Line.say("check.about.stranger", "Acme Rockets")));
        assertThat(checked.getLast().about()).isEqualTo("BIDU");
        TextCheck nobody = new TextCheck(
                text -> List.of(claim(Claim.Kind.RSI, "30", null, null)),
                text -> List.of(),
                DESK.instruments(),
                DESK.markets(),
                new MemoryFacts());
        assertThat(nobody.check(Passage.of("It rose."), NOON, null, DESK.at(), 20)
                        .checked())
                .singleElement()
                .extracting(Checked::verdict)
                .isEqualTo(new Verdict.Unchecked(Line.say("check.about.nobody")));
    }

    @Test
    void an_earnings_date_is_compared_with_other_sources_only() {
        MemoryFacts facts = new MemoryFacts()
                .earnings("BABA", "2026-02-19", "2026-01-13T17:10:00Z", "wire", "ticker")
                .earnings("BABA", "2026-02-24", "2026-01-14T09:00:00Z", "blog");
        assertThat(verdicts(facts, null, "2026-02-19", "2026-02-20", "2026-08-01"))
                .extracting(Verdict::label)
                .containsExactly("agrees", "contradicts", "unchecked");
        URI blog = URI.create("https://news.example/blog");
        assertThat(verdicts(facts, blog, "2026-02-24"))
                .extracting(Verdict::label)
                .containsExactly("contradicts");
        assertThat(verdicts(new MemoryFacts(), null, "2026-02-19"))
                .containsExactly(new Verdict.Unchecked(Line.say("check.date.unknown")));
    }

    private static List<Verdict> verdicts(MemoryFacts facts, @Nullable URI link, String... days) {
        List<Claim> claims = new ArrayList<>();
        List.of(days).forEach(day -> claims.add(reports(day)));
        return check(facts, link, claims.toArray(Claim[]::new)).stream()
                .map(Checked::verdict)
                .toList();
    }

    @Test
    void a_target_is_compared_with_the_newest_of_the_same_firm() {
        MemoryFacts facts = new MemoryFacts()
                .target("BABA", "Jefferies", "231", "2025-12-01T12:00:00Z", "wire")
                .target("BABA", "Jefferies", "225", "2026-01-13T12:40:00Z", "wire", "ticker")
                .consensus("BABA", "195.12", "2026-01-13T12:40:00Z", "wire");
        assertThat(targets(
                        facts,
                        MemoryFacts.call("Jefferies Group", "225", AnalystCall.Kind.ANALYST),
                        MemoryFacts.call("Jefferies", "231", AnalystCall.Kind.ANALYST),
                        MemoryFacts.call("Jefferies", "300", AnalystCall.Kind.ANALYST),
                        MemoryFacts.call("Nomura", "215", AnalystCall.Kind.ANALYST),
                        MemoryFacts.call(null, "195.12", AnalystCall.Kind.CONSENSUS),
                        MemoryFacts.call(null, "195.12", AnalystCall.Kind.HIGH),
                        MemoryFacts.call(null, "225", AnalystCall.Kind.ANALYST)))
                .extracting(Verdict::label)
                .containsExactly("agrees", "off", "contradicts", "unchecked", "agrees", "unchecked", "unchecked");
    }

    @Test
    void more_claims_than_wanted_are_counted_and_not_checked() {
        TextCheck.Outcome outcome = new TextCheck(
                        text -> Collections.nCopies(30, claim(Claim.Kind.RSI, "29.4", null, null)),
                        text -> Collections.nCopies(5, MemoryFacts.call("A", "1", AnalystCall.Kind.ANALYST)),
                        DESK.instruments(),
                        DESK.markets(),
                        new MemoryFacts())
                .check(TEXT, NOON, null, DESK.at(), 20);
        assertThat(outcome.checked()).hasSize(20);
        assertThat(outcome.more()).isEqualTo(15);
        assertThat(Objects.requireNonNull(outcome.checked().getFirst()).about()).isEqualTo("BABA");
    }
}
