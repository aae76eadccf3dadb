package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.store.StoreException.Kind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresTest {
    @ParameterizedTest
    @CsvSource({
        "08006, UNREACHABLE",
        "57P01, UNREACHABLE",
        "57014, LOCKED",
        "28P01, WRONG_PASSWORD",
        "28000, WRONG_PASSWORD",
        "3D000, MISSING",
        "53100, FULL",
        "53200, FAILED",
        "25006, READ_ONLY",
        "42501, UNWRITABLE",
        "42P01, FAILED",
        "40P01, LOCKED",
        "XX001, DAMAGED",
        "X, FAILED",
        "'', FAILED"
    })
    void the_state_that_postgres_gives_says_what_to_do(String state, Kind kind) {
        SQLException cause = new SQLException("row (ann, BABA)", state);
        StoreException failure = Failures.of(new IllegalStateException("wrapped", cause), "here");
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasCause(cause).hasMessageContaining("here").hasMessageNotContaining("ann");
    }

    @Test
    void a_failure_without_any_sql_keeps_its_cause() {
        IllegalStateException odd = new IllegalStateException("odd");
        assertThat(Failures.of(odd, "here").kind()).isEqualTo(Kind.FAILED);
        assertThat(Failures.of(odd, "here")).hasCause(odd);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_message_names_the_place_and_what_to_do_in_one_sentence(Kind kind) {
        assertThat(new StoreException(kind, "/x/y.db", null).getMessage())
                .containsOnlyOnce("/x/y.db")
                .doesNotContain("\n", "%", ". ")
                .containsPattern("[;,] .+");
    }
}
