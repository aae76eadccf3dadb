package dev.bellwether.deliver;

import static dev.bellwether.deliver.World.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small parts, each alone. */
class PartsTest {
    private static final Instant NOW = DrivenTime.START;

    @Test
    void pauses_grow_up_to_the_longest_and_differ() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(1));
        for (int failures = 1; failures < 40; failures++) {
            double even = Math.min(300, Math.pow(2, failures - 1));
            assertThat(backoff.pause(failures).toMillis() / 1000.0).isBetween(even * 0.79, even * 1.21);
        }
        assertThat(backoff.pause(100_000)).isLessThan(Duration.ofMinutes(7));
        assertThat(backoff.pause(3)).isNotEqualTo(backoff.pause(3));
    }

    @Test
    void three_failing_chats_brake_a_front_and_one_answer_frees_it() {
        Brake brake = new Brake(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20), new Random(1)));
        for (int i = 0; i < 50; i++) {
            brake.failed(chat(1), "502", NOW);
            brake.failed(chat(2), "502", NOW);
        }
        assertThat(brake.mayTry(NOW)).isTrue();
        brake.failed(chat(3), "502", NOW);
        assertThat(brake.since()).isEqualTo(NOW);
        assertThat(brake.mayTry(NOW)).isFalse();
        Instant later = NOW.plusSeconds(2);
        assertThat(brake.mayTry(later)).as("one may try").isTrue();
        assertThat(brake.mayTry(later)).as("and only one").isFalse();
        brake.failed(chat(4), "502", later);
        assertThat(brake.mayTry(later.plusSeconds(1))).isFalse();
        assertThat(brake.mayTry(later.plusSeconds(3))).isTrue();
        brake.answered();
        assertThat(brake.mayTry(NOW)).isTrue();
        assertThat(brake.since()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-14T21:59:00Z, ",
        "2026-01-14T22:00:00Z, 2026-01-15T06:00:00Z",
        "2026-01-15T05:59:59Z, 2026-01-15T06:00:00Z",
        "2026-01-15T06:00:00Z, "
    })
    void quiet_hours_may_go_over_midnight(Instant now, String until) {
        ChatSettings night = new ChatSettings(
                ZoneId.of("Europe/Berlin"), null, new ChatSettings.QuietHours(LocalTime.of(23, 0), LocalTime.of(7, 0)));
        assertThat(QuietTime.until(night, Lane.ALERT, now)).isEqualTo(until == null ? null : Instant.parse(until));
        assertThat(QuietTime.until(night, Lane.ANSWER, now)).isNull();
        assertThat(QuietTime.until(ChatSettings.NONE, Lane.ALERT, now)).isNull();
    }

    @Test
    void the_changes_of_many_threads_are_kept_together_and_each_learns_of_its_own() throws Exception {
        List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
        Recorder recorder = new Recorder(changes -> {
            batches.add(changes.size());
            if (changes.stream().anyMatch(change -> change.equals(posted(13)))) {
                throw new IllegalStateException("thirteen");
            }
            return changes.stream().map(change -> !change.equals(posted(7))).toList();
        });
        try (recorder;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Boolean>>> kept = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Change change = posted(i);
                kept.add(threads.submit(() -> recorder.write(List.of(change))));
            }
            for (int i = 0; i < 200; i++) {
                if (i == 13) {
                    Future<List<Boolean>> failed = kept.get(i);
                    assertThatThrownBy(failed::get).hasRootCauseMessage("thirteen");
                } else {
                    assertThat(kept.get(i).get()).containsExactly(i != 7);
                }
            }
        }
        assertThat(batches.stream().mapToInt(size -> size).sum()).isGreaterThanOrEqualTo(200);
    }

    private static Change posted(int number) {
        Card card = Card.titled("title", NOW).build();
        return new Change.Told(new Notice("key " + number, card, Audience.chat(chat(1)), Lane.ALERT, NOW), NOW);
    }

    @Test
    void a_jump_is_told_from_time_that_passed() {
        DrivenTime time = new DrivenTime();
        JumpWatch watch = new JumpWatch(time, time);
        time.pass(Duration.ofHours(8));
        assertThat(watch.look()).isZero();
        assertThat(watch.mayExpire()).isTrue();
        time.jump(Duration.ofHours(1));
        assertThat(watch.look()).isEqualTo(Duration.ofHours(1));
        assertThat(watch.mayExpire()).isFalse();
        assertThat(watch.look()).isZero();
        time.pass(Duration.ofMinutes(6));
        assertThat(watch.mayExpire()).isTrue();
        time.jump(Duration.ofHours(-2));
        assertThat(watch.look()).isEqualTo(Duration.ofHours(-2));
        assertThat(watch.mayExpire()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\0b"})
    void a_key_must_be_one_line_of_text(String key) {
        Card card = Card.titled("title", NOW).build();
        assertThatThrownBy(() -> new Notice(key, card, Audience.chat(chat(1)), Lane.ALERT, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Notice("x".repeat(201), card, Audience.chat(chat(1)), Lane.ALERT, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Audience.These(World.chats(1001))).isInstanceOf(IllegalArgumentException.class);
    }
}
