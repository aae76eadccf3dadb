package dev.bellwether.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnerNameTest {
    @Test
    void this_process_is_alive_and_has_a_new_name_each_time() {
        String name = OwnerName.ofThisProcess();
        assertThat(OwnerName.isDead(name)).isFalse();
        assertThat(OwnerName.ofThisProcess()).isNotEqualTo(name);
    }

    @Test
    void a_process_that_has_ended_is_dead() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String started = process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(String::valueOf)
                .orElse("?");
        process.waitFor();
        assertThat(OwnerName.isDead(named(Long.toString(process.pid()), started)))
                .isTrue();
    }

    @Test
    void the_same_number_with_another_start_is_another_process() {
        assertThat(OwnerName.isDead(named(Long.toString(ProcessHandle.current().pid()), "1")))
                .isTrue();
    }

    @Test
    void of_other_machines_and_other_names_nothing_is_said() {
        assertThat(OwnerName.isDead("another-machine/1/1/x")).isFalse();
        assertThat(OwnerName.isDead("")).isFalse();
        assertThat(OwnerName.isDead(named("many", "1"))).isFalse();
    }

    @Test
    void the_lease_of_a_dead_process_can_be_given_back_for_it() {
        InMemoryLeases leases = new InMemoryLeases();
        Instant now = Instant.parse("2026-01-05T08:00:00Z");
        leases.hold("poll", "dead", now, Duration.ofHours(1));
        assertThat(leases.holder("poll")).contains("dead");
        leases.release("poll", "dead");
        assertThat(leases.holder("poll")).isEmpty();
        assertThat(leases.hold("poll", "living", now, Duration.ofHours(1))).isTrue();
    }

    private static String named(String pid, String started) {
        String host = OwnerName.ofThisProcess().split("/", 2)[0];
        return host + "/" + pid + "/" + started + "/x";
    }
}
