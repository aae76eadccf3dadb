package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Memory;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.Alerts;
import dev.bellwether.watch.rule.RuleText;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertTableTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456Z");
    private static final ChatId HERE = new ChatId("telegram", "1");
    private static final ChatId THERE = new ChatId("telegram", "2");

    private static Alert draft(ChatId chat, String member, String text) {
        return draft(chat, member, text, false);
    }

    private static Alert draft(ChatId chat, String member, String text, boolean group) {
        var rule = RuleText.read(text);
        return new Alert(
                0,
                0,
                chat,
                member,
                member + " the Bold",
                group,
                true,
                rule,
                RuleText.of(rule),
                Alert.State.ARMED,
                NOW,
                null,
                Map.of(),
                group,
                null);
    }

    private Alert add(ChatId chat, String member, String text) {
        return store.alerts().add(draft(chat, member, text));
    }

    private List<Integer> numbers(ChatId chat) {
        return store.alerts().of(chat, null).stream().map(Alert::number).toList();
    }

    private List<Long> changed(long since) {
        return store.alerts().changedSince(since, 100).stream()
                .map(Alerts.Changed::id)
                .toList();
    }

    @Test
    void an_alert_is_kept_with_all_that_belongs_to_it() {
        Alert set = add(HERE, "ann", "BABA price > 155 daily cooldown 6h until 2026-12-31 note \"buy; zone\"");
        Alert full = new Alert(
                set.id(),
                set.number(),
                HERE,
                "ann",
                "Ann\nthe 阿里 Bold",
                true,
                false,
                set.rule(),
                set.text(),
                Alert.State.PAUSED,
                NOW,
                NOW.plusSeconds(60),
                Map.of("BABA", NOW.plusSeconds(1), "9988.HK", NOW.plusSeconds(2)),
                true,
                "alert:1:BABA:x");
        assertThat(store.alerts().change(full)).isTrue();
        reopen();
        assertThat(store.alerts().byId(set.id())).contains(full);
        assertThat(store.alerts().find(HERE, 1)).contains(full);
        assertThat(store.alerts().of(HERE, "ann")).containsExactly(full);
    }

    @Test
    void numbers_count_in_each_chat_and_are_never_used_again() {
        add(HERE, "ann", "BABA price > 155 once");
        Alert second = add(HERE, "bob", "BABA price > 156 once");
        assertThat(add(THERE, "ann", "BABA price > 157 once").number()).isEqualTo(1);
        assertThat(store.alerts().delete(second.id())).isTrue();
        assertThat(store.alerts().delete(second.id())).isFalse();
        reopen();
        assertThat(add(HERE, "ann", "JD rsi < 30 once").number()).isEqualTo(3);
        assertThat(numbers(HERE)).containsExactly(1, 3);
        assertThat(store.alerts().find(HERE, 2)).isEmpty();
    }

    @Test
    void ten_who_add_at_once_get_ten_numbers() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 10)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    add(HERE, "m" + i, "BABA price > " + (100 + i) + " once");
                }))
                .toList();
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(numbers(HERE)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(store.alerts().version()).isEqualTo(10);
        assertThat(store.alerts().changedSince(0, 100))
                .extracting(Alerts.Changed::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void a_member_is_shown_the_own_ones_and_the_groups() {
        Alert own = add(HERE, "ann", "BABA price > 155 once");
        Alert theirs = add(HERE, "bob", "BABA price > 156 once");
        Alert all = store.alerts().add(draft(HERE, "bob", "BABA price > 157 once", true));
        Alert elsewhere = add(THERE, "ann", "BABA price > 158 once");
        add(new ChatId("discord", "1"), "ann", "BABA price > 159 once");
        assertThat(store.alerts().of(HERE, "ann")).containsExactly(own, all);
        assertThat(store.alerts().of(HERE, null)).containsExactly(own, theirs, all);
        assertThat(store.alerts().ofMember("telegram", "ann")).containsExactly(own, elsewhere);
    }

    @Test
    void two_who_change_an_alert_at_once_do_not_undo_each_other() throws InterruptedException {
        Alert alert = add(HERE, "ann", "BABA price > 155 every time");
        Thread pausing = Thread.ofVirtual()
                .start(() -> IntStream.range(0, 20)
                        .forEach(i -> store.alerts().change(alert.id(), now -> now.snoozed(NOW.plusSeconds(i + 1)))));
        IntStream.range(0, 20)
                .forEach(i -> store.alerts()
                        .change(
                                alert.id(),
                                now -> new Alert(
                                        now.id(),
                                        now.number(),
                                        now.chat(),
                                        now.member(),
                                        now.by(),
                                        now.group(),
                                        now.aside(),
                                        now.rule(),
                                        now.text(),
                                        now.state(),
                                        now.created(),
                                        now.snoozedUntil(),
                                        Map.of("BABA", NOW.plusSeconds(i)),
                                        now.remind(),
                                        now.unacknowledged())));
        pausing.join();
        Alert after = store.alerts().byId(alert.id()).orElseThrow();
        assertThat(after.snoozedUntil()).isEqualTo(NOW.plusSeconds(20));
        assertThat(after.lastFired()).isEqualTo(NOW.plusSeconds(19));
    }

    @Test
    void a_change_of_nothing_is_none_and_a_deleted_alert_can_not_be_changed() {
        Alert alert = add(HERE, "ann", "BABA price > 155 once");
        long version = store.alerts().version();
        assertThat(store.alerts().change(alert.id(), now -> now)).contains(alert);
        assertThat(store.alerts().version()).isEqualTo(version);
        store.alerts().delete(alert.id());
        assertThat(store.alerts().change(alert)).isFalse();
        assertThat(store.alerts().change(alert.id(), Alert::acknowledged)).isEmpty();
    }

    @Test
    void what_fails_in_a_transaction_leaves_alert_and_version_as_they_were() {
        Alert alert = add(HERE, "ann", "BABA price > 155 once");
        long version = store.alerts().version();
        try {
            store.transactions().inOne(() -> {
                store.alerts().change(alert.in(Alert.State.PAUSED));
                throw new IllegalStateException("crash");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("crash");
        }
        assertThat(store.alerts().byId(alert.id())).contains(alert);
        assertThat(store.alerts().version()).isEqualTo(version);
    }

    @Test
    void every_change_is_seen_once_by_who_follows() {
        Alert one = add(HERE, "ann", "BABA price > 155 once");
        Alert two = add(HERE, "ann", "BABA price > 156 once");
        long version = store.alerts().version();
        assertThat(changed(version)).isEmpty();
        store.alerts().change(two.in(Alert.State.PAUSED));
        store.alerts().change(two.in(Alert.State.ARMED));
        store.alerts().delete(one.id());
        assertThat(changed(version)).containsExactly(two.id(), one.id());
        assertThat(store.alerts().changedSince(version, 1)).hasSize(1);
        assertThat(store.alerts().byId(one.id())).isEmpty();
        assertThat(changed(store.alerts().version())).isEmpty();
    }

    @Test
    void armed_alerts_come_page_by_page_without_those_of_retired_chats() {
        Alert one = add(HERE, "ann", "BABA price > 155 once");
        Alert paused = add(HERE, "ann", "BABA price > 156 once");
        store.alerts().change(paused.in(Alert.State.PAUSED));
        Alert gone = add(THERE, "ann", "BABA price > 157 once");
        Alert three = add(HERE, "ann", "BABA price > 158 once");
        long version = store.alerts().version();
        store.chats().retire(THERE, "kicked", NOW);
        assertThat(changed(version)).containsExactly(gone.id());
        assertThat(store.alerts().armed(0, 1)).containsExactly(one);
        assertThat(store.alerts().armed(one.id(), 10)).containsExactly(three);
        assertThat(store.alerts().armed(three.id(), 10)).isEmpty();
        version = store.alerts().version();
        store.chats().seen(THERE, NOW.plusSeconds(5));
        assertThat(changed(version)).containsExactly(gone.id());
        assertThat(store.alerts().armed(0, 10)).containsExactly(one, gone, three);
    }

    @Test
    void what_waits_for_an_acknowledgement_is_found_if_it_is_to_be_told_again() {
        Alert group = store.alerts().add(draft(HERE, "boss", "BABA price > 155 every time", true));
        assertThat(store.alerts().unacknowledged(0, 10)).isEmpty();
        store.alerts()
                .change(
                        group.id(),
                        now -> new Alert(
                                now.id(),
                                now.number(),
                                now.chat(),
                                now.member(),
                                now.by(),
                                now.group(),
                                now.aside(),
                                now.rule(),
                                now.text(),
                                now.state(),
                                now.created(),
                                null,
                                Map.of("BABA", NOW),
                                true,
                                "key"));
        assertThat(store.alerts().unacknowledged(0, 10)).extracting(Alert::id).containsExactly(group.id());
        store.alerts().change(group.id(), Alert::acknowledged);
        assertThat(store.alerts().unacknowledged(0, 10)).isEmpty();
    }

    @Test
    void armed_alerts_whose_last_day_is_over_are_found() {
        Alert old = add(HERE, "ann", "BABA price > 155 once until 2026-01-02");
        add(HERE, "ann", "BABA price > 156 once until 2026-01-03");
        add(HERE, "ann", "BABA price > 157 once");
        assertThat(store.alerts().overdue(LocalDate.parse("2026-01-03"), 10)).containsExactly(old);
    }

    @Test
    void a_change_of_the_watchlist_is_a_change_of_the_members_alerts() {
        Alert alert = add(HERE, "ann", "any of watchlist breakout every time");
        add(HERE, "bob", "BABA price > 155 once");
        long version = store.alerts().version();
        store.watchlists().add(HERE, "ann", "JD", NOW);
        assertThat(changed(version)).containsExactly(alert.id());
        version = store.alerts().version();
        store.watchlists().add(HERE, "ann", "JD", NOW);
        store.watchlists().add(THERE, "ann", "JD", NOW);
        assertThat(changed(version)).isEmpty();
        store.watchlists().remove(HERE, "ann", "JD");
        assertThat(changed(version)).containsExactly(alert.id());
    }

    @Test
    void a_chat_that_moves_takes_its_alerts_along_behind_those_that_are_there() {
        Alert first = add(HERE, "ann", "BABA price > 155 once");
        Alert second = add(HERE, "ann", "BABA price > 156 once");
        store.alerts().delete(first.id());
        Alert there = add(THERE, "bob", "BABA price > 157 once");
        long version = store.alerts().version();
        store.chats().move(HERE, THERE, NOW);
        assertThat(numbers(THERE)).containsExactly(1, 3);
        assertThat(store.alerts().byId(second.id()))
                .hasValueSatisfying(alert -> assertThat(alert.chat()).isEqualTo(THERE));
        assertThat(changed(version)).contains(second.id());
        assertThat(store.alerts().find(THERE, 1)).contains(there);
        assertThat(add(THERE, "ann", "BABA price > 158 once").number()).isEqualTo(4);
        assertThat(numbers(HERE)).isEmpty();
    }

    @Test
    void a_group_that_becomes_a_supergroup_keeps_its_numbers() {
        add(HERE, "ann", "BABA price > 155 once");
        add(HERE, "ann", "BABA price > 156 once");
        store.chats().move(HERE, new ChatId("telegram", "-100"), NOW);
        assertThat(numbers(new ChatId("telegram", "-100"))).containsExactly(1, 2);
    }

    @Test
    void a_person_who_is_forgotten_has_no_alerts_and_the_groups_stay_without_name_and_note() {
        Alert own = add(HERE, "ann", "BABA price > 155 once note \"my secret\"");
        Alert group = store.alerts().add(draft(HERE, "ann", "BABA rsi < 30 once note \"says Ann\"", true));
        Alert other = add(HERE, "bob", "BABA price > 156 once");
        Memory.Person ann = new Memory.Person("telegram", "ann", HERE);
        assertThat(store.memory().about(ann)).singleElement().satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo(Memory.Kind.ALERT);
            assertThat(kept.entries()).hasSize(2);
            assertThat(kept.entries().getFirst())
                    .containsEntry("number", "1")
                    .containsEntry("name", "ann the Bold")
                    .containsEntry("for-group", "no");
            assertThat(kept.entries().getFirst().get("rule")).contains("my secret");
        });
        long version = store.alerts().version();
        store.memory().forget(ann);
        assertThat(changed(version)).containsExactly(own.id(), group.id());
        assertThat(store.memory().about(ann)).isEmpty();
        assertThat(store.alerts().of(HERE, null)).extracting(Alert::id).containsExactly(group.id(), other.id());
        Alert left = store.alerts().byId(group.id()).orElseThrow();
        assertThat(left.toString()).doesNotContain("ann").doesNotContain("Ann");
        assertThat(left.rule().note()).isNull();
        assertThat(left.rule().when()).isEqualTo(group.rule().when());
        assertThat(store.alerts().byId(other.id())).contains(other);
    }

    @Test
    void a_chat_that_is_forgotten_or_thrown_away_takes_its_alerts_with_it_and_engines_learn_it() {
        Alert here = add(HERE, "ann", "BABA price > 155 once");
        Alert there = add(THERE, "ann", "BABA price > 156 once");
        long version = store.alerts().version();
        store.memory().forget(new Memory.Whole(HERE));
        assertThat(changed(version)).containsExactly(here.id());
        store.chats().retire(THERE, "gone", NOW);
        version = store.alerts().version();
        assertThat(store.tidy(NOW.plus(Duration.ofDays(31))).chats()).isEqualTo(1);
        assertThat(changed(version)).containsExactly(there.id());
        assertThat(store.alerts().byId(here.id())).isEmpty();
        assertThat(store.alerts().byId(there.id())).isEmpty();
    }

    @Test
    void what_is_done_for_long_is_thrown_away_and_what_is_armed_never() {
        Alert done = add(HERE, "ann", "BABA price > 155 once");
        store.alerts().change(done.in(Alert.State.DONE));
        Alert armed = add(HERE, "ann", "BABA price > 156 once");
        Alert late = add(HERE, "ann", "BABA price > 157 once until 2026-04-01");
        store.alerts().change(late.in(Alert.State.DONE));
        assertThat(store.tidy(NOW.plus(Duration.ofDays(89))).alerts()).isZero();
        assertThat(store.tidy(NOW.plus(Duration.ofDays(91))).alerts()).isEqualTo(1);
        assertThat(store.alerts().of(HERE, null)).extracting(Alert::id).containsExactly(armed.id(), late.id());
    }

    @Test
    void a_rule_that_nobody_can_read_any_more_costs_no_other() throws SQLException {
        Alert broken = add(HERE, "ann", "BABA price > 155 once");
        Alert whole = add(HERE, "ann", "BABA price > 156 once");
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE alerts SET rule = 'BABA flies' WHERE id = " + broken.id());
        }
        assertThat(store.alerts().of(HERE, null)).containsExactly(whole);
        assertThat(store.alerts().armed(0, 1)).containsExactly(whole);
        assertThat(store.memory().forget(new Memory.Person("telegram", "ann", HERE)))
                .isNotEmpty();
        assertThat(store.alerts().of(HERE, null)).isEmpty();
    }
}
