package dev.bellwether.watch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.English;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import dev.bellwether.watch.rule.Quantity.Kind;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReadingTest {
    private static final RuleReading READING = new RuleReading(Group.LISTINGS);

    private static String said(Language language, Line line) {
        return new Voice(language, ZoneOffset.UTC).plain(line).replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BABA > 155,50 | EN | BABA (New York, USD): I tell you once, when the price is above $155.50; checked with every price.
            BABA > 155,50 | DE | BABA (New York, USD): Meldung einmal, wenn der Kurs über 155,50 $ liegt; geprüft bei jedem Kurs.
            BABA > 155,50 | ZH | BABA（纽约，USD）：当价格高于$155.50时提醒一次；每有新价格即检查。
            BABA > 1.500 | EN | BABA (New York, USD): I tell you once, when the price is above $1.50; checked with every price.
            BABA > 155.125 | EN | BABA (New York, USD): I tell you once, when the price is above 155.125 USD; checked with every price.
            VOD.L > £1.10 | EN | VOD.L (London, GBX): I tell you once, when the price is above 110.00p; checked with every price.
            BABA change > 5% | EN | BABA (New York, USD): I tell you once, when the change since the last close is above 5.0%; checked with every price.
            BABA change 7d < -10% daily | DE | BABA (New York, USD): Meldung höchstens einmal je Handelstag, wenn die Veränderung über 7 Tage unter -10,0 % liegt; geprüft bei jedem Kurs.
            BABA closes above 155 twice | EN | BABA (New York, USD): I tell you once, when the last 2 closes were all above $155.00; checked at each close.
            BABA closes above 155 | DE | BABA (New York, USD): Meldung einmal, wenn der Tagesschluss über 155,00 $ liegt; geprüft bei jedem Tagesschluss.
            BABA crosses sma200 with volume > 2x | EN | BABA (New York, USD): I tell you once, when the price crosses the 200-day average either way and the volume of the day is more than 2× its 20-day average; checked at each close.
            BABA not (rsi < 30 or rsi > 70) | EN | BABA (New York, USD): I tell you once, when it is not so that (the RSI 14 is below 30 or the RSI 14 is above 70); checked with every price.
            BABA not volume > 2x | EN | BABA (New York, USD): I tell you once, when the volume of the day is at most 2× its 20-day average; checked at each close.
            BABA rsi < 30 every time cooldown 90m until 2026-12-31 note "buy zone" | EN | BABA (New York, USD): I tell you every time the RSI 14 is below 30; checked with every price; then silent for 90 minutes; until the end of 2026-12-31; your note: "buy zone".
            BABA rsi < 30 every time cooldown 6h until 2026-12-31 note "buy zone" | DE | BABA (New York, USD): Meldung jedes Mal, wenn der RSI 14 unter 30 liegt; geprüft bei jedem Kurs; danach Ruhe für 6 Stunden; bis zum Ende des 31.12.2026; deine Notiz: „buy zone“.
            BABA rsi < 30 every time cooldown 1d until 2026-12-31 note "buy zone" | ZH | BABA（纽约，USD）：每当RSI 14低于30时都提醒；每有新价格即检查；之后静默1天；有效至 2026-12-31（含当日）；你的备注：“buy zone”。
            BABA news "Qwen" | EN | BABA (New York, USD): I tell you once, when an article mentions "Qwen"; told as soon as I know.
            any of watchlist breakout | EN | Each listing on your watchlist: I tell you once, when the price breaks a watched level; checked with every price.
            any of BABA, JD > 30 | EN | Each of BABA, JD: I tell you once, when the price is above $30.00; checked with every price.
            any of BABA, 9988.HK > 150 | EN | Each of BABA, 9988.HK: I tell you once, when the price is above 150; checked with every price.
            BABA within 1% of 52w high | DE | BABA (New York, USD): Meldung einmal, wenn der Kurs höchstens 1,0 % von dem 52-Wochen-Hoch entfernt ist; geprüft bei jedem Kurs.
            BABA drops below sma50 | DE | BABA (New York, USD): Meldung einmal, wenn der Kurs von über der 50-Tage-Linie darunter fällt; geprüft bei jedem Kurs.
            """)
    void a_rule_is_said_back_in_one_sentence(String typed, Language language, String sentence) {
        assertThat(said(language, READING.of(Group.rule(typed)))).isEqualTo(sentence);
    }

    /** A missing sentence would show its key. */
    @Test
    void every_rule_has_words_in_every_language() {
        RandomRules rules = new RandomRules(21);
        for (int i = 0; i < 3_000; i++) {
            Rule rule = rules.rule();
            for (Language language : Language.values()) {
                assertThat(said(language, READING.of(rule)))
                        .doesNotContain("rule.")
                        .doesNotContain("{")
                        .isNotBlank();
                Rules.atoms(rule.when())
                        .forEach(atom -> assertThat(said(language, RuleReading.of(atom, "USD")))
                                .doesNotContain("rule.")
                                .isNotBlank());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BABA rsi < 30, RSI 14 < 30, RSI 14 < 30",
        "BABA price >= 155.5, price >= $155.50, 'Kurs >= 155,50 $'",
        "BABA crosses above sma200, price crosses above SMA 200, Kurs steigt durch SMA 200",
        "BABA closes below 150 twice, 2 closes below $150.00, '2 Schlusskurse unter 150,00 $'",
        "BABA change 7d < -10%, change 7 d < -10.0%, 'Veränderung 7 T. < -10,0 %'",
        "BABA breakout confirmed up, 'confirmed breakout, up', bestätigter Ausbruch nach oben",
        "BABA earnings in 3d, earnings within 3 days, Zahlen in höchstens 3 Tagen"
    })
    void a_condition_is_named_in_a_few_words(String typed, String english, String german) {
        Condition.Atom atom = atom(typed);
        assertThat(English.of(RuleReading.of(atom, "USD"))).isEqualTo(english);
        assertThat(said(Language.DE, RuleReading.of(atom, "USD"))).isEqualTo(german);
    }

    private static Condition.Atom atom(String typed) {
        return Rules.atoms(Group.rule(typed).when()).getFirst();
    }

    private static String progress(
            String typed, @Nullable Quantity quantity, @Nullable Double value, @Nullable Double threshold) {
        return English.of(RuleReading.progress(atom(typed), quantity, value, threshold, "USD"));
    }

    @Test
    void how_far_a_condition_is_from_firing_is_said_with_both_numbers() {
        Quantity price = Quantity.of(Kind.PRICE);
        assertThat(progress("BABA rsi < 30", Quantity.of(Kind.RSI), 31.24, 30.0))
                .isEqualTo("RSI 14 31.2, needs < 30");
        assertThat(progress("BABA price > sma200", price, 150.0, 144.1))
                .isEqualTo("price $150.00, needs > SMA 200 ($144.10)");
        assertThat(progress("BABA crosses above 155", price, 150.0, 155.0))
                .isEqualTo("price $150.00, needs to rise through $155.00");
        assertThat(progress("BABA closes above 155 twice", price, 150.0, 155.0))
                .isEqualTo("price $150.00, needs 2 closes above $155.00");
        assertThat(progress("BABA within 1% of 52w high", price, 150.0, 160.0))
                .isEqualTo("price $150.00, needs to be within 1.0% of 52-week high ($160.00)");
        assertThat(progress("BABA change > 5%", Quantity.change("1d"), -1.5, 5.0))
                .isEqualTo("change 1 d -1.5%, needs > 5.0%");
    }

    @Test
    void a_number_that_is_missing_is_said_to_be_missing() {
        assertThat(progress("BABA rsi < 30", Quantity.of(Kind.RSI), null, 30.0)).isEqualTo("RSI 14 n/a, needs < 30");
        assertThat(progress("BABA price > sma200", Quantity.of(Kind.PRICE), 150.0, null))
                .isEqualTo("price $150.00, needs > SMA 200");
    }

    @Test
    void a_condition_without_a_number_says_what_it_waits_for() {
        assertThat(progress("BABA breakout", null, null, null)).isEqualTo("waits for: breakout");
        assertThat(progress("BABA new 52w high", Quantity.of(Kind.PRICE), 150.0, 160.0))
                .isEqualTo("price $150.00, waits for: new 52-week high ($160.00)");
    }

    @Test
    void numbers_of_quantities_have_their_units() {
        assertThat(List.of(
                        RuleReading.value(Quantity.of(Kind.PRICE), 155, "HKD"),
                        RuleReading.value(Quantity.of(Kind.PRICE), 155, null),
                        RuleReading.value(Quantity.of(Kind.VOLUME), 2.26, "USD"),
                        RuleReading.value(Quantity.of(Kind.RSI), 31.24, "USD"),
                        RuleReading.value(Quantity.change("7d"), 3.21, "USD"),
                        RuleReading.value(Quantity.of(Kind.PARITY), -1.04, "USD")))
                .extracting(English::of)
                .containsExactly("HK$155.00", "155.00", "2.3×", "31.2", "+3.2%", "-1.0%");
    }
}
