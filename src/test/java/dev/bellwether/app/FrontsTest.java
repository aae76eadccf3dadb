package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.FrontState;
import dev.bellwether.command.StatusPart;
import dev.bellwether.command.StatusPart.State;
import dev.bellwether.deliver.Pace;
import dev.bellwether.talk.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FrontsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final String TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz012345";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final List<String> log = new ArrayList<>();
    private final TestFront discord = new TestFront("discord", log);
    private final TestFront telegram = new TestFront("telegram", log);
    private final Fronts fronts = new Fronts(
            List.of(
                    new Fronts.Plan("discord", Pace.none(), () -> discord),
                    new Fronts.Plan("telegram", Pace.none(), () -> telegram)),
            now::get);

    private List<State> states() {
        return fronts.parts().stream().map(StatusPart::state).toList();
    }

    private List<String> news() {
        List<String> lines = new ArrayList<>();
        fronts.announce(lines::add);
        return lines;
    }

    private static Fronts.Plan broken(String name, String message) {
        return new Fronts.Plan(name, Pace.none(), () -> {
            throw new IllegalArgumentException(message);
        });
    }

    @Test
    void fronts_start_in_order_and_close_in_reverse() {
        fronts.start();
        fronts.close();
        fronts.close();
        assertThat(log).containsExactly("start discord", "start telegram", "close telegram", "close discord");
    }

    @Test
    void one_that_can_not_be_made_or_started_is_stopped_and_the_others_go_on() {
        telegram.failsToStart = true;
        Fronts some = new Fronts(
                List.of(
                        broken("broken", "bad token " + TOKEN),
                        new Fronts.Plan("telegram", Pace.none(), () -> telegram),
                        new Fronts.Plan("discord", Pace.none(), () -> discord)),
                now::get);
        some.start();
        assertThat(log).containsExactly("start telegram", "start discord");
        assertThat(some.parts()).extracting(StatusPart::state).containsExactly(State.TROUBLE, State.TROUBLE, State.OK);
        List<String> lines = new ArrayList<>();
        some.announce(lines::add);
        assertThat(lines)
                .containsExactly(
                        "Broken stopped: it could not be started: IllegalArgumentException, bad token ***; the log has more",
                        "Telegram stopped: it could not be started: IllegalStateException, no start; the log has more");
        some.close();
        assertThat(log).as("what was made is closed").endsWith("close discord", "close telegram");
    }

    @Test
    void one_that_fails_to_close_does_not_keep_the_others_open() {
        telegram.failsToClose = true;
        fronts.start();
        fronts.close();
        assertThat(log).endsWith("close telegram", "close discord");
    }

    @Test
    void a_connection_lost_is_trouble_only_after_a_minute_and_never_more() {
        fronts.start();
        discord.state = new FrontState.Lost(NOW, "the gateway closed", NOW.plusSeconds(90));
        telegram.state = new FrontState.Lost(NOW, "no network", null);
        now.set(NOW.plusSeconds(60));
        assertThat(states()).containsExactly(State.OK, State.OK);
        now.set(NOW.plusSeconds(61));
        assertThat(states()).containsExactly(State.TROUBLE, State.TROUBLE);
        assertThat(Voice.english().plain(fronts.parts().getFirst().text()))
                .isEqualTo("not connected since 2026-01-05 08:00 UTC (1 min): the gateway closed; next try in 29 s");
    }

    @Test
    void one_that_never_connects_is_trouble_too() {
        fronts.start();
        discord.state = new FrontState.Connecting(NOW);
        telegram.state = new FrontState.Up(NOW, "Bellwether");
        now.set(NOW.plusSeconds(600));
        assertThat(states()).containsExactly(State.TROUBLE, State.OK);
        assertThat(Voice.english().plain(fronts.parts().getLast().text()))
                .isEqualTo("connected as Bellwether since 2026-01-05 08:00 UTC (10 min)");
    }

    @Test
    void the_bot_is_down_only_when_every_front_has_given_up() {
        fronts.start();
        discord.state = new FrontState.Stopped(NOW, "the token " + TOKEN + " is wrong");
        assertThat(states()).containsExactly(State.TROUBLE, State.OK);
        assertThat(Voice.english().plain(fronts.parts().getFirst().text()))
                .isEqualTo("stopped: the token *** is wrong");
        telegram.state = new FrontState.Stopped(NOW, "the token is wrong");
        assertThat(states()).containsExactly(State.DOWN, State.DOWN);
    }

    @Test
    void one_that_can_not_say_how_it_is_counts_as_stopped() {
        fronts.start();
        discord.failsToTell = true;
        assertThat(states()).containsExactly(State.TROUBLE, State.OK);
    }

    @Test
    void what_changed_is_said_in_one_line_and_once() {
        fronts.start();
        assertThat(news()).as("that it connects is no news").isEmpty();
        discord.state = new FrontState.Up(NOW, "Bellwether#1");
        assertThat(news()).containsExactly("Discord is connected as Bellwether#1.");
        discord.state = new FrontState.Up(NOW, "Bellwether#1");
        assertThat(news()).isEmpty();
        discord.state = new FrontState.Lost(NOW, "the gateway closed", null);
        telegram.state = new FrontState.Stopped(NOW, "the token is wrong; set another");
        assertThat(news())
                .containsExactly(
                        "Discord lost its connection and keeps trying: the gateway closed",
                        "Telegram stopped: the token is wrong; set another");
        discord.state = new FrontState.Lost(NOW.plusSeconds(1), "no network", null);
        assertThat(news()).isEmpty();
        discord.state = new FrontState.Up(NOW, "Bellwether#1");
        assertThat(news()).containsExactly("Discord is connected as Bellwether#1.");
    }

    @Test
    void a_check_asks_each_without_starting_it_and_names_what_can_not_be_asked() {
        Fronts some = new Fronts(
                List.of(
                        broken("telegram", "bad token " + TOKEN),
                        new Fronts.Plan("discord", Pace.none(), () -> discord)),
                now::get);
        assertThat(some.check())
                .containsExactly(
                        StatusPart.down("Telegram", "IllegalArgumentException, bad token ***; the log has more"),
                        StatusPart.ok("discord", "token valid"),
                        StatusPart.trouble("discord", "2 commands missing"));
        assertThat(log).containsExactly("check discord", "close discord");
    }

    @Test
    void a_platforms_call_goes_to_the_front_that_takes_such_calls() {
        assertThat(fronts.receive("secret", "{}")).as("not there yet").isEqualTo(503);
        fronts.start();
        assertThat(fronts.receive("secret", "{}")).isEqualTo(200);
        assertThat(log).endsWith("secret {}");
        fronts.close();
        assertThat(fronts.receive("secret", "{}")).isEqualTo(503);
    }

    @Test
    void without_tokens_there_is_nothing_to_say() {
        Fronts none = new Fronts(List.of(), now::get);
        none.start();
        assertThat(none.parts()).isEmpty();
        assertThat(none.check()).isEmpty();
        none.close();
    }
}
