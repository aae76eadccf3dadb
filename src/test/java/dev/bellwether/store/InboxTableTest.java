package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.Inbox;
import dev.bellwether.deliver.Inbox.Update;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InboxTableTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private Inbox inbox() {
        return store.inbox();
    }

    private static List<Update> updates(long... numbers) {
        List<Update> updates = new ArrayList<>();
        for (long number : numbers) {
            updates.add(new Update(number, "{\"update_id\":" + number + "}"));
        }
        return updates;
    }

    @Test
    void what_is_kept_is_open_in_the_order_of_its_numbers_until_it_is_done() {
        assertThat(inbox().keep("telegram", updates(7, 5, 6), NOW)).isEqualTo(updates(7, 5, 6));
        reopen();
        assertThat(inbox().open("telegram")).isEqualTo(updates(5, 6, 7));
        inbox().done("telegram", 6, NOW);
        assertThat(inbox().open("telegram")).isEqualTo(updates(5, 7));
    }

    @Test
    void a_repeat_is_recognised_whether_it_is_done_or_not_and_only_the_rest_is_new() {
        inbox().keep("telegram", updates(1, 2), NOW);
        inbox().done("telegram", 1, NOW);
        assertThat(inbox().keep("telegram", updates(1, 2, 3, 3), NOW)).isEqualTo(updates(3));
        assertThat(inbox().open("telegram")).isEqualTo(updates(2, 3));
    }

    @Test
    void fronts_have_numbers_of_their_own() {
        inbox().keep("telegram", updates(1), NOW);
        assertThat(inbox().keep("other", updates(1), NOW)).isEqualTo(updates(1));
        inbox().done("other", 1, NOW);
        assertThat(inbox().open("telegram")).isEqualTo(updates(1));
        assertThat(inbox().open("other")).isEmpty();
    }

    @Test
    void the_highest_number_is_known_even_after_everything_was_dealt_with_and_pruned() {
        assertThat(inbox().highest("telegram")).isEqualTo(-1);
        inbox().keep("telegram", updates(4, 9, 5), NOW);
        Stream.of(4, 9, 5).forEach(number -> inbox().done("telegram", number, NOW));
        assertThat(store.tidy(NOW.plus(Duration.ofDays(8))).updates()).isEqualTo(2);
        assertThat(inbox().highest("telegram")).isEqualTo(9);
        assertThat(inbox().highest("other")).isEqualTo(-1);
        assertThat(inbox().keep("telegram", updates(9), NOW)).isEmpty();
    }

    @Test
    void what_is_not_done_or_was_done_a_week_ago_is_not_pruned() {
        inbox().keep("telegram", updates(1, 2, 3), NOW);
        inbox().done("telegram", 2, NOW.plusSeconds(1));
        assertThat(store.tidy(NOW.plus(Duration.ofDays(7))).isNothing()).isTrue();
        store.tidy(NOW.plus(Duration.ofDays(99)));
        assertThat(inbox().open("telegram")).isEqualTo(updates(1, 3));
    }

    @Test
    void what_a_person_wrote_is_gone_once_it_is_dealt_with() throws Exception {
        inbox().keep("telegram", List.of(new Update(1, "Ann is 40 and lives in Bern")), NOW);
        inbox().done("telegram", 1, NOW);
        inbox().done("telegram", 1, NOW.plusSeconds(9));
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT body, done FROM front_inbox")) {
            row.next();
            assertThat(row.getString(1)).isEmpty();
            assertThat(row.getLong(2)).isEqualTo(Bindings.micros(NOW));
        }
    }

    @Test
    void of_two_who_keep_the_same_updates_at_once_each_update_is_new_to_one() throws Exception {
        long[] numbers = new long[100];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        try (Store second = Store.open(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Update>> here = threads.submit(() -> inbox().keep("telegram", updates(numbers), NOW));
            Future<List<Update>> there = threads.submit(() -> second.inbox().keep("telegram", updates(numbers), NOW));
            assertThat(Stream.concat(here.get().stream(), there.get().stream()))
                    .containsExactlyInAnyOrderElementsOf(updates(numbers));
        }
    }
}
