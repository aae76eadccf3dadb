package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.store.OnBothEngines;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchTurnTest extends OnBothEngines {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T15:00:00Z"));

    private WatchTurn turn() {
        return new WatchTurn(store.leases(), now::get);
    }

    private void pass(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }

    @Test
    void one_of_two_has_it_as_long_as_it_keeps_asking() {
        WatchTurn first = turn();
        WatchTurn second = turn();
        assertThat(first.take()).isTrue();
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(50));
            assertThat(first.take()).isTrue();
            assertThat(second.take()).isFalse();
        }
        first.giveBack();
        assertThat(second.take()).isTrue();
        assertThat(first.take()).isFalse();
    }

    @Test
    void who_slept_over_its_end_writes_nothing_after_another_has_begun() {
        WatchTurn first = turn();
        WatchTurn second = turn();
        assertThat(first.take()).isTrue();
        pass(Duration.ofSeconds(61));
        assertThat(second.take()).isTrue();
        assertThatThrownBy(() -> store.transactions().inOne(() -> {
                    first.check();
                    return true;
                }))
                .isInstanceOf(WatchTurn.Lost.class);
        second.check();
    }

    @Test
    void the_turn_of_a_killed_process_of_this_machine_is_taken_at_once() throws java.net.UnknownHostException {
        String dead = java.net.InetAddress.getLocalHost().getHostName().replace("/", "-") + "/999999999/1/x";
        assertThat(store.leases().hold("watch", dead, now.get(), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(turn().take()).isTrue();
    }
}
