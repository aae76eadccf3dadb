package dev.bellwether.deliver;

import static dev.bellwether.deliver.World.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final ChatId GROUP = new ChatId("telegram", "-100");

    private final DrivenTime time = new DrivenTime();

    @Test
    void answers_may_use_up_a_second_at_once_and_then_wait() {
        Pacer pacer = new Pacer(PaceLimits.telegram(), time);
        for (int i = 0; i < 30; i++) {
            assertThat(pacer.take(chat(i), Lane.ANSWER)).isZero();
        }
        Duration wait = pacer.take(chat(30), Lane.ANSWER);
        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1100));
        time.pass(wait);
        assertThat(pacer.take(chat(30), Lane.ANSWER)).isZero();
    }

    @Test
    void alerts_go_evenly_spaced() {
        Pacer pacer = new Pacer(PaceLimits.discord(), time);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            assertThat(pacer.take(chat(i), Lane.ALERT)).isZero();
            Duration wait = pacer.untilFree(Lane.ALERT);
            waits.add(wait);
            time.pass(wait);
        }
        assertThat(waits.subList(20, 100))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(20), Duration.ofMillis(21)));
    }

    @Test
    void an_answer_gets_the_next_turn_of_a_front_that_is_fully_used() {
        Pacer pacer = new Pacer(PaceLimits.telegram(), time);
        for (int i = 0; i < 200; i++) {
            takeWhenFree(pacer, i);
        }
        ChatId asker = chat(1000);
        Duration wait = pacer.take(asker, Lane.ANSWER);
        assertThat(wait).isLessThan(Duration.ofMillis(40));
        time.pass(wait);
        assertThat(pacer.take(chat(1001), Lane.ALERT)).as("the turn is held").isPositive();
        assertThat(pacer.take(asker, Lane.ANSWER)).isZero();
    }

    @Test
    void a_turn_is_not_held_for_ever_for_one_who_does_not_come_back() {
        Pacer pacer = new Pacer(PaceLimits.telegram(), time);
        for (int i = 0; i < 200; i++) {
            takeWhenFree(pacer, i);
        }
        assertThat(pacer.take(chat(1000), Lane.ANSWER)).isPositive();
        time.pass(Duration.ofSeconds(1));
        assertThat(pacer.take(chat(1001), Lane.ALERT)).isZero();
    }

    private void takeWhenFree(Pacer pacer, int number) {
        for (Duration wait = pacer.take(chat(number), Lane.ALERT);
                wait.isPositive();
                wait = pacer.take(chat(number), Lane.ALERT)) {
            time.pass(wait);
        }
    }

    @Test
    void a_private_chat_gets_one_a_second_and_a_group_twenty_a_minute_topics_included() {
        Pacer pacer = new Pacer(PaceLimits.telegram(), time);
        assertThat(pacer.take(chat(1), Lane.ANSWER)).isZero();
        assertThat(pacer.take(chat(1), Lane.ANSWER)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1020));
        int taken = 0;
        for (int second = 0; second < 120; second++) {
            ChatId topic = new ChatId("telegram", GROUP.id() + (second % 2 == 0 ? "" : "/17"));
            taken += pacer.take(topic, Lane.ALERT).isZero() ? 1 : 0;
            time.pass(Duration.ofMillis(1020));
        }
        assertThat(taken).isEqualTo(40);
    }

    @Test
    void a_pause_is_obeyed_by_all_or_by_one_chat_and_taught_from() {
        Pacer pacer = new Pacer(PaceLimits.discord(), time);
        pacer.pause(chat(1), Duration.ofSeconds(10));
        assertThat(pacer.take(chat(1), Lane.ANSWER)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pacer.take(chat(2), Lane.ANSWER)).isZero();
        pacer.pause(Duration.ofSeconds(20));
        assertThat(pacer.take(chat(2), Lane.ANSWER)).isEqualTo(Duration.ofSeconds(20));
        assertThat(pacer.untilFree(Lane.DIGEST)).isEqualTo(Duration.ofSeconds(20));
        time.pass(Duration.ofSeconds(20));
        assertThat(rate(pacer)).isBetween(47, 48);
        for (int i = 0; i < 4; i++) {
            pacer.pause(Duration.ofSeconds(2));
            time.pass(Duration.ofSeconds(2));
        }
        assertThat(rate(pacer)).isBetween(28, 36);
        time.pass(Duration.ofMinutes(10));
        assertThat(rate(pacer)).isBetween(48, 50);
    }

    @Test
    void a_turn_counts_from_when_it_was_used() {
        Pacer pacer = new Pacer(PaceLimits.telegram(), time);
        for (int i = 0; i < 30; i++) {
            assertThat(pacer.take(chat(i), Lane.ANSWER)).isZero();
        }
        time.pass(Duration.ofMillis(500));
        for (int i = 0; i < 30; i++) {
            pacer.used(chat(i));
        }
        assertThat(pacer.take(chat(30), Lane.ANSWER)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(pacer.take(chat(1), Lane.ANSWER)).isGreaterThan(Duration.ofSeconds(1));
    }

    /** How many alerts a second go. */
    private int rate(Pacer pacer) {
        int taken = 0;
        for (int i = 0; i < 500; i++) {
            takeWhenFree(pacer, i);
            time.pass(Duration.ZERO);
            taken++;
            if (i == 100) {
                taken = 0;
                begun = time.getAsLong();
            }
        }
        return (int) (taken / ((time.getAsLong() - begun) / 1e9));
    }

    private long begun;

    @Test
    void a_clock_set_back_delays_nothing() {
        Pacer pacer = new Pacer(PaceLimits.telegram(), time);
        for (int i = 0; i < 30; i++) {
            pacer.take(chat(i), Lane.ANSWER);
        }
        pacer.pause(chat(5), Duration.ofSeconds(3));
        time.jump(Duration.ofHours(-1));
        assertThat(pacer.take(chat(50), Lane.ANSWER)).isLessThan(Duration.ofSeconds(2));
        assertThat(pacer.take(chat(5), Lane.ANSWER)).isLessThan(Duration.ofSeconds(4));
        time.pass(Duration.ofSeconds(4));
        assertThat(pacer.take(chat(5), Lane.ANSWER)).isZero();
    }

    @Test
    void it_remembers_no_more_chats_than_it_wrote_to_of_late() {
        Pacer pacer = new Pacer(PaceLimits.telegram(), time);
        for (int i = 0; i < 20_000; i++) {
            takeWhenFree(pacer, i);
        }
        assertThat(pacer.remembered()).isLessThan(100);
    }

    @Test
    void random_askers_never_break_a_limit() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            FakePlatform platform = new FakePlatform(false, PaceLimits.telegram(), time);
            Pacer pacer = new Pacer(PaceLimits.telegram(), time);
            for (int i = 0; i < 3_000; i++) {
                ChatId chat = chat(random.nextInt(60) - 20);
                if (pacer.take(chat, List.of(Lane.values()).get(random.nextInt(3)))
                        .isZero()) {
                    platform.call(new FakeSender.Call(chat, "key" + i, 0, false, null));
                }
                time.pass(Duration.ofMillis(random.nextInt(30)));
            }
            assertThat(platform.violations()).isZero();
            assertThat(platform.taken()).isGreaterThan(300);
            time.pass(Duration.ofMinutes(2));
        }
    }
}
