package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.FrontState;
import dev.bellwether.deliver.Inbox;
import dev.bellwether.deliver.OwnerName;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;

/** How the front connects, notices that it is not connected, and mends that. */
class ConnectionTest {
    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void it_names_the_bot_it_is_connected_as() {
        FrontState state = town.open().state();

        assertThat(state)
                .isInstanceOfSatisfying(
                        FrontState.Up.class, up -> assertThat(up.bot()).isEqualTo("@" + FakeTelegram.BOT));
        town.noViolations();
    }

    @Test
    void every_request_for_updates_says_which_kinds_it_wants() {
        town.open();
        town.telegram.text(Town.ANN, "/about");

        assertThat(town.telegram.requests("getUpdates"))
                .isNotEmpty()
                .allMatch(request -> request.arguments().path("allowed_updates").size() == 5);
        assertThat(town.telegram.updates().allowed()).contains("my_chat_member", "inline_query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999:wrong", "no-token-at-all"})
    void with_a_wrong_token_it_stops_and_says_what_to_do(String token) {
        town.token = token;
        TelegramFront front = town.front();
        front.start();

        Town.await(() -> front.state() instanceof FrontState.Stopped);

        assertThat(((FrontState.Stopped) front.state()).why())
                .contains("@BotFather", "fronts.telegram.token")
                .doesNotContain(token);
    }

    @Test
    void a_token_that_is_revoked_while_it_runs_stops_it() {
        TelegramFront front = town.open();
        town.telegram.fault("getUpdates", Fault.refuse(401, "Unauthorized"));

        Town.await(() -> front.state() instanceof FrontState.Stopped && !front.isPolling());
        int polls = town.telegram.updates().polls();

        assertThat(Voice.english().plain(front.check().getFirst().text())).contains("@" + FakeTelegram.BOT);
        assertThat(town.telegram.updates().polls()).isEqualTo(polls);
    }

    @Test
    void without_a_network_it_says_since_when_and_keeps_trying() {
        town.api = URI.create("http://127.0.0.1:9");
        TelegramFront front = town.front();
        front.start();

        Town.await(() -> front.state() instanceof FrontState.Lost);
        FrontState.Lost first = (FrontState.Lost) front.state();
        Town.await(() -> !Objects.equals(((FrontState.Lost) front.state()).nextTry(), first.nextTry()));

        assertThat(front.state().since()).isEqualTo(first.since());
        assertThat(first.why()).doesNotContain(FakeTelegram.TOKEN);
    }

    @Test
    void it_connects_as_soon_as_the_bot_api_is_back() {
        for (int i = 0; i < 5; i++) {
            town.telegram.fault("getMe", i % 2 == 0 ? Fault.dropBefore() : Fault.page(502));
        }

        town.open();

        assertThat(town.telegram.requests("getMe")).hasSize(6);
        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
    }

    @Test
    void trouble_while_polling_is_shown_and_passes() {
        TelegramFront front = town.open();
        List<Fault> troubles = List.of(
                Fault.refuse(500, "Internal Server Error"), Fault.page(502), Fault.dropBefore(), Fault.tooMany(1));
        for (Fault trouble : troubles) {
            town.telegram.fault("getUpdates", trouble);
            Town.await(() -> front.state() instanceof FrontState.Lost);
            Town.await(() -> front.state() instanceof FrontState.Up);
        }

        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
    }

