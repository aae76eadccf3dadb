package dev.bellwether.watch.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTextTest {
    private static final int CASES = 20_000;

    /** What the parser refuses of a kept rule: that it makes no sense, or is too much. */
    private static boolean kept(Rule rule) {
        return Sense.check(rule.when()).isEmpty();
    }

    @Test
    void the_text_of_a_rule_reads_as_the_same_rule() {
        RandomRules rules = new RandomRules(5);
        int read = 0;
        for (int i = 0; i < CASES; i++) {
            Rule rule = rules.normal();
            if (kept(rule)) {
                String text = RuleText.of(rule);
                assertThat(RuleText.read(text)).as(text).isEqualTo(rule);
                read++;
            }
        }
        assertThat(read).isGreaterThan(CASES * 3 / 4);
    }

    @Test
    void any_rule_is_written_like_its_normal_form() {
        RandomRules rules = new RandomRules(6);
        for (int i = 0; i < CASES; i++) {
            Rule rule = Rules.normal(rules.rule());
            assertThat(Rules.normal(rule)).isEqualTo(rule);
            if (kept(rule)) {
                assertThat(RuleText.of(RuleText.read(RuleText.of(rule)))).isEqualTo(RuleText.of(rule));
            }
        }
    }

    @Test
    void different_rules_have_different_texts() {
        RandomRules rules = new RandomRules(7);
        for (int i = 0; i < CASES; i++) {
            Rule one = rules.normal();
            Rule other = rules.normal();
            assertThat(RuleText.of(one).equals(RuleText.of(other))).isEqualTo(one.equals(other));
        }
    }

    @Test
    void a_kept_rule_whose_last_day_is_over_and_whose_symbol_nobody_knows_is_read() {
        Rule rule = RuleText.read("GONE price > 155 HKD until 2001-02-03");
        assertThat(rule.scope()).isEqualTo(new Scope.Symbols(List.of("GONE")));
        assertThat(rule.until()).isEqualTo(LocalDate.of(2001, 2, 3));
        assertThat(rule.when())
                .isEqualTo(new Condition.Compare(
                        Quantity.of(Quantity.Kind.PRICE), Condition.Relation.ABOVE, new Operand.Constant(155, "HKD")));
    }

    @Test
    void what_is_no_kept_rule_is_refused() {
        assertThatThrownBy(() -> RuleText.read("BABA prise > 155"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BABA prise > 155");
    }

    @Test
    void a_symbol_that_is_a_word_of_the_language_is_told_apart() {
        assertThat(RuleText.of(Group.rule("any of $RSI, BABA rsi < 30"))).isEqualTo("any of $RSI, BABA rsi < 30");
    }
}
