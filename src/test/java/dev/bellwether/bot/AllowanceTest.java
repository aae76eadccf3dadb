package dev.bellwether.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Allowance.Verdict ALLOWED = new Allowance.Allowed();

    /** Ten at once for a person, thirty for a chat. */
    private final Allowance allowance = new Allowance(20, 60);

    private Allowance.Verdict ask(String chat, String member, Instant at) {
        return allowance.take(new Ask(new ChatId("test", chat), member, "/x", Instant.EPOCH), at);
    }

    /** How many of so many are allowed. */
    private int asks(int count, String chat, String member, Instant at) {
        int allowed = 0;
        for (int i = 0; i < count; i++) {
            allowed += ask(chat, member, at).equals(ALLOWED) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void a_person_may_ask_half_a_minutes_worth_at_once_and_then_as_fast_as_the_minute_allows() {
        assertThat(asks(15, "1", "ann", NOW)).isEqualTo(10);
        assertThat(ask("1", "ann", NOW)).isEqualTo(new Allowance.Refused(Duration.ofSeconds(3), true, false));
        assertThat(asks(5, "1", "ann", NOW.plusSeconds(3))).isOne();
        assertThat(asks(50, "1", "ann", NOW.plusSeconds(33))).isEqualTo(10);
    }

    @Test
    void waiting_as_long_as_was_said_is_long_enough() {
        asks(10, "1", "ann", NOW);
        Allowance.Refused refused = (Allowance.Refused) ask("1", "ann", NOW.plusMillis(1_100));
        assertThat(ask("1", "ann", NOW.plusMillis(1_100).plus(refused.after()))).isEqualTo(ALLOWED);
    }

    @Test
    void only_the_first_refusal_since_the_last_answer_says_so() {
        asks(10, "1", "ann", NOW);
        assertThat(((Allowance.Refused) ask("1", "ann", NOW)).first()).isTrue();
        assertThat(((Allowance.Refused) ask("1", "ann", NOW)).first()).isFalse();
        assertThat(ask("1", "ann", NOW.plusSeconds(3))).isEqualTo(ALLOWED);
        assertThat(((Allowance.Refused) ask("1", "ann", NOW.plusSeconds(3))).first())
                .isTrue();
    }

    @Test
    void a_chat_has_a_limit_of_its_own_and_other_chats_do_not_feel_it() {
        for (String member : new String[] {"a", "b", "c"}) {
            assertThat(asks(10, "1", member, NOW)).isEqualTo(10);
        }
        assertThat(ask("1", "d", NOW)).isEqualTo(new Allowance.Refused(Duration.ofSeconds(1), false, true));
        assertThat(ask("2", "d", NOW)).isEqualTo(ALLOWED);
    }

    @Test
    void a_person_is_the_same_in_every_chat_of_a_front_and_another_on_another_front() {
        asks(10, "1", "ann", NOW);
        assertThat(ask("2", "ann", NOW)).isInstanceOf(Allowance.Refused.class);
        Ask elsewhere = new Ask(new ChatId("other", "2"), "ann", "/x", NOW);
        assertThat(allowance.take(elsewhere, NOW)).isEqualTo(ALLOWED);
    }

    @Test
    void a_refused_question_costs_nothing() {
        asks(1_000, "1", "ann", NOW);
        assertThat(asks(30, "1", "bob", NOW)).isEqualTo(10);
        assertThat(ask("1", "ann", NOW.plusSeconds(3))).isEqualTo(ALLOWED);
    }

    @Test
    void a_clock_that_is_set_back_refuses_nobody_for_longer() {
        asks(10, "1", "ann", NOW);
        assertThat(ask("1", "ann", NOW.minusSeconds(3_600))).isInstanceOf(Allowance.Refused.class);
        assertThat(ask("1", "ann", NOW.minusSeconds(3_597))).isEqualTo(ALLOWED);
    }

    @Test
    void who_has_not_asked_for_a_while_is_not_remembered() {
        for (int i = 0; i < 100_000; i++) {
            ask("chat " + i, "member " + i, NOW.plusMillis(i * 100L));
            assertThat(allowance.size()).isLessThan(3_000);
        }
    }

    @Test
    void the_smallest_limit_still_lets_one_through() {
        Allowance small = new Allowance(1, 1);
        Ask ask = new Ask(new ChatId("test", "1"), "ann", "/x", NOW);
        assertThat(small.take(ask, NOW)).isEqualTo(ALLOWED);
        assertThat(small.take(ask, NOW)).isEqualTo(new Allowance.Refused(Duration.ofSeconds(60), true, true));
        assertThat(small.take(ask, NOW.plusSeconds(60))).isEqualTo(ALLOWED);
    }
}
