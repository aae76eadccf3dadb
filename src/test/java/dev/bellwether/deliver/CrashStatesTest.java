package dev.bellwether.deliver;

import static dev.bellwether.deliver.World.chat;
import static dev.bellwether.deliver.World.chats;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.FakeSender.Answered;
import dev.bellwether.deliver.FakeSender.Call;
import dev.bellwether.store.Engine;
import dev.bellwether.store.OnBothEngines;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process leaves that dies at the worst moments, built by hand; and what its successor makes of it. */
class CrashStatesTest extends OnBothEngines {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String DEAD = "the process that died";

    @SuppressWarnings("NullAway.Init") // each test begins with one
    private World world;

    @AfterEach
    void end() {
        world.close();
    }

    private void begin(boolean recognises) {
        world = recognises ? World.discord(store) : World.telegram(store);
    }

    @Test
    void a_notice_without_envelopes_is_sent() {
        begin(false);
        store.delivery().outbox().commit(world.alert("news", chats(5)), world.time.instant());
        assertThat(world.drain(world.delivery(), LONG)).isTrue();
        chats(5).forEach(chat -> assertThat(world.platform.keys(chat)).containsExactly("news"));
    }

    @Test
    void a_half_expanded_notice_is_expanded_to_the_end_and_nobody_gets_it_twice() {
        begin(false);
        store.delivery().outbox().commit(world.alert("news", chats(50)), world.time.instant());
        Expander expander = new Expander(
                store.transactions(),
                store.delivery().outbox(),
                store.delivery().audiences(),
                world.time,
                20);
        assertThat(expander.tick()).isTrue();
        assertThat(store.delivery().journal().chats("news", 100)).hasSize(20);
        assertThat(world.drain(world.delivery(), LONG)).isTrue();
        chats(50).forEach(chat -> assertThat(world.platform.keys(chat)).containsExactly("news"));
    }

    @Test
    void a_page_that_was_interrupted_before_its_commit_is_made_again() {
        begin(false);
        Outbox outbox = store.delivery().outbox();
        outbox.commit(world.alert("news", chats(5)), world.time.instant());
        try {
            store.transactions().inOne(() -> {
                outbox.expand(outbox.next().orElseThrow(), chats(3), "3", world.time.instant());
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException e) {
            assertThat(store.delivery().journal().chats("news", 100)).isEmpty();
        }
        assertThat(world.drain(world.delivery(), LONG)).isTrue();
        assertThat(world.platform.taken()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_sent_but_not_recorded_stands_once_where_repeats_are_known_and_else_twice_and_marked(
            boolean recognises) {
        begin(recognises);
        Claim claim = claimByTheDead("news", 1);
        record(new Change.Sending(claim, DEAD, 0));
        Answered first = world.platform.call(new Call(chat(1), "news", 0, false, null));
        assertThat(first).isInstanceOf(Answered.Took.class);
        assertThat(world.drain(world.delivery(), LONG)).isTrue();
        if (recognises) {
            assertThat(world.platform.keys(chat(1))).containsExactly("news");
        } else {
            assertThat(world.platform.in(chat(1)))
                    .extracting(FakePlatform.Message::again)
                    .containsExactly(false, true);
        }
        assertThat(world.only("news").end()).isEqualTo(Change.End.SENT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_recorded_as_beginning_but_not_sent_arrives_once(boolean recognises) {
        begin(recognises);
        Claim claim = claimByTheDead("news", 1);
        record(new Change.Sending(claim, DEAD, 0));
        assertThat(world.drain(world.delivery(), LONG)).isTrue();
        assertThat(world.platform.in(chat(1)))
                .extracting(FakePlatform.Message::again)
                .containsExactly(true);
    }

    @Test
    void of_a_long_card_only_the_message_in_doubt_is_sent_again() {
        begin(false);
        Claim claim = claimByTheDead("long", 3);
        record(new Change.Sending(claim, DEAD, 0));
        world.platform.call(new Call(chat(1), "long", 0, false, null));
        record(new Change.Taken(claim, List.of("1000001")));
        world.time.pass(Duration.ofSeconds(2));
        record(new Change.Sending(claim, DEAD, 1));
        world.platform.call(new Call(chat(1), "long", 1, false, null));
        assertThat(world.drain(world.delivery(), LONG)).isTrue();
        assertThat(world.platform.in(chat(1)))
                .extracting(message -> message.part() + (message.again() ? " again" : ""))
                .containsExactly("0", "1", "1 again", "2");
    }

    @Test
    void what_a_dead_process_had_claimed_is_sent_by_another_once_the_dead_one_counts_as_dead() {
        begin(false);
        claimByTheDead("news", 1);
        Delivery delivery = world.delivery();
        world.run(delivery, Duration.ofSeconds(5));
        // On SQLite there is one process at a time: a new one knows at once that the old one is gone.
        assertThat(world.platform.keys(chat(1))).hasSize(engine == Engine.SQLITE ? 1 : 0);
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.in(chat(1)))
                .extracting(FakePlatform.Message::again)
                .containsExactly(false);
    }

    @Test
    void a_process_that_was_taken_for_dead_sends_nothing_more_and_spoils_nothing() {
        begin(false);
        Claim claim = claimByTheDead("news", 1);
        world.time.pass(Duration.ofMinutes(1));
        assertThat(world.drain(world.delivery(), LONG)).isTrue();
        Records records = store.delivery().records();
        assertThat(records.write(List.of(
                        new Change.Sending(claim, DEAD, 0),
                        new Change.Failed(
                                claim, DEAD, List.of(), true, 1, "late", world.time.instant(), world.time.instant()),
                        new Change.Ended(claim, DEAD, Change.End.REFUSED, List.of(), "late", world.time.instant()))))
                .containsExactly(false, false, false);
        assertThat(world.only("news").end()).isEqualTo(Change.End.SENT);
        assertThat(world.only("news").tries()).isOne();
    }

    @Test
    void an_envelope_that_no_queue_holds_is_found_and_sent() throws SQLException {
        begin(false);
        Claim claim = claimByTheDead("news", 1);
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM queues")).isOne();
        }
        Delivery delivery = world.delivery();
        world.run(delivery, Duration.ofMinutes(2));
        assertThat(world.platform.keys(claim.chat())).containsExactly("news");
    }

    /** A notice of so many messages to chat 1, expanded, and claimed by a process of which nothing more will be heard. */
    private Claim claimByTheDead(String key, int parts) {
        DeliveryStore kept = store.delivery();
        kept.outbox()
                .commit(
                        new Notice(
                                key,
                                world.card(key, parts),
                                Audience.chat(chat(1)),
                                Lane.ALERT,
                                world.time.instant().plus(Duration.ofHours(1))),
                        world.time.instant());
        new Expander(kept.transactions(), kept.outbox(), kept.audiences(), world.time, 20).tick();
        kept.queues().alive(DEAD, world.time.instant().plusSeconds(15));
        return kept.queues().claim("front", DEAD, 1).getFirst();
    }

    private void record(Change change) {
        assertThat(store.delivery().records().write(List.of(change))).containsExactly(true);
    }
}
