package dev.bellwether.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsinTest {
    @ParameterizedTest
    @ValueSource(strings = {"US01609W1027", "US0378331005", "DE0007164600", "GB0002634946", "KYG017191142"})
    void the_isins_of_real_shares_are_valid(String code) {
        assertThat(Isin.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"US01609W1028", "US0378331050", "us0378331005", "US037833100", "0S0378331005", "US03783310A5", ""
            })
    void a_wrong_digit_case_or_length_is_not(String code) {
        assertThat(Isin.isValid(code)).isFalse();
    }

    @Test
    void reading_forgives_case_and_blanks_but_not_the_digit() {
        assertThat(Isin.parse(" us01609w1027 ").code()).isEqualTo("US01609W1027");
        assertThatIllegalArgumentException().isThrownBy(() -> Isin.parse("US01609W1020"));
    }
}