    @Test
    void it_waits_as_long_as_telegram_wants() {
        TelegramFront front = town.open();
        town.telegram.fault("getUpdates", Fault.tooMany(1));
        Town.await(() -> front.state() instanceof FrontState.Lost);

        FrontState.Lost lost = (FrontState.Lost) front.state();

        assertThat(Duration.between(lost.since(), lost.nextTry())).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void another_program_with_the_same_token_is_named_and_waited_out() {
        TelegramFront front = town.open();
        int polls = town.telegram.updates().polls();
        Town.await(() -> town.telegram.updates().polls() > polls);

        Town.await(() -> {
            town.telegram.secondPoller();
            return front.state() instanceof FrontState.Lost lost && lost.why().contains("409");
        });
        Town.await(() -> front.state() instanceof FrontState.Up);

        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
    }

    @Test
    void a_webhook_that_somebody_set_is_taken_away() {
        TelegramFront front = town.open();
        town.telegram.hook("https://elsewhere.test/");

        Town.await(() -> town.telegram.methods().webhook().isEmpty());
        Town.await(() -> front.state() instanceof FrontState.Up);

        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
    }

    @Test
    void of_two_processes_with_one_store_one_polls_and_the_other_takes_over_when_it_ends() {
        TelegramFront first = town.open();
        TelegramFront second = town.front();
        second.start();

        Town.await(() -> second.state() instanceof FrontState.Lost);
        assertThat(((FrontState.Lost) second.state()).why()).contains("another process");
        assertThat(first.state()).isInstanceOf(FrontState.Up.class);

        first.close();
        Town.await(() -> second.state() instanceof FrontState.Up);
        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
    }

    /** The client library stops without a word when whoever takes its updates throws. */
    @Test
    void a_poller_that_fell_silent_is_noticed_and_started_anew() throws Exception {
        TelegramSettings settings = new TelegramSettings(town.token, town.api, null, Town.QUICK);
        AtomicInteger taken = new AtomicInteger();
        LongPollingUpdateConsumer throwing = updates -> {
            if (taken.incrementAndGet() == 1) {
                throw new IllegalStateException("as a bug would");
            }
        };
        try (Wire wire = new Wire(settings)) {
            PollWatch watch = new PollWatch(town.clock, new Link(town.clock), Town.QUICK, "@bot");
            try (Poller poller = new Poller(settings, wire, watch, throwing)) {
                poller.start();
                town.telegram.write(Town.ANN, "first");
                Town.await(() -> taken.get() == 1);
                assertThat(poller.isSilent()).isFalse();

                town.clock.move(Duration.ofSeconds(60));
                assertThat(poller.isSilent()).isTrue();

                poller.start();
                Town.await(() -> taken.get() == 2);
                assertThat(poller.isSilent()).isFalse();
            }
        }
    }

    @Test
    void the_guard_starts_a_silent_poller_anew() {
        town.open();
        town.telegram.hold("getUpdates");
        int polls = town.telegram.updates().polls();
        Town.await(() -> town.telegram.held() == 1);

        town.clock.move(Duration.ofSeconds(60));

        Town.await(() -> town.telegram.updates().polls() > polls);
        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
    }

    @Test
    void a_path_before_the_bot_api_is_kept() {
        town.api = URI.create(town.telegram.api() + "/local/");
        town.open();

        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
    }

    @Test
    void nothing_that_is_thrown_by_the_store_ends_the_polling() {
        FlakyInbox inbox = new FlakyInbox(town.inbox, 3);
        town.inbox = inbox;
        town.open();

        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
        assertThat(inbox.failures()).isEqualTo(3);
    }

    /** Telegram would forget what it thinks has arrived. */
    @Test
    void an_update_that_is_not_stored_is_not_confirmed() {
        FlakyInbox inbox = new FlakyInbox(town.inbox, Integer.MAX_VALUE);
        town.inbox = inbox;
        town.open();
        town.telegram.write(Town.ANN, "/about");
        Town.await(() -> inbox.failures() > 3);

        assertThat(town.telegram.updates().unconfirmed()).isEqualTo(1);
        assertThat(town.telegram.sent(Town.ANN)).isEmpty();

        inbox.mend();
        assertThat(town.telegram.await(Town.ANN, 0).text()).contains("1.2.3");
        Town.await(() -> town.telegram.updates().unconfirmed() == 0);
    }

    /** An inbox that fails some times. */
    private static final class FlakyInbox implements Inbox {
        private final Inbox inbox;
        private final AtomicInteger failures = new AtomicInteger();
        private volatile int most;

        FlakyInbox(Inbox inbox, int most) {
            this.inbox = inbox;
            this.most = most;
        }

        int failures() {
            return failures.get();
        }

        void mend() {
            most = 0;
        }

        @Override
        public List<Update> keep(String front, List<Update> updates, Instant at) {
            if (!updates.isEmpty() && failures.get() < most) {
                failures.incrementAndGet();
                throw new IllegalStateException("database is locked");
            }
            return inbox.keep(front, updates, at);
        }

        @Override
        public List<Update> open(String front) {
            return inbox.open(front);
        }

        @Override
        public void done(String front, long number, Instant at) {
            inbox.done(front, number, at);
        }

        @Override
        public long highest(String front) {
            return inbox.highest(front);
        }
    }

    /** The lease would hold for a minute. */
    @Test
    void closed_it_polls_no_more_and_lets_the_next_one_poll_at_once() {
        town.open().close();
        int polls = town.telegram.updates().polls();

        town.telegram.write(Town.ANN, "/about");
        assertThat(town.telegram.updates().polls()).isEqualTo(polls);

        town.open();
        assertThat(town.telegram.await(Town.ANN, 0).text()).contains("1.2.3");
    }

    @Test
    void after_a_kill_the_next_one_on_this_machine_polls_at_once() {
        town.open().close();
        String killed = OwnerName.ofThisProcess()
                .replaceFirst("/[0-9]+/[^/]*/", "/" + ProcessHandle.current().pid() + "/1/");
        town.leases.hold(town.leaseName(), killed, town.clock.instant(), Duration.ofHours(1));
        town.open();
        assertThat(town.telegram.text(Town.ANN, "/about").text()).contains("1.2.3");
    }

    @Test
    void while_another_machine_polls_this_one_stands_by_and_says_so() {
        town.open().close();
        town.leases.hold(town.leaseName(), "another-machine/1/1/x", town.clock.instant(), Duration.ofHours(1));
        TelegramFront second = town.front();
        second.start();
        Town.await(() ->
                second.state() instanceof FrontState.Lost lost && lost.why().contains("stands by"));
    }
}
