package dev.bellwether.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_not_finite_is_never_known(double value) {
        assertThat(Series.read(Measure.of(value))).isEqualTo(new Measure.Missing("out of range", 0));
        assertThatThrownBy(() -> new Measure.Known(value)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Measure.of(1).map(_ -> value)).isInstanceOf(Measure.Missing.class);
    }

    @Test
    void what_is_missing_stays_missing_for_the_same_reason() {
        Measure missing = new Measure.Missing("needs 15 bars, has 3", 12);
        assertThat(missing.map(value -> value + 1)).isEqualTo(missing);
        assertThat(missing.number()).isEmpty();
        assertThat(Measure.of(2).map(value -> value + 1)).isEqualTo(new Measure.Known(3));
    }
}
