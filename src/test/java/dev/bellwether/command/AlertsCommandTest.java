package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertProgress;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.RuleText;
import dev.bellwether.watch.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsCommandTest {
    private static final Provenance YAHOO =
            new Provenance("Yahoo", Instant.parse("2026-01-02T14:32:00Z"), Duration.ZERO, null, false);

    private final Chats chats = Chats.inMemory();
    private final Group group = new Group(chats);

    private Alert alert(int number) {
        return group.alerts.find(Group.CHAT, number).orElseThrow();
    }

    private void set(String rule) {
        assertThat(group.ask("/alert " + rule).failed()).as(rule).isFalse();
    }

    private void setForGroup(String rule) {
        assertThat(group.askAsManager("/alert group " + rule).failed()).as(rule).isFalse();
    }

    private Answer bob(String text) {
        return group.ask(Group.CHAT, "bob", text);
    }

    /** The alert fires as the watcher would let it. */
    private void fire(int number) {
        Alert now = alert(number);
        Fact.AlertFired fact = new Fact.AlertFired(
                "alert:" + now.id() + ":BABA:" + Group.NOW,
                "BABA",
                "BABA",
                Group.NOW,
                now.id(),
                now.text(),
                155.5,
                false,
                Duration.ZERO,
                YAHOO);
        group.seen.add(fact);
        group.alerts.change(new Alert(
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
                Map.of("BABA", Group.NOW),
                now.remind(),
                now.group() ? fact.key() : null));
    }

    @Test
    void without_alerts_the_list_says_how_to_set_one() {
        Answer answer = group.ask("/alerts");
        assertThat(answer.failed()).isFalse();
        assertThat(Group.text(answer)).contains("No alerts yet", "/alert BABA price > 155");
    }

    @Test
    void the_list_shows_ones_own_and_the_groups_and_nobody_elses() {
        set("BABA price > 155 once");
        bob("/alert JD rsi < 30 once");
        setForGroup("BABA price > 160 once");
        String read = group.read("/alerts");
        assertThat(read)
                .contains("1", "3 (everyone)", "by boss", "armed, not checked yet")
                .doesNotContain("JD rsi");
        assertThat(group.ask("/alerts all").failed()).as("not for members").isTrue();
        assertThat(Group.text(group.askAsManager("/alerts all"))).contains("JD rsi", "by bob");
    }

    @Test
    void the_list_says_how_far_each_is_by_the_latest_look() {
        set("BABA rsi < 30 once");
        group.progress = alert -> {
            Condition.Atom atom = Rules.atoms(alert.rule().when()).getFirst();
            Engine.Part part = new Engine.Part(atom, false, Quantity.of(Quantity.Kind.RSI), 31.24, 30.0);
            return List.of(new AlertProgress.Checked(
                    "BABA", new Engine.Progress(false, List.of(part)), YAHOO, Line.of("two sources disagree")));
        };
        assertThat(group.read("/alerts"))
                .contains("RSI", "31.2", "30", "14:32 UTC", "Yahoo", "held back for a second look", "disagree");
        assertThat(group.ask("/alerts").card().sources()).contains(YAHOO);
        assertThat(group.read("/alerts show 1")).contains("31.2", "14:32 UTC", "/alerts edit 1 BABA rsi < 30");
        group.progress = alert -> {
            throw new IllegalStateException("no engine");
        };
        assertThat(group.read("/alerts")).contains("armed, not checked yet");
    }

    @Test
    void several_listings_are_shown_by_name_and_without_a_price_that_is_said() {
        set("BABA, JD rsi < 30 every time");
        group.progress = alert -> {
            Condition.Atom atom = Rules.atoms(alert.rule().when()).getFirst();
            Engine.Part part = new Engine.Part(atom, true, Quantity.of(Quantity.Kind.RSI), 29.0, 30.0);
            Engine.Part unknown = new Engine.Part(atom, null, Quantity.of(Quantity.Kind.RSI), null, null);
            return List.of(
                    new AlertProgress.Checked("BABA", new Engine.Progress(true, List.of(part)), YAHOO, null),
                    new AlertProgress.Checked("JD", new Engine.Progress(null, List.of(unknown)), null, null));
        };
        assertThat(group.read("/alerts").replaceAll("\\s+", " ")).contains("BABA RSI", "(true)", "JD", "no price yet");
    }

    @Test
    void a_long_list_comes_in_pages() {
        for (int i = 0; i < 25; i++) {
            Alert one = new Group().alerts.add(draft("BABA price > " + (200 + i) + " once"));
            group.alerts.add(one);
        }
        Answer first = group.ask("/alerts");
        assertThat(AlertCommandTest.commands(first)).contains("/alerts list 2", "/alerts show 20");
        assertThat(Group.text(group.ask("/alerts list 2"))).contains("224").doesNotContain("219 once");
        assertThat(Group.text(group.ask("/alerts list 3"))).contains("There is no page 3; there are 2.");
        assertThat(group.ask("/alerts list x").failed()).isTrue();
    }

    private static Alert draft(String text) {
        var rule = RuleText.read(text);
        return new Alert(
                0,
                0,
                Group.CHAT,
                "ann",
                "Ann",
                false,
                true,
                rule,
                text,
                Alert.State.ARMED,
                Group.NOW,
                null,
                Map.of(),
                false,
                null);
    }

    @Test
    void pause_and_resume() {
        set("BABA price > 155 once");
        assertThat(group.read("/alerts pause 1")).contains("is paused.");
        assertThat(alert(1).state()).isEqualTo(Alert.State.PAUSED);
        assertThat(group.read("/alerts")).contains("paused");
        assertThat(group.read("/alerts resume 1")).contains("is armed.");
        assertThat(alert(1).state()).isEqualTo(Alert.State.ARMED);
    }

    @Test
    void one_that_is_done_fires_again_after_resume() {
        set("BABA price > 155 once");
        fire(1);
        group.alerts.change(alert(1).in(Alert.State.DONE));
        assertThat(group.read("/alerts")).contains("done, fired at 2026-01-02 22:00 UTC");
        group.ask("/alerts resume 1");
        assertThat(alert(1).state()).isEqualTo(Alert.State.ARMED);
        assertThat(alert(1).lastFired()).isNull();
    }

    @Test
    void what_is_over_is_not_armed_again() {
        set("BABA price > 155 once until 2026-01-05");
        group.alerts.change(alert(1).in(Alert.State.DONE));
        Ask later = new Ask(Group.CHAT, "ann", "/alerts resume 1", Instant.parse("2026-01-06T01:00:00Z"));
        assertThat(Group.text(group.registry().answer(later))).contains("its last day is over");
        assertThat(alert(1).state()).isEqualTo(Alert.State.DONE);
        assertThat(group.read("/alerts")).contains("done, its last day is over");
    }

    @Test
    void snooze_for_as_long_as_said_and_a_day_otherwise() {
        set("BABA price > 155 once");
        assertThat(group.read("/alerts snooze 1 2h")).contains("says nothing until 2026-01-03 00:00 UTC");
        assertThat(alert(1).snoozedUntil()).isEqualTo(Group.NOW.plus(Duration.ofHours(2)));
        assertThat(group.read("/alerts")).contains("quiet until 2026-01-03 00:00 UTC");
        group.ask("/alerts snooze 1");
        assertThat(alert(1).snoozedUntil()).isEqualTo(Group.NOW.plus(Duration.ofDays(1)));
        group.ask("/alerts resume 1");
        assertThat(alert(1).snoozedUntil()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0m", "5s", "400d", "-2h", "2h 3h"})
    void a_length_that_is_none_snoozes_nothing(String length) {
        set("BABA price > 155 once");
        Answer answer = group.ask("/alerts snooze 1 " + length);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("is no time to be quiet");
        assertThat(alert(1).snoozedUntil()).isNull();
    }

    @Test
    void what_is_paused_need_not_be_snoozed() {
        set("BABA price > 155 once");
        group.ask("/alerts pause 1");
        assertThat(group.ask("/alerts snooze 1 2h").failed()).isTrue();
        assertThat(alert(1).state()).isEqualTo(Alert.State.PAUSED);
    }

    @Test
    void delete_one_or_several_and_the_numbers_are_not_used_again() {
        set("BABA price > 155 once");
        set("BABA price > 156 once");
        set("BABA price > 157 once");
        assertThat(group.read("/alerts delete 1, 3")).contains("1: BABA price > 155", "3: BABA price > 157");
        assertThat(group.alerts.of(Group.CHAT, "ann")).extracting(Alert::number).containsExactly(2);
        assertThat(Group.text(group.ask("/alerts delete 1"))).contains("There is no alert 1", "There are: 2.");
        set("BABA price > 158 once");
        assertThat(alert(4).text()).contains("158");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pause 1", "resume 1", "delete 1", "snooze 1 2h", "edit 1 BABA rsi < 25", "test 1", "show 1"})
    void another_members_own_alert_is_as_if_it_were_not_there(String what) {
        set("BABA price > 155 once");
        Alert before = alert(1);
        Answer answer = bob("/alerts " + what);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("There is no alert 1 here").doesNotContain("155");
        assertThat(alert(1)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause 1", "resume 1", "delete 1", "snooze 1 2h", "edit 1 BABA rsi < 25"})
    void a_groups_alert_is_changed_by_who_set_it_or_a_manager_only(String what) {
        setForGroup("BABA price > 155 once");
        Alert before = alert(1);
        Answer answer = bob("/alerts " + what);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("was set by boss");
        assertThat(alert(1)).isEqualTo(before);
        assertThat(bob("/alerts show 1").failed()).as("all may look").isFalse();
        Ask manager = new Ask(Group.CHAT, "other boss", "/alerts " + what, Group.NOW, true);
        assertThat(group.registry().answer(manager).failed()).isFalse();
    }

    @Test
    void a_manager_may_end_a_members_alert() {
        set("BABA price > 155 once");
        assertThat(group.askAsManager("/alerts delete 1").failed()).isFalse();
        assertThat(group.alerts.of(Group.CHAT, null)).isEmpty();
    }

    @Test
    void edit_puts_another_rule_in_the_place_of_the_old_one() {
        set("BABA price > 155 once");
        fire(1);
        Answer answer = group.ask("/alerts edit 1 BABA rsi < 25 daily");
        assertThat(answer.failed()).isFalse();
        assertThat(Group.text(answer)).contains("Alert 1 is changed", "25");
        assertThat(alert(1).text()).startsWith("BABA rsi < 25");
        assertThat(alert(1).lastFired()).isNull();
        assertThat(alert(1).state()).isEqualTo(Alert.State.ARMED);
    }

    @Test
    void what_edit_can_not_read_changes_nothing_and_leads_back_to_edit() {
        set("BABA price > 155 once");
        Answer answer = group.ask("/alerts edit 1 BABA prise > 160 once");
        assertThat(answer.failed()).isTrue();
        assertThat(AlertCommandTest.commands(answer)).contains("/alerts edit 1 BABA price > 160 once");
        assertThat(group.read("/alerts edit 1")).contains("What is the rule to be?", "/alerts edit 1 BABA price > 155");
        assertThat(group.ask("/alerts edit 1 BABA price > 160 remind daily").failed())
                .isTrue();
        assertThat(Group.text(group.ask("/alerts edit 1 group BABA price > 160")))
                .contains("set a new one with group");
        assertThat(alert(1).text()).startsWith("BABA price > 155");
    }

    @Test
    void a_groups_alert_gets_its_reminder_by_edit() {
        setForGroup("BABA price > 155 once");
        assertThat(group.askAsManager("/alerts edit 1 BABA price > 160 remind daily")
                        .failed())
                .isFalse();
        assertThat(alert(1).remind()).isTrue();
        assertThat(alert(1).group()).isTrue();
        assertThat(Group.text(group.askAsManager("/alerts show 1"))).contains("remind daily");
    }

    @Test
    void test_shows_the_card_with_the_price_of_now_and_says_that_it_is_a_test() {
        set("BABA price > 155 once note \"buy zone\"");
        assertThat(group.read("/alerts test 1"))
                .contains(
                        "Test: BABA, alert 1",
                        "$152.40",
                        "buy zone",
                        "This is a test; nothing has happened.",
                        "sample");
        assertThat(alert(1).lastFired()).isNull();
        set("any of watchlist breakout");
        assertThat(group.ask("/alerts test 2").failed()).as("the list is empty").isTrue();
    }

    @Test
    void anybody_may_say_that_a_groups_alert_was_seen_and_all_see_that() {
        setForGroup("BABA price > 155 every time remind daily");
        assertThat(Group.text(bob("/alerts ack 1"))).contains("Nothing of this alert waits");
        fire(1);
        assertThat(group.read("/alerts")).contains("waits to be acknowledged");
        assertThat(AlertCommandTest.commands(bob("/alerts show 1"))).contains("/alerts ack 1");
        Answer seen = bob("/alerts ack 1");
        assertThat(seen.failed()).isFalse();
        assertThat(seen.reach()).isEqualTo(Answer.Reach.CHAT);
        assertThat(Group.text(seen)).contains("BABA: alert 1", "$155.50", "by bob, 2026-01-02 22:00 UTC", "Yahoo");
        assertThat(alert(1).unacknowledged()).isNull();
        assertThat(bob("/alerts ack 1").failed()).as("a second time").isTrue();
        set("BABA price > 155 once");
        assertThat(group.ask("/alerts ack 2").failed()).as("an own one").isTrue();
    }

    @Test
    void by_its_id_an_alert_is_found_from_every_chat_of_who_set_it_and_of_nobody_else() {
        set("BABA price > 155 once");
        setForGroup("BABA price > 160 once");
        ChatId elsewhere = new ChatId("test", "ann");
        assertThat(Group.text(group.ask(elsewhere, "bob", "/alerts delete #1"))).contains("There is no alert #1");
        assertThat(Group.text(group.ask(elsewhere, "bob", "/alerts show #2"))).contains("There is no alert #2");
        assertThat(Group.text(group.ask(new ChatId("other", "x"), "ann", "/alerts delete #1")))
                .contains("There is no alert #1");
        assertThat(group.ask(elsewhere, "ann", "/alerts delete 1").failed()).isTrue();
        assertThat(group.ask(elsewhere, "ann", "/alerts snooze #1 1d").failed()).isFalse();
        assertThat(alert(1).snoozedUntil()).isNotNull();
        assertThat(group.ask(elsewhere, "ann", "/alerts delete #1").failed()).isFalse();
        assertThat(group.alerts.find(Group.CHAT, 1)).isEmpty();
    }

    @Test
    void alone_with_the_bot_one_sees_what_was_set_elsewhere() {
        set("BABA price > 155 once");
        Ask alone = new Ask(new ChatId("test", "ann"), "ann", "/alerts", Group.NOW, true, "", true, "Ann");
        Answer answer = group.registry().answer(alone);
        assertThat(Group.text(answer)).contains("#1", "BABA price > 155");
        assertThat(AlertCommandTest.commands(answer)).contains("/alerts show #1");
    }

    @Test
    void what_is_exported_can_be_imported_again() {
        set("BABA price > 155 once note \"a; b, # c\"");
        set("JD rsi < 30 daily cooldown 6h");
        group.ask("/alerts pause 2");
        bob("/alert PDD price > 200 once");
        setForGroup("BABA price > 160 every time remind daily");
        assertThat(document(group.ask("/alerts export")))
                .as("a member's own")
                .isEqualTo("BABA price > 155 note \"a; b, # c\"\n# paused: JD rsi < 30 daily cooldown 6h\n");
        String all = document(group.askAsManager("/alerts export"));
        assertThat(all).isEqualTo("group BABA price > 160 every time remind daily\n");
        Group other = new Group();
        Answer back = other.askAsManager("/alerts import " + all + document(group.ask("/alerts export")));
        assertThat(back.failed()).isFalse();
        assertThat(other.alerts.of(Group.CHAT, null))
                .extracting(Alert::text)
                .containsExactly("BABA price > 160 every time", "BABA price > 155 note \"a; b, # c\"");
        assertThat(other.alerts.of(Group.CHAT, null)).extracting(Alert::group).containsExactly(true, false);
        assertThat(new Group().read("/alerts export")).contains("No alerts yet");
    }

    private static String document(Answer answer) {
        return answer.card().blocks().stream()
                .flatMap(block -> block instanceof Block.Document document
                        ? Optional.of(document.content()).stream()
                        : Optional.<String>empty().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void import_reports_each_line() {
        Answer answer = group.ask("""
                /alerts import
                # mine
                /alert BABA price > 155

                BABA prise > 1
                BABA price > 155
                group JD price > 5
                NOSUCH rsi < 3
                JD price > 50
                """);
        assertThat(answer.failed()).isFalse();
        assertThat(Group.text(answer))
                .contains(
                        "2 alerts set, of 6 lines.",
                        "alert 1",
                        "You have that already: alert 1",
                        "Only who manages",
                        "NOSUCH")
                .contains("alert 2");
        assertThat(group.alerts.of(Group.CHAT, "ann")).hasSize(2);
    }

    @Test
    void import_stops_at_the_limit_and_nothing_set_is_a_failure() {
        String lines =
                IntStream.range(0, 6).mapToObj(i -> "BABA price > " + (200 + i)).collect(Collectors.joining("\n"));
        assertThat(Group.text(group.ask("/alerts import " + lines)))
                .contains("4 alerts set, of 6 lines", "You have 4 alerts");
        assertThat(bob("/alerts import nonsense").failed()).isTrue();
        assertThat(bob("/alerts import").failed()).isTrue();
        assertThat(Group.text(bob("/alerts import " + "x\n".repeat(201)))).contains("201 lines are too many");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alerts pause",
                "/alerts pause x",
                "/alerts pause 99",
                "/alerts pause 1x",
                "/alerts pause 1.5",
                "/alerts delete #99",
                "/alerts delete 99999999999999999999",
                "/alerts snooze",
                "/alerts show",
                "/alerts dance 3",
                "/alerts 3",
                "/alerts ack #",
                "/alerts edit x BABA rsi < 3"
            })
    void what_makes_no_sense_is_answered_with_what_does(String text) {
        set("BABA price > 155 once");
        Answer answer = group.ask(text);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).doesNotContain("Something went wrong").contains("/alerts");
        assertThat(group.alerts.of(Group.CHAT, "ann")).containsExactly(alert(1));
    }
}
