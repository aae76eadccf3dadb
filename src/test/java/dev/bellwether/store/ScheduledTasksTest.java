package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.digest.DueTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ScheduledTasksTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final List<Long> run = new ArrayList<>();

    private void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    private DueTasks tasks(DueTasks.Work work) {
        return store.dueTasks(
                id -> {
                    run.add(id);
                    return work.run(id);
                },
                clock::get);
    }

    @Test
    void a_task_is_done_when_it_is_due_and_again_when_it_says_so() {
        try (DueTasks tasks = tasks(id -> Optional.of(clock.get().plusSeconds(60)))) {
            tasks.set(7, NOW.plusSeconds(30));
            assertThat(tasks.tick()).isZero();
            pass(Duration.ofSeconds(30));
            assertThat(tasks.tick()).isOne();
            assertThat(tasks.tick()).isZero();
            pass(Duration.ofSeconds(60));
            assertThat(tasks.tick()).isOne();
            assertThat(run).containsExactly(7L, 7L);
        }
    }

    @Test
    void a_task_that_has_nothing_more_to_do_is_gone() {
        try (DueTasks tasks = tasks(id -> Optional.empty())) {
            tasks.set(7, NOW);
            tasks.tick();
            pass(Duration.ofDays(1));
            assertThat(tasks.tick()).isZero();
        }
    }

    @Test
    void the_last_moment_that_is_set_holds_and_a_task_can_be_taken_back() {
        try (DueTasks tasks = tasks(id -> Optional.empty())) {
            tasks.set(1, NOW);
            tasks.set(1, NOW.plusSeconds(60));
            tasks.setIfNone(1, NOW);
            tasks.set(2, NOW);
            tasks.cancel(2);
            tasks.cancel(3);
            assertThat(tasks.tick()).isZero();
            pass(Duration.ofSeconds(60));
            tasks.tick();
            assertThat(run).containsExactly(1L);
        }
    }

    @Test
    void many_that_are_due_at_once_are_all_done_each_once() {
        try (DueTasks tasks = tasks(id -> Optional.of(clock.get().plusSeconds(3_600)))) {
            store.transactions().inOne(() -> {
                for (long id = 1; id <= 120; id++) {
                    tasks.set(id, NOW);
                }
                return true;
            });
            assertThat(tasks.tick()).isEqualTo(120);
            assertThat(run).hasSize(120).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_task_that_fails_is_tried_again_after_a_minute() {
        try (DueTasks tasks = tasks(id -> {
            if (run.size() < 2) {
                throw new IllegalStateException("no prices");
            }
            return Optional.empty();
        })) {
            tasks.set(1, NOW);
            assertThat(tasks.tick()).isOne();
            pass(Duration.ofSeconds(59));
            assertThat(tasks.tick()).isZero();
            pass(Duration.ofSeconds(1));
            assertThat(tasks.tick()).isOne();
        }
    }

    @Test
    void a_task_that_is_set_in_a_transaction_is_set_with_it_or_not_at_all() {
        try (DueTasks tasks = tasks(id -> Optional.empty())) {
            assertThatThrownBy(() -> store.transactions().inOne(() -> {
                        tasks.set(1, NOW);
                        throw new IllegalStateException("a crash");
                    }))
                    .hasMessage("a crash");
            assertThat(tasks.tick()).isZero();
            store.transactions().inOne(() -> {
                tasks.set(2, NOW);
                return true;
            });
            tasks.tick();
            assertThat(run).containsExactly(2L);
        }
    }

    @Test
    void tasks_outlive_the_process_and_one_that_died_at_its_task_is_found_out() {
        dieAtATask();
        try (DueTasks tasks = tasks(id -> Optional.empty())) {
            pass(Duration.ofSeconds(30));
            tasks.tick();
            assertThat(run).as("the first is still taken for being done").containsExactly(1L, 2L);
            pass(Duration.ofSeconds(31));
            tasks.tick();
            tasks.tick();
            assertThat(run).containsExactly(1L, 2L, 1L);
        }
    }

    /** A process whose store is gone before its task is done: nothing of it is written any more. */
    private void dieAtATask() {
        Store dying = Store.open(settings);
        DueTasks tasks = dying.dueTasks(
                id -> {
                    run.add(id);
                    dying.close();
                    throw new IllegalStateException("killed");
                },
                clock::get);
        tasks.set(1, NOW);
        tasks.set(2, NOW.plusSeconds(30));
        assertThatThrownBy(tasks::tick).isInstanceOf(RuntimeException.class);
    }

    @Test
    void two_on_one_store_share_the_tasks() {
        try (Store second = Store.open(settings);
                DueTasks one = tasks(id -> Optional.of(clock.get().plusSeconds(60)));
                DueTasks other = second.dueTasks(
                        id -> {
                            run.add(id);
                            return Optional.of(clock.get().plusSeconds(60));
                        },
                        clock::get)) {
            for (long id = 1; id <= 30; id++) {
                one.set(id, NOW);
            }
            assertThat(one.tick() + other.tick()).isEqualTo(30);
            assertThat(run).hasSize(30).doesNotHaveDuplicates();
        }
    }
}
