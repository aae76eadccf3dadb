package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LeaseTableTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Test
    void a_right_is_held_by_one_until_it_runs_out_or_is_given_back() {
        Leases leases = store.leases();
        assertThat(leases.hold("poll", "a", NOW, LENGTH)).isTrue();
        assertThat(leases.hold("poll", "b", NOW.plusSeconds(29), LENGTH)).isFalse();
        assertThat(leases.hold("other", "b", NOW, LENGTH)).isTrue();
        assertThat(leases.hold("poll", "b", NOW.plusSeconds(30), LENGTH)).isTrue();
        assertThat(leases.hold("poll", "a", NOW.plusSeconds(31), LENGTH)).isFalse();
        leases.release("poll", "a");
        assertThat(leases.holder("poll")).contains("b");
        assertThat(leases.hold("poll", "a", NOW.plusSeconds(32), LENGTH)).isFalse();
        leases.release("poll", "b");
        assertThat(leases.holder("poll")).isEmpty();
        assertThat(leases.hold("poll", "a", NOW.plusSeconds(32), LENGTH)).isTrue();
    }

    @Test
    void who_has_it_prolongs_it() {
        Leases leases = store.leases();
        leases.hold("poll", "a", NOW, LENGTH);
        assertThat(leases.hold("poll", "a", NOW.plusSeconds(20), LENGTH)).isTrue();
        reopen();
        assertThat(store.leases().hold("poll", "b", NOW.plusSeconds(49), LENGTH))
                .isFalse();
        assertThat(store.leases().hold("poll", "b", NOW.plusSeconds(50), LENGTH))
                .isTrue();
    }

    @Test
    void of_many_that_want_it_at_once_exactly_one_gets_it() throws Exception {
        try (Store second = Store.open(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Leases own = (i % 2 == 0 ? store : second).leases();
                String owner = "owner " + i;
                results.add(threads.submit(() -> own.hold("poll", owner, NOW, LENGTH)));
            }
            int held = 0;
            for (Future<Boolean> result : results) {
                held += result.get() ? 1 : 0;
            }
            assertThat(held).isOne();
        }
    }
}
