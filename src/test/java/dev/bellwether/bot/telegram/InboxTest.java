package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.deliver.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That no question is lost, whatever ends when. */
class InboxTest {
    private final Town town = new Town();
    private final FakeTelegram telegram = town.telegram;

    @AfterEach
    void close() {
        town.noViolations();
        town.close();
    }

    private Inbox.Update update(int number, ObjectNode message) {
        return new Inbox.Update(number, "{\"update_id\":" + number + ",\"message\":" + message + "}");
    }

    /** As a crash between keeping an update and its answer leaves it. */
    @Test
    void what_an_earlier_run_kept_and_did_not_answer_is_answered_at_the_start() {
        ObjectNode message = telegram.message(Town.ANN, Town.ANN, "/about");
        town.inbox.keep("telegram", List.of(update(5, message)), town.clock.instant());

        town.open();

        assertThat(telegram.await(Town.ANN, 0).text()).contains("1.2.3");
        Town.await(() -> town.inbox.open("telegram").isEmpty());
    }

    @Test
    void what_is_answered_is_done_and_not_answered_again() {
        TelegramFront front = town.open();
        telegram.text(Town.ANN, "/about");
        Town.await(() -> town.inbox.open("telegram").isEmpty());
        front.close();

        town.open();
        telegram.text(8, "/about");

        assertThat(telegram.sent(Town.ANN)).hasSize(1);
    }

    /** The confirmation is the next request, which a crash prevents. */
    @Test
    void an_update_that_telegram_brings_twice_is_answered_once() {
        ObjectNode message = telegram.message(Town.ANN, Town.ANN, "/about");
        int number = telegram.update("message", message);
        town.inbox.keep("telegram", List.of(update(number, message)), town.clock.instant());
        town.inbox.done("telegram", number, town.clock.instant());

        town.open();
        telegram.text(8, "/about");

        assertThat(telegram.sent(Town.ANN)).isEmpty();
    }

    @Test
    void a_question_that_had_to_wait_is_answered_with_a_word_about_it() {
        town.open();
        long asked = town.clock.instant().minus(Duration.ofMinutes(25)).getEpochSecond();

        telegram.write(telegram.message(Town.ANN, Town.ANN, "/about").put("date", asked));

        assertThat(telegram.await(Town.ANN, 0).text()).contains("Asked 25 min ago");
    }

    @Test
    void a_question_of_the_day_before_yesterday_is_not_answered_any_more() {
        town.open();
        long asked = town.clock.instant().minus(Duration.ofHours(30)).getEpochSecond();

        telegram.write(telegram.message(Town.ANN, Town.ANN, "/about").put("date", asked));
        telegram.text(Town.ANN, "/baba");

        assertThat(telegram.sent(Town.ANN)).hasSize(1);
        Town.await(() -> town.inbox.open("telegram").isEmpty());
    }

    @Test
    void closing_lets_out_the_answer_that_is_under_way() {
        CountDownLatch begun = new CountDownLatch(1);
        town.with(TestCommand.saying("slowly", ask -> {
            begun.countDown();
            try {
                Town.DELAYER.sleep(Duration.ofMillis(300));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "all the same";
        }));
        TelegramFront front = town.open();
        telegram.write(Town.ANN, "/slowly");
        Town.await(() -> begun.getCount() == 0);

        front.close();

        assertThat(telegram.sent(Town.ANN))
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("all the same"));
        assertThat(town.inbox.open("telegram")).isEmpty();
    }

    @Test
    void an_answer_that_could_not_go_out_before_the_end_is_given_at_the_next_start() {
        TelegramFront first = town.open();
        telegram.fault("sendMessage", Fault.tooMany(3_600));
        telegram.write(Town.ANN, "/about");
        Town.await(() -> telegram.requests("sendMessage").size() == 1);
        first.close();
        assertThat(town.inbox.open("telegram")).hasSize(1);

        town.open();

        assertThat(telegram.await(Town.ANN, 0).text()).contains("1.2.3");
    }

    @Test
    void an_update_at_which_the_bot_fails_is_passed_over_and_does_not_come_again() {
        AtomicInteger calls = new AtomicInteger();
        town.with(TestCommand.saying("fails", ask -> {
            calls.incrementAndGet();
            throw new IllegalStateException("as a bug would");
        }));
        town.open();

        assertThat(telegram.text(Town.ANN, "/fails").text()).contains("did not work");
        Town.await(() -> town.inbox.open("telegram").isEmpty());
        assertThat(calls).hasValue(1);
    }
}
