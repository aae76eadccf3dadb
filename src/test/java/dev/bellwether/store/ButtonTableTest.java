package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ButtonTableTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void a_code_means_the_same_after_a_restart() {
        store.buttons().keep("abc", "check 他说 \ud83d\udcc8 \"quoted\"", NOW);
        store.buttons().keep("abc", "check 他说 \ud83d\udcc8 \"quoted\"", NOW.plusSeconds(1));
        reopen();
        assertThat(store.buttons().find("abc")).hasValue("check 他说 \ud83d\udcc8 \"quoted\"");
        assertThat(store.buttons().find("ABC")).isEmpty();
    }

    @Test
    void a_code_that_no_button_carried_for_180_days_is_thrown_away() {
        store.buttons().keep("old", "news", NOW);
        store.buttons().keep("used", "news", NOW);
        store.buttons().keep("used", "news", NOW.plus(Duration.ofDays(5)));
        assertThat(store.tidy(NOW.plus(Duration.ofDays(180))).buttons()).isZero();
        assertThat(store.tidy(NOW.plus(Duration.ofDays(181))).buttons()).isOne();
        assertThat(store.buttons().find("old")).isEmpty();
        assertThat(store.buttons().find("used")).hasValue("news");
    }

    @Test
    void a_clock_that_is_behind_makes_no_code_older() {
        store.buttons().keep("code", "news", NOW);
        store.buttons().keep("code", "news", NOW.minus(Duration.ofDays(300)));
        assertThat(store.tidy(NOW.plus(Duration.ofDays(1))).buttons()).isZero();
    }
}
