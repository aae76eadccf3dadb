package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instrument;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims against the bundled bars: what holds, what does not, and what nobody can tell. */
class ClaimCheckTest {
    private static final SampleDesk DESK = SampleDesk.at("2026-01-15T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-01-14T12:54:04Z");

    private static Claim claim(Claim.Kind kind, String value, @Nullable String currency, String sentence) {
        return new Claim(kind, new BigDecimal(value), null, currency, null, null, null, sentence, 1);
    }

    private static Verdict check(Claim claim, Instant published, String symbol) {
        Instrument instrument = DESK.instrument(symbol);
        PressMarket market = new PressMarket(DESK.markets(), published, DESK.at());
        return ClaimCheck.check(claim, market.around(instrument, claim.sentence(), claim.symbol(), claim.currency()));
    }

    private static Verdict check(Claim.Kind kind, String value, @Nullable String currency) {
        return check(claim(kind, value, currency, "It is " + value + "."), NOON, "BABA");
    }

    private static String plain(Line line) {
        return Voice.english().plain(line);
    }

    private static Verdict.Finding finding(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Agrees agrees -> agrees.finding();
            case Verdict.Off off -> off.finding();
            case Verdict.Contradicts contradicts -> contradicts.finding();
            case Verdict.Unchecked unchecked -> throw new AssertionError(plain(unchecked.why()));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "DAY_CHANGE_PCT, 1.65, AHLA.DE, 2026-01-14",
        "WEEK_CHANGE_PCT, 17.43, BABA, 2026-01-14",
        "YEAR_CHANGE_PCT, 86.65, BABA, 2026-01-14"
    })
    void a_change_agrees_with_whichever_listing_and_day_fits(
            Claim.Kind kind, String value, String listing, String day) {
        Verdict verdict = check(kind, value, null);
        assertThat(verdict).isInstanceOf(Verdict.Agrees.class);
        assertThat(finding(verdict).day()).isEqualTo(LocalDate.parse(day));
        assertThat(finding(verdict).listing()).isNotNull();
    }

    @Test
    void an_oversold_rsi_after_a_week_of_seventeen_percent_contradicts() {
        Claim claim = claim(Claim.Kind.RSI, "29.4", null, "The RSI (14) stands at 29.4.");
        PressMarket market = new PressMarket(DESK.markets(), NOON, DESK.at());
        Verdict verdict =
                ClaimCheck.check(claim, market.around(DESK.instrument("BABA"), claim.sentence(), "AHLA.DE", null));
        assertThat(verdict).isInstanceOf(Verdict.Contradicts.class);
        Verdict.Finding finding = finding(verdict);
        assertThat(finding.listing()).isEqualTo("AHLA.DE");
        assertThat(plain(finding.tolerance())).isEqualTo("3 points");
        assertThat(((Value.Figure) finding.computed()).value()).isCloseTo(75, within(2.0));
    }

    @Test
    void the_currency_of_an_amount_chooses_the_listing() {
        assertThat(finding(check(Claim.Kind.PRICE, "148.20", "EUR")).listing()).isEqualTo("AHLA.DE");
        assertThat(finding(check(Claim.Kind.PRICE, "167.69", "HKD")).listing()).isEqualTo("9988.HK");
        assertThat(finding(check(Claim.Kind.PRICE, "172.60", "USD")).listing()).isEqualTo("BABA");
        assertThat(check(Claim.Kind.PRICE, "148.20", "CHF"))
                .isInstanceOfSatisfying(
                        Verdict.Unchecked.class,
                        unchecked -> assertThat(plain(unchecked.why()))
                                .isEqualTo("none of its listings that I follow trades in CHF"));
    }

    @ParameterizedTest
    @CsvSource({"148.20, agrees", "148.90, agrees", "150, off", "160, contradicts", "0, contradicts", "-5, contradicts"
    })
    void a_close_is_right_to_half_a_percent(String price, String verdict) {
        assertThat(check(claim(Claim.Kind.PRICE, price, "EUR", "It closed at " + price + "."), NOON, "BABA")
                        .label())
                .isEqualTo(verdict);
    }

    @Test
    void a_price_the_share_only_passed_is_no_close() {
        assertThat(check(
                        claim(Claim.Kind.PRICE, "159.9", "HKD", "It traded at HK$159.90."),
                        at("2026-01-12T08:30:00Z"),
                        "BABA"))
                .isInstanceOf(Verdict.Agrees.class);
        assertThat(check(
                        claim(Claim.Kind.PRICE, "153.5", "HKD", "It closed at HK$153.50."),
                        at("2026-01-12T08:30:00Z"),
                        "BABA"))
                .isInstanceOf(Verdict.Contradicts.class);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    @Test
    void a_52_week_high_is_checked_with_its_date() {
        String right = "The 52-week high of €161.60 was reached on October 2, 2025.";
        String wrong = "The 52-week high of €161.60 was reached on October 12, 2025.";
        assertThat(check(claim(Claim.Kind.HIGH_52W, "161.60", "EUR", right), NOON, "BABA"))
                .isInstanceOf(Verdict.Agrees.class);
        Verdict off = check(claim(Claim.Kind.HIGH_52W, "161.60", "EUR", wrong), NOON, "BABA");
        assertThat(off).isInstanceOf(Verdict.Off.class);
        assertThat(plain(finding(off).what())).contains("another day");
        assertThat(finding(off).day()).isEqualTo(LocalDate.parse("2025-10-02"));
        assertThat(check(Claim.Kind.HIGH_52W, "180", "EUR")).isInstanceOf(Verdict.Contradicts.class);
    }

    @Test
    void the_word_about_widens_the_tolerance_of_a_change() {
        Claim exact = claim(Claim.Kind.DAY_CHANGE_PCT, "3", null, "It rose 3%.");
        Claim about = claim(Claim.Kind.DAY_CHANGE_PCT, "3", null, "It rose about 3%.");
        assertThat(check(exact, NOON, "BABA")).isInstanceOf(Verdict.Off.class);
        assertThat(check(about, NOON, "BABA")).isInstanceOf(Verdict.Agrees.class);
        assertThat(plain(finding(check(about, NOON, "BABA")).tolerance())).contains("1.5 points");
    }

    @Test
    void a_fall_that_was_a_rise_contradicts_however_small() {
        assertThat(check(Claim.Kind.DAY_CHANGE_PCT, "-0.2", null)).isInstanceOf(Verdict.Contradicts.class);
    }

    @Test
    void volume_and_its_multiple_are_those_of_the_day() {
        Instant evening = at("2026-01-02T22:00:00Z");
        assertThat(check(claim(Claim.Kind.VOLUME, "15700000", null, "15.7 million shares"), evening, "BABA"))
                .isInstanceOf(Verdict.Agrees.class);
        assertThat(check(claim(Claim.Kind.VOLUME_MULTIPLE, "2", null, "twice the usual"), evening, "BABA"))
                .isInstanceOf(Verdict.Agrees.class);
        assertThat(check(claim(Claim.Kind.VOLUME_MULTIPLE, "5", null, "five times the usual"), evening, "BABA"))
                .isInstanceOf(Verdict.Contradicts.class);
    }

    @Test
    void a_named_weekday_is_looked_at_too() {
        Instant wednesday = at("2026-01-14T22:00:00Z");
        assertThat(check(
                        claim(Claim.Kind.DAY_CHANGE_PCT, "10.2", null, "On Monday it leapt 10.2%."), wednesday, "BABA"))
                .isInstanceOf(Verdict.Agrees.class);
        assertThat(check(claim(Claim.Kind.DAY_CHANGE_PCT, "10.2", null, "It leapt 10.2%."), wednesday, "BABA"))
                .isInstanceOf(Verdict.Contradicts.class);
    }

    @Test
    void averages_are_checked_with_their_period_or_against_the_usual_ones() {
        Instant evening = at("2026-01-02T22:00:00Z");
        Claim named = new Claim(
                Claim.Kind.SMA, new BigDecimal("144"), null, "USD", 200, null, null, "the 200-day average at $144", 1);
        Claim unnamed = claim(Claim.Kind.SMA, "144", "USD", "the long average at $144");
        Claim odd = new Claim(
                Claim.Kind.SMA, new BigDecimal("144"), null, "USD", 9_000, null, null, "the 9000-day average", 1);
        assertThat(plain(finding(check(named, evening, "BABA")).what())).isEqualTo("SMA 200");
        assertThat(check(unnamed, evening, "BABA")).isInstanceOf(Verdict.Agrees.class);
        assertThat(check(odd, evening, "BABA")).isInstanceOf(Verdict.Unchecked.class);
    }

    @Test
    void a_level_agrees_with_the_nearest_of_ours_and_never_contradicts() {
        Instant evening = at("2026-01-02T22:00:00Z");
        Verdict near = check(claim(Claim.Kind.LEVEL_RESISTANCE, "155", "USD", "resistance at $155"), evening, "BABA");
        Verdict far = check(claim(Claim.Kind.LEVEL_RESISTANCE, "500", "USD", "resistance at $500"), evening, "BABA");
        assertThat(near).isInstanceOf(Verdict.Agrees.class);
        assertThat(plain(finding(near).what())).contains("swing");
        assertThat(far).isInstanceOf(Verdict.Off.class);
    }

    @ParameterizedTest
    @CsvSource({"PE, 22", "MARKET_CAP, 400000000000"})
    void what_takes_figures_of_the_company_is_said_to_be_uncheckable(Claim.Kind kind, String value) {
        assertThat(check(kind, value, null))
                .isInstanceOfSatisfying(
                        Verdict.Unchecked.class,
                        unchecked -> assertThat(plain(unchecked.why())).contains("figures of the company"));
    }

    @Test
    void nothing_after_the_question_is_looked_at_and_no_prices_is_a_reason() {
        assertThat(check(claim(Claim.Kind.PRICE, "147.31", "EUR", "It closed at €147.31."), DESK.at(), "BABA"))
                .isInstanceOf(Verdict.Off.class);
        assertThat(check(claim(Claim.Kind.PRICE, "100", "USD", "at $100"), at("1999-01-04T12:00:00Z"), "BABA"))
                .isInstanceOfSatisfying(
                        Verdict.Unchecked.class,
                        unchecked -> assertThat(plain(unchecked.why())).contains("no prices of BABA"));
        assertThat(ClaimCheck.check(claim(Claim.Kind.RSI, "30", null, "RSI 30"), List.of()))
                .isInstanceOf(Verdict.Unchecked.class);
    }

    @Test
    void a_number_beyond_all_numbers_is_none() {
        assertThat(check(Claim.Kind.PRICE, "9".repeat(400), "USD")).isInstanceOf(Verdict.Unchecked.class);
        assertThat(check(Claim.Kind.DAY_CHANGE_PCT, "1e-300", null)).isNotNull();
    }
}
