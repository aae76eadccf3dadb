package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.Priced;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.Backtests;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleHints;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertCommandTest {
    private static final ChatId TELEGRAM = new ChatId("telegram", "-5");
    private static final ChatId DISCORD = new ChatId("discord", "9");

    private final Chats chats = Chats.inMemory();
    private final Group group = new Group(chats);

    private Alert only() {
        assertThat(group.alerts.armed(0, 10)).hasSize(1);
        return group.alerts.armed(0, 10).getFirst();
    }

    private static Ask alone(String text) {
        return new Ask(Group.CHAT, "ann", text, Group.NOW, true, "", true, "Ann");
    }

    static List<Block.Button> choices(Answer answer) {
        List<Block.Button> choices = new ArrayList<>();
        for (Block block : answer.card().blocks()) {
            if (block instanceof Block.Buttons(List<Block.Button> buttons)) {
                choices.addAll(buttons);
            } else if (block instanceof Block.Menu menu) {
                choices.addAll(menu.options());
            }
        }
        return choices;
    }

    static List<String> commands(Answer answer) {
        return choices(answer).stream().map(Block.Button::command).toList();
    }

    @Test
    void a_rule_is_read_back_and_armed() {
        Answer answer = group.ask("/alert BABA price > 155 daily note \"buy zone\"");
        assertThat(answer.failed()).isFalse();
        assertThat(answer.reach()).isEqualTo(Answer.Reach.ASKER);
        assertThat(Group.text(answer))
                .contains("Alert 1 is armed", "BABA", "$155.00", "buy zone", "others may read it");
        Alert alert = only();
        assertThat(alert.member()).isEqualTo("ann");
        assertThat(alert.group()).isFalse();
        assertThat(alert.aside()).isTrue();
        assertThat(alert.rule().repeat()).isEqualTo(Rule.Repeat.DAILY);
        assertThat(alert.rule().note()).isEqualTo("buy zone");
        assertThat(alert.created()).isEqualTo(Group.NOW);
        assertThat(commands(answer)).contains("/alerts test 1", "/alerts delete 1", "/alerts");
    }

    @Test
    void nothing_is_said_of_the_past_if_nobody_knows_it() {
        assertThat(group.read("/alert BABA price > 155")).doesNotContain("Would have fired", "true already");
    }

    @Test
    void what_would_have_fired_and_what_is_true_already_is_said() {
        List<LocalDate> days = Stream.iterate(LocalDate.parse("2025-02-03"), day -> day.plusDays(7))
                .limit(14)
                .toList();
        group.backtests = (rule, listing, now) -> Optional.of(new Backtests.Result(
                LocalDate.parse("2025-01-02"),
                LocalDate.parse("2026-01-02"),
                days,
                List.of(
                        new Backtests.After(1, 14, 0.5, 64.3),
                        new Backtests.After(5, 13, -1.25, 46.2),
                        new Backtests.After(20, 0, 0, 0)),
                true));
        assertThat(group.read("/alert BABA rsi < 30"))
                .contains("is true already; fires when it becomes true again", "Would have fired: BABA", "14 times")
                .contains("2025-05-05", "and 2 more", "1 trading day", "5 trading days", "+0.5%", "-1.3%", "64.3%")
                .doesNotContain("20 trading days", "2025-02-03,");
    }

    @Test
    void a_rule_that_never_held_says_so_and_a_look_back_that_fails_costs_nothing() {
        LocalDate day = LocalDate.parse("2025-01-02");
        group.backtests = (rule, listing, now) -> {
            if (listing.equals("JD")) {
                throw new IllegalStateException("broken");
            }
            return Optional.of(new Backtests.Result(day, day.plusYears(1), List.of(), List.of(), false));
        };
        assertThat(group.read("/alert BABA price > 999"))
                .contains("From 2025-01-02 to 2026-01-02 not once.")
                .doesNotContain("true already");
        assertThat(group.ask("/alert JD price > 999").failed()).isFalse();
    }

    @Test
    void a_mistake_is_pointed_at_and_what_was_meant_can_be_pressed() {
        Answer answer = group.ask("/alert BABA prise > 155 daily");
        assertThat(answer.failed()).isTrue();
        assertThat(answer.reach()).isEqualTo(Answer.Reach.ASKER);
        assertThat(Group.text(answer)).contains("prise", "^");
        assertThat(commands(answer)).contains("/alert BABA price > 155 daily");
        assertThat(group.alerts.armed(0, 10)).isEmpty();
        assertThat(group.ask("/alert BABA price > 155 daily").failed()).isFalse();
    }

    @Test
    void a_correction_keeps_the_words_for_the_group() {
        Answer answer = group.askAsManager("/alert group BABA prise > 155 remind daily");
        assertThat(commands(answer)).anyMatch(command -> command.equals("/alert group BABA price > 155 remind daily"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alert BABA",
                "/alert baba above",
                "/alert BABA price > 155 ?",
                "/alert",
                "/alert $BABA",
                "/alert Alibaba"
            })
    void what_is_not_finished_arms_nothing_and_leads_on(String text) {
        Answer answer = group.ask(text);
        assertThat(answer.failed()).isFalse();
        assertThat(choices(answer)).isNotEmpty();
        assertThat(group.alerts.armed(0, 10)).isEmpty();
    }

    @Test
    void the_levels_offered_are_where_the_market_stands() {
        Answer above = group.ask("/alert BABA above");
        assertThat(Group.text(above)).contains("Now $152.40");
        assertThat(commands(above)).allMatch(command -> command.matches("/alert BABA price > [\\d.]+ \\?"));
        assertThat(commands(above).stream().map(command -> level(command)).toList())
                .hasSizeGreaterThan(3)
                .allMatch(level -> level > 152.40);
        assertThat(commands(group.ask("/alert BABA below")).stream()
                        .map(command -> level(command))
                        .toList())
                .allMatch(level -> level <= 152.40);
    }

    /** The number in {@code /alert BABA price > 155.5 ?}. */
    private static double level(String command) {
        return Double.parseDouble(command.replaceFirst(".*[<>] ", "").replace(" ?", ""));
    }

    /** Whatever is pressed, in whatever order, every step works and every way ends with an alert. */
    @Test
    void every_way_through_the_form_leads_to_a_rule() {
        Deque<String> open = new ArrayDeque<>(List.of("/alert BABA"));
        Set<String> seen = new HashSet<>();
        int armed = 0;
        while (!open.isEmpty()) {
            String command = open.pop();
            if (!command.startsWith("/alert ") || !seen.add(command)) {
                continue;
            }
            Group fresh = new Group();
            Answer answer = fresh.ask(command);
            assertThat(answer.failed()).as(command).isFalse();
            armed += fresh.alerts.armed(0, 10).size();
            if (fresh.alerts.armed(0, 10).isEmpty()) {
                assertThat(choices(answer).isEmpty() && !command.endsWith("news"))
                        .as(command)
                        .isFalse();
                commands(answer).forEach(open::push);
            }
        }
        assertThat(armed).isGreaterThan(RuleHints.templates().size() * 3);
    }

    @Test
    void a_manager_may_go_on_to_the_whole_chat() {
        assertThat(commands(group.ask("/alert BABA price > 155 ?"))).noneMatch(command -> command.contains("group"));
        Answer look = group.askAsManager("/alert BABA price > 155 ?");
        String forAll = commands(look).stream()
                .filter(command -> command.contains("group"))
                .findFirst()
                .orElseThrow();
        assertThat(commands(group.askAsManager(forAll))).allMatch(command -> command.startsWith("/alert group BABA"));
    }

    @Test
    void an_alert_for_everyone_is_for_managers() {
        Answer refused = group.ask("/alert group BABA price > 155");
        assertThat(refused.failed()).isTrue();
        assertThat(Group.text(refused)).contains("Only who manages this chat");
        assertThat(group.alerts.armed(0, 10)).isEmpty();
        Answer set = group.askAsManager("/alert BABA price > 155 for everyone remind daily");
        assertThat(Group.text(set)).contains("this whole chat is told, and again each day");
        assertThat(only().group()).isTrue();
        assertThat(only().remind()).isTrue();
    }

    @Test
    void a_reminder_without_a_group_is_refused() {
        assertThat(group.read("/alert BABA price > 155 remind daily").replaceAll("\\s+", " "))
                .contains("put group in front");
        assertThat(group.alerts.armed(0, 10)).isEmpty();
    }

    @Test
    void the_same_twice_is_once() {
        group.ask("/alert BABA price > 155 once");
        Answer again = group.ask("/alert BABA  price  >  155.0 once");
        assertThat(again.failed()).isFalse();
        assertThat(Group.text(again)).contains("You have that already: alert 1");
        only();
        assertThat(group.ask(Group.CHAT, "bob", "/alert BABA price > 155 once").failed())
                .as("another member's")
                .isFalse();
    }

    @Test
    void nobody_sets_more_than_the_limit_and_what_is_done_does_not_count() {
        for (int i = 1; i <= 4; i++) {
            assertThat(group.ask("/alert BABA price > " + (200 + i)).failed()).isFalse();
        }
        Answer fifth = group.ask("/alert BABA price > 300");
        assertThat(fifth.failed()).isTrue();
        assertThat(Group.text(fifth)).contains("You have 4 alerts");
        assertThat(group.ask(new ChatId("test", "another"), "ann", "/alert BABA price > 300")
                        .failed())
                .as("in another chat")
                .isTrue();
        group.alerts.change(group.alerts.find(Group.CHAT, 1).orElseThrow().in(Alert.State.DONE));
        assertThat(group.ask("/alert BABA price > 300").failed()).isFalse();
    }

    @Test
    void no_chat_holds_more_than_its_limit() {
        for (int i = 1; i <= 6; i++) {
            assertThat(group.ask(Group.CHAT, "m" + i, "/alert BABA price > 200").failed())
                    .isFalse();
        }
        assertThat(Group.text(group.ask(Group.CHAT, "m7", "/alert BABA price > 200")))
                .contains("This chat has 6 alerts");
    }

    @Test
    void alone_with_the_bot_one_is_told_there() {
        Answer answer = group.registry().answer(alone("/alert BABA price > 155"));
        assertThat(Group.text(answer)).contains("you are told here");
        assertThat(only().aside()).isFalse();
        assertThat(only().by()).isEqualTo("Ann");
    }

    @Test
    void who_could_not_be_written_to_is_again_after_writing_in_private() {
        ChatId person = new ChatId("discord", "user:7");
        chats.seen(person, Group.NOW);
        chats.retire(person, "does not take messages", Group.NOW);
        assertThat(Group.text(group.ask(DISCORD, "7", "/alert BABA price > 155")))
                .contains("Write to me in private once");
        ChatId direct = new ChatId("discord", "12");
        group.registry().answer(new Ask(direct, "7", "/about", Group.NOW, true, "", true, "Ann"));
        assertThat(Group.text(group.ask(DISCORD, "7", "/alert BABA price > 156")))
                .contains("you are told in private");
    }

    @Test
    void on_discord_one_is_told_in_private_in_the_language_of_the_chat() {
        chats.change(DISCORD, ChatSettings.NONE.withLanguage(Language.DE), Group.NOW);
        assertThat(Group.text(group.ask(DISCORD, "7", "/alert BABA price > 155")))
                .contains("you are told in private");
        assertThat(chats.settings(new ChatId("discord", "user:7")).language()).isEqualTo(Language.DE);
    }

    @Test
    void on_telegram_one_is_told_in_private_after_writing_there_once() {
        assertThat(Group.text(group.ask(TELEGRAM, "7", "/alert BABA price > 155")))
                .contains("this chat is told");
        chats.seen(new ChatId("telegram", "7"), Group.NOW);
        assertThat(Group.text(group.ask(TELEGRAM, "7", "/alert BABA price > 156")))
                .contains("you are told in private");
    }

    @Test
    void a_rule_about_an_empty_list_says_so() {
        assertThat(group.read("/alert any of watchlist breakout")).contains("Your watchlist in this chat is empty");
        group.ask("/watch add JD");
        assertThat(group.read("/alert any of watchlist new 52w high")).doesNotContain("is empty");
    }

    @Test
    void a_reply_to_something_that_is_no_rule_gets_the_form_and_to_a_rule_arms_it() {
        Ask chatter = new Ask(Group.CHAT, "ann", "/alert", Group.NOW, false, "What a day, people!");
        assertThat(commands(group.registry().answer(chatter))).contains("/alert BABA");
        Ask rule = new Ask(Group.CHAT, "ann", "/alert", Group.NOW, false, "BABA price > 155");
        assertThat(group.registry().answer(rule).failed()).isFalse();
        assertThat(only().rule().when()).isInstanceOf(Condition.Compare.class);
    }

    @Test
    void a_symbol_that_no_source_knows_is_refused_before_it_is_armed() {
        TestSource source = new TestSource("good", Priced.Cause.UNKNOWN_SYMBOL, "ACME");
        Group live = new Group(Group.NOW, List.of(source), BarStore.inMemory(), false);
        assertThat(live.ask("/alert NOSUCH price > 5").failed()).isTrue();
        assertThat(live.ask("/alert ACME price > 5").failed()).isFalse();
        assertThat(live.alerts.armed(0, 10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alert price > 155",
                "/alert BABA price >",
                "/alert BABA price > -5",
                "/alert NOSUCH price > 155",
                "/alert BABA rsi < 30 until 2020-01-01",
                "/alert BABA )(",
                "/alert \u0000\u202e\ud83d",
                "/alert group",
                "/alert ' OR 1=1 --",
                "/alert BABA news \"",
                "/alert ?"
            })
    void what_makes_no_sense_is_answered_with_help_and_arms_nothing(String text) {
        Answer answer = group.askAsManager(text);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).isNotBlank().doesNotContain("Something went wrong");
        assertThat(group.alerts.armed(0, 10)).isEmpty();
    }

    @Test
    void a_rule_that_is_too_long_is_refused() {
        Answer answer = group.ask("/alert BABA price > 1" + " or price > 1".repeat(400));
        assertThat(answer.failed()).isTrue();
        assertThat(group.alerts.armed(0, 10)).isEmpty();
    }

    @Test
    void the_quote_and_the_levels_lead_to_an_alert() {
        assertThat(commands(group.ask("/quote BABA"))).contains("/alert BABA");
        assertThat(commands(group.ask("/levels BABA"))).contains("/alert BABA");
    }
}
