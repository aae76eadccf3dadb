package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsCommandTest {
    private final Group group = new Group();

    @Test
    void without_a_symbol_the_first_of_the_group_is_meant() {
        assertThat(group.ask("/levels")).isEqualTo(group.ask("/levels BABA"));
    }

    @Test
    void the_levels_stand_from_high_to_low_with_the_price_between_them() {
        Answer answer = group.ask("/levels BABA");
        List<Datum> levels = Figures.items(answer.card(), "levels");
        List<Double> prices = levels.stream().map(Figures::number).toList();
        assertThat(prices)
                .isSortedAccordingTo(Comparator.<Double>reverseOrder())
                .hasSizeBetween(2, 10);
        for (Datum level : levels) {
            boolean above = Figures.value(level, "kind").equals(new Value.Words("resistance"));
            assertThat(Figures.number(level) > 152.40).isEqualTo(above);
            assertThat(Figures.number(level, "distance"))
                    .isCloseTo(100 * (Figures.number(level) / 152.40 - 1), within(1e-9));
        }
        Block.Table table = (Block.Table) answer.card().blocks().get(1);
        assertThat(table.rows()).hasSize(levels.size() + 1);
        assertThat(Group.text(answer)).containsOnlyOnce("price now");
    }

    @Test
    void the_resistance_of_late_autumn_is_among_them() {
        assertThat(Figures.items(group.ask("/levels BABA").card(), "levels"))
                .anySatisfy(level -> assertThat(Figures.number(level)).isCloseTo(155, within(0.6)));
        assertThat(group.read("/levels BABA"))
                .contains("3×  swing highs, last 2025-12-17")
                .contains("SMA 200");
    }

    @Test
    void a_listing_has_levels_in_its_own_currency() {
        assertThat(group.read("/levels 9988.HK")).contains("Levels of 9988.HK").contains("HK$149.00");
    }

    @Test
    void after_a_few_days_it_says_that_levels_take_time() {
        Instant early = Instant.parse("2024-01-03T22:00:00Z");
        Answer answer = new Group(early, List.of(new SampleSource()), BarStore.inMemory(), true).ask("/levels BABA");
        assertThat(answer.failed()).isFalse();
        assertThat(Group.text(answer)).contains("ATR 14 n/a (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/levels ZZZZ", "/levels BABA JD", "/levels 5"})
    void what_is_no_single_symbol_is_refused(String ask) {
        Answer answer = group.ask(ask);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("/levels [symbol]");
    }

    @Test
    void without_a_price_there_are_no_levels() {
        Instant early = Instant.parse("2020-01-03T22:00:00Z");
        Answer answer = new Group(early, List.of(new SampleSource()), BarStore.inMemory(), true).ask("/levels BABA");
        assertThat(answer.failed()).isTrue();
        assertThat(Group.plain(answer.card().title())).isEqualTo("No price for BABA");
    }

    private static boolean sets(Answer answer, String what) {
        return Group.text(answer).contains(what);
    }

    @Test
    void a_member_sets_a_level_with_a_note_and_everybody_in_the_chat_sees_it() {
        Answer added = group.ask("/levels BABA add $155.50 \"buy zone\"");
        assertThat(added.failed()).isFalse();
        assertThat(Group.text(added))
                .contains("I watch $155.50")
                .contains("by ann")
                .contains("buy zone");
        assertThat(sets(group.ask(Group.CHAT, "bob", "/levels BABA"), "buy zone"))
                .isTrue();
        assertThat(sets(group.ask(new ChatId("test", "elsewhere"), "ann", "/levels BABA"), "buy zone"))
                .as("another chat")
                .isFalse();
        assertThat(sets(group.ask("/levels 9988.HK"), "buy zone"))
                .as("another listing")
                .isFalse();
        assertThat(Group.text(group.ask("/levels BABA add 155.5"))).contains("already");
    }

    @Test
    void a_member_removes_an_own_level_and_only_a_manager_those_of_others() {
        group.ask(Group.CHAT, "bob", "/levels BABA add 155");
        Answer refused = group.ask("/levels BABA remove 155");
        assertThat(refused.failed()).isTrue();
        assertThat(Group.text(refused)).contains("set by bob");
        assertThat(group.ask(Group.CHAT, "bob", "/levels BABA remove 155,00").failed())
                .isFalse();
        assertThat(group.ask(Group.CHAT, "bob", "/levels BABA remove 155").failed())
                .isTrue();
        group.ask(Group.CHAT, "bob", "/levels BABA add 160");
        assertThat(group.askAsManager("/levels BABA remove 160").failed()).isFalse();
        assertThat(sets(group.ask("/levels BABA"), "by bob")).isFalse();
    }

    @Test
    void a_member_who_removes_a_price_leaves_the_same_one_of_others_alone() {
        group.ask("/levels BABA add 155");
        group.ask(Group.CHAT, "boss", "/levels BABA add 155");
        group.askAsManager("/levels BABA remove 155");
        assertThat(sets(group.ask("/levels BABA"), "by ann")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add                         | Type the price behind it",
                "add soon                    | I read no price in \"soon\"",
                "add -5                      | I read no price",
                "add 0                       | I read no price",
                "add 155..5                  | I read no price",
                "add 15000                   | too far from the price of $152.40",
                "add 1.5                     | too far from the price of $152.40",
                "add €155                    | Levels of BABA are in USD, not €",
                "add 155 HKD                 | Levels of BABA are in USD, not HKD",
                "add 99999999999999999999999 | I read no price",
                "remove 155                  | No level at $155.00 was set here for BABA",
                "remove                      | Type the price behind it",
            })
    void what_is_no_level_is_refused_with_what_to_type(String typed, String sentence) {
        Answer answer = group.ask("/levels BABA " + typed);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer).replaceAll("\\s+", " ")).contains(sentence);
        assertThat(sets(group.ask("/levels BABA"), "by ann")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "155              | $155.00",
                "155,5            | $155.50",
                "$155.25          | $155.25",
                "155 USD          | $155.00",
                "usd 155 low      | $155.00",
                "155 low of 2025  | low of 2025",
                "155 „Kaufzone“   | Kaufzone",
                "155 「买入区」      | 买入区",
                "1,155.50 typo    | $1,155.50",
            })
    void prices_are_read_as_people_write_them(String typed, String shown) {
        assertThat(Group.text(group.ask("/levels BABA add " + typed))).contains(shown);
    }

    @Test
    void nobody_sets_more_levels_than_are_kept_nor_a_note_that_is_too_long() {
        for (int price = 150; price < 153; price++) {
            assertThat(group.ask("/levels BABA add " + price).failed()).isFalse();
        }
        assertThat(Group.text(group.ask("/levels JD add 30"))).contains("You have 3 levels");
        assertThat(group.ask(Group.CHAT, "bob", "/levels JD add 30 " + "x".repeat(81))
                        .failed())
                .isTrue();
        assertThat(group.ask(Group.CHAT, "bob", "/levels JD add 30 " + "x".repeat(80))
                        .failed())
                .isFalse();
    }

    @Test
    void what_the_press_names_is_shown_with_its_words() {
        group.facts.level("BABA", "155", "2026-01-02T08:00:00Z", "Test Wire");
        assertThat(group.read("/levels BABA").replaceAll("\\s+", " "))
                .contains("In the news")
                .contains("$155.00, Test Wire")
                .contains("key signal zone");
        assertThat(group.read("/levels 9988.HK")).doesNotContain("In the news");
    }
}
