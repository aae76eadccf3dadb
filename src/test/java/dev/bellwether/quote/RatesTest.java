package dev.bellwether.quote;

import static dev.bellwether.quote.Some.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.net.Fetched;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {
    private static final String DAILY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <Cube><Cube time='2026-01-07'>
                <Cube currency='USD' rate='1.1000'/><Cube currency="HKD" rate="8.5800"/>
                <Cube currency='GBP' rate='0.88'/><Cube currency='XXX' rate='n/a'/><Cube currency='YYY' rate='0'/>
              </Cube></Cube>
            </gesmes:Envelope>
            """;
    private static final String PAST = DAILY.replace(
            "<Cube><Cube time='2026-01-07'>",
            "<Cube><Cube time=\"2026-01-07\"><Cube currency=\"USD\" rate=\"1.1\"/></Cube>"
                    + "<Cube time=\"2026-01-06\"><Cube currency=\"USD\" rate=\"1.2\"/></Cube><Cube time='2025-12-31'>");

    private final TestClock clock = new TestClock("2026-01-07T18:00:00Z");
    private final MemoryWeb web = new MemoryWeb().page("daily", DAILY).page("hist-90d", PAST);
    private final Rates ecb = new EcbRates(web, URI.create("https://bank.example/stats/"), clock);

    private Optional<Rates.Rate> now(String from, String to) {
        return ecb.rate(from, to, clock.instant());
    }

    private static double value(Optional<Rates.Rate> rate) {
        return rate.orElseThrow().value();
    }

    @Test
    void rates_go_both_ways_and_across_the_euro() {
        assertThat(value(now("EUR", "USD"))).isEqualTo(1.1);
        assertThat(value(now("USD", "EUR"))).isCloseTo(1 / 1.1, within(1e-12));
        assertThat(value(now("HKD", "USD"))).isCloseTo(1.1 / 8.58, within(1e-12));
    }

    @Test
    void pence_are_a_hundredth_of_a_pound() {
        assertThat(value(now("GBX", "GBP"))).isEqualTo(0.01);
        assertThat(value(now("GBP", "GBX"))).isEqualTo(100);
        assertThat(value(now("GBX", "USD"))).isCloseTo(1.1 / 0.88 / 100, within(1e-12));
        assertThat(value(now("EUR", "GBX"))).isCloseTo(88, within(1e-9));
        assertThat(value(now("USD", "USD"))).isEqualTo(1);
    }

    @Test
    void a_rate_says_its_day_and_who_set_it() {
        Rates.Rate rate = now("EUR", "USD").orElseThrow();

        assertThat(rate.date()).isEqualTo(day("2026-01-07"));
        assertThat(rate.provenance().source()).isEqualTo("ECB");
        assertThat(rate.provenance().asOf()).isEqualTo(Instant.parse("2026-01-07T15:00:00Z"));
        assertThat(rate.provenance().sample()).isFalse();
        assertThat(rate.provenance().link()).isNotNull();
    }

    @Test
    void a_currency_the_bank_does_not_know_or_can_not_be_read_has_no_rate() {
        assertThat(now("USD", "ZWL")).isEmpty();
        assertThat(now("XXX", "USD")).isEmpty();
        assertThat(now("YYY", "USD")).isEmpty();
    }

    @Test
    void a_moment_in_the_past_gets_the_rate_known_then() {
        assertThat(value(ecb.rate("EUR", "USD", Instant.parse("2026-01-07T14:59:59Z"))))
                .isEqualTo(1.2);
        assertThat(value(ecb.rate("EUR", "USD", Instant.parse("2026-01-04T12:00:00Z"))))
                .isEqualTo(1.1);
        assertThat(ecb.rate("EUR", "USD", Instant.parse("2026-01-04T12:00:00Z"))
                        .orElseThrow()
                        .date())
                .isEqualTo(day("2025-12-31"));
        assertThat(ecb.rate("EUR", "USD", Instant.parse("2025-12-31T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void the_file_is_asked_for_once_and_again_after_hours() {
        now("EUR", "USD");
        now("HKD", "USD");
        assertThat(web.asked()).containsExactly(URI.create("https://bank.example/stats/eurofxref-daily.xml"));

        clock.move(Duration.ofHours(3));
        now("EUR", "USD");
        assertThat(web.asked()).hasSize(2);
    }

    @Test
    void a_failure_is_remembered_for_minutes_and_the_old_rates_stay() {
        now("EUR", "USD");
        clock.move(Duration.ofHours(3));
        web.failure("daily", Fetched.Cause.SERVER_ERROR, 503, null);

        assertThat(value(now("EUR", "USD"))).isEqualTo(1.1);
        now("EUR", "USD");
        assertThat(web.asked()).hasSize(2);
        clock.move(Duration.ofMinutes(6));
        now("EUR", "USD");
        assertThat(web.asked()).hasSize(3);
    }

    @Test
    void without_any_file_there_is_no_rate() {
        web.failure("daily", Fetched.Cause.TIMED_OUT, 0, null).failure("hist-90d", Fetched.Cause.TIMED_OUT, 0, null);

        assertThat(now("EUR", "USD")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Sorry</body></html>",
                "<p>not closed",
                "",
                "<a><Cube time='2026-01-07'/></a>",
                "<a><Cube time='today'><Cube currency='USD' rate='1'/></Cube></a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///secret\">]><a>&x;<Cube time='2026-01-07'><Cube currency='USD' rate='&x;'/></Cube></a>",
                "<!DOCTYPE a [<!ENTITY x \"1.5\">]><a><Cube time='2026-01-07'><Cube currency='USD' rate='&x;'/></Cube></a>"
            })
    void what_is_not_the_banks_file_is_refused(String body) {
        assertThatThrownBy(() -> EcbFile.parse(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotPricesException.class);
    }

    @Test
    void sample_rates_are_read_from_the_bundle_and_say_so() {
        Rates sample = new SampleRates("/quote-test/rates.csv");
        Rates.Rate rate =
                sample.rate("HKD", "USD", Instant.parse("2026-01-04T22:00:00Z")).orElseThrow();

        assertThat(rate.value()).isCloseTo(1.1 / 8.58, within(1e-12));
        assertThat(rate.date()).isEqualTo(day("2026-01-02"));
        assertThat(rate.provenance().sample()).isTrue();
        assertThat(sample.rate("GBP", "EUR", Instant.parse("2026-01-09T22:00:00Z"))
                        .orElseThrow()
                        .date())
                .isEqualTo(day("2026-01-02"));
        assertThat(new SampleRates("/quote-test/none.csv").rate("USD", "EUR", clock.instant()))
                .isEmpty();
    }
}
