package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmsTest {
    private final Firms firms = Firms.known();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Jefferies Financial Group;Jefferies",
                "Jefferies Financial Group Inc.;Jefferies",
                "JEFFERIES;Jefferies",
                "Jefferies’;Jefferies",
                "J.P. Morgan;JPMorgan",
                "JP Morgan;JPMorgan",
                "JPMorgan Chase & Co.;JPMorgan",
                "JPMorgan's;JPMorgan",
                "JPM;JPMorgan",
                "The Goldman Sachs Group, Inc.;Goldman Sachs",
                "BofA Securities;Bank of America",
                "Citigroup Inc;Citi",
                "Nomura Securities International;Nomura",
                "Société Générale;Societe Generale",
                "Deutsche Bank AG;Deutsche Bank",
                "RBC Capital Markets;RBC",
                "Roth Capital;Roth"
            })
    void spellings_of_one_firm_are_one(String printed, String name) {
        assertThat(firms.name(printed)).isEqualTo(name);
        assertThat(firms.key(printed)).isEqualTo(firms.key(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Morgan Stanley;JPMorgan",
                "China Securities;China Renaissance",
                "China Securities;CICC",
                "Deutsche Bank;Bank of America",
                "First Securities;First Capital",
                "Bernstein;Berenberg"
            })
    void firms_that_look_alike_stay_apart(String one, String other) {
        assertThat(firms.key(one)).isNotEqualTo(firms.key(other));
    }

    @Test
    void a_firm_in_no_list_goes_by_its_name_without_endings() {
        assertThat(firms.name("Tannenbaum & Söhne Securities Ltd.")).isEqualTo("Tannenbaum & Söhne");
        assertThat(firms.key("Tannenbaum & Söhne Securities Ltd.")).isEqualTo(firms.key("tannenbaum & sohne"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "&&&", "Securities", "Inc.", "'", "\ud83d"})
    void what_is_hardly_a_name_breaks_nothing(String printed) {
        assertThat(firms.key(printed)).isEqualTo(firms.key(firms.name(printed)));
    }

    @Test
    void a_name_without_end_is_cut() {
        assertThat(firms.key("x".repeat(1_000_000))).hasSizeLessThan(300);
    }

    @Test
    void a_spelling_that_two_firms_claim_is_refused() {
        assertThatThrownBy(() -> new Firms(List.of("One: Both", "Two: Both")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Both is One and Two");
    }
}
