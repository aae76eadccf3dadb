package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.Inbox.Update;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What fronts rely on, with processes of their own. */
@ExtendWith(NoLeaks.class)
class FrontTablesCrashTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final String KEPT = "kept ";
    private static final int KILL_AFTER = 100;

    @TempDir
    Path folder = Path.of("");

    @Test
    void an_update_that_was_kept_before_a_kill_is_open_afterwards_and_one_that_was_done_is_not() throws Exception {
        long last = -1;
        Process child = Child.start(Keeper.class, folder);
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.startsWith(KEPT) ? Math.max(last, Long.parseLong(line.substring(KEPT.length()))) : last;
                if (last >= KILL_AFTER) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(last).isGreaterThanOrEqualTo(KILL_AFTER);
        try (Store store = Store.open(StoreSettings.inFolder(folder))) {
            Set<Long> open =
                    store.inbox().open("telegram").stream().map(Update::number).collect(Collectors.toSet());
            List<Long> acknowledged = LongStream.rangeClosed(0, last).boxed().toList();
            assertThat(open)
                    .containsAll(acknowledged.stream().filter(n -> n % 2 == 1).toList());
            assertThat(open)
                    .doesNotContainAnyElementsOf(
                            acknowledged.stream().filter(n -> n % 2 == 0).toList());
            assertThat(store.inbox().highest("telegram")).isGreaterThanOrEqualTo(last);
        }
    }

    @Test
    void of_processes_that_want_one_lease_exactly_one_gets_it_and_another_when_it_has_died() throws Exception {
        Store.open(StoreSettings.inFolder(folder)).close();
        List<Process> children = new ArrayList<>();
        for (String owner : List.of("a", "b", "c")) {
            children.add(Child.start(Wanter.class, folder, owner));
        }
        List<String> answers = new ArrayList<>();
        for (Process child : children) {
            answers.add(child.inputReader(StandardCharsets.UTF_8).readLine());
        }
        for (Process child : children) {
            child.toHandle().destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(answers).containsExactlyInAnyOrder("true", "false", "false");
        try (Store store = Store.open(StoreSettings.inFolder(folder))) {
            assertThat(store.leases().hold("poll", "d", NOW.plusSeconds(29), Duration.ofSeconds(30)))
                    .isFalse();
            assertThat(store.leases().hold("poll", "d", NOW.plusSeconds(30), Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    /** Keeps updates for ever, deals with the even ones, and prints the number of each with which it is through. */
    static final class Keeper {
        private Keeper() {}

        @SuppressWarnings("SystemOut") // the number is its answer to the test
        public static void main(String[] arguments) {
            Store store = Store.open(StoreSettings.inFolder(Path.of(arguments[0])));
            for (long number = 0; ; number++) {
                store.inbox().keep("telegram", List.of(new Update(number, "{}")), NOW);
                if (number % 2 == 0) {
                    store.inbox().done("telegram", number, NOW);
                }
                System.out.println(KEPT + number);
                System.out.flush();
            }
        }
    }

    /** Wants the lease once, prints whether it got it, and stays until it is killed. */
    static final class Wanter {
        private Wanter() {}

        @SuppressWarnings("SystemOut") // whether it got it is its answer to the test
        public static void main(String[] arguments) throws Exception {
            Store store = Store.open(StoreSettings.inFolder(Path.of(arguments[0])));
            System.out.println(store.leases().hold("poll", arguments[1], NOW, Duration.ofSeconds(30)));
            System.out.flush();
            var _ = System.in.read();
        }
    }
}
