package dev.bellwether.market;

import static dev.bellwether.market.Series.value;
import static dev.bellwether.market.Series.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.Parity.Quoted;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParityTest {
    private static final Quoted HOME = new Quoted(148.50, "HKD", 1);

    /** By hand: 148.50 HKD * 8 = 1188 HKD; * 0.1285 = 152.658 USD; 155 / 152.658 = 1.015341... */
    @Test
    void eight_hong_kong_shares_in_dollars_against_the_adr() {
        Parity parity = Parity.of(new Quoted(155, "USD", 8), HOME, 0.1285);
        assertThat(value(parity.implied())).isEqualTo(152.658, within(1e-9));
        assertThat(value(parity.premium())).isEqualTo(1.534148, within(1e-6));
        assertThat(parity.currency()).isEqualTo("USD");
    }

    @Test
    void an_adr_below_its_shares_has_a_negative_premium() {
        Parity parity = Parity.of(new Quoted(137.3922, "USD", 8), HOME, 0.1285);
        assertThat(value(parity.premium())).isEqualTo(-10, within(1e-9));
    }

    @Test
    void the_shares_per_unit_come_from_the_listings() {
        Listing home = new Listing("9988.HK", Exchange.HKEX, "HKD", 1, Map.of());
        Parity parity = Parity.of(Quoted.of(Series.BABA, 155), Quoted.of(home, 148.50), 0.1285);
        assertThat(value(parity.implied())).isEqualTo(152.658, within(1e-9));
    }

    /** By hand: 2500 pence = 25 pounds a share; * 4 shares = 100 pounds; * 1.30 = 130 dollars. */
    @Test
    void pence_are_hundredths_of_the_pound_that_the_rate_is_for() {
        Parity parity = Parity.of(new Quoted(143, "USD", 4), new Quoted(2500, "GBX", 1), 1.30);
        assertThat(value(parity.implied())).isEqualTo(130, within(1e-9));
        assertThat(value(parity.premium())).isEqualTo(10, within(1e-9));
        Parity back = Parity.of(new Quoted(2500, "GBX", 1), new Quoted(130, "USD", 4), 1 / 1.30);
        assertThat(value(back.implied())).isEqualTo(2500, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 148.5, 0.1285, no price", "155, 0, 0.1285, no price", "155, 148.5, 0, no exchange rate",
        "155, 148.5, NaN, no exchange rate", "155, NaN, 0.1285, no price", "155, 148.5, -1, no exchange rate"
    })
    void without_both_prices_and_a_rate_the_parity_is_missing(double adr, double home, double rate, String why) {
        Parity parity = Parity.of(new Quoted(adr, "USD", 8), new Quoted(home, "HKD", 1), rate);
        assertThat(why(parity.implied())).isEqualTo(why);
        assertThat(why(parity.premium())).isEqualTo(why);
    }
}
