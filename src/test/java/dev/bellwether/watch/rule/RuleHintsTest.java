package dev.bellwether.watch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.English;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleHintsTest {
    private static final RuleHints HINTS = new RuleHints(Group.LISTINGS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ba|BABA
            99|9988.HK
            any of |any of watchlist
            any of BABA, J|any of BABA, JD
            BABA br|BABA breakout
            BABA cl|BABA closes above ;BABA closes below
            BABA price |BABA price > ;BABA price < ;BABA price crosses above
            BABA price > |BABA price > sma200;BABA price > 52w high
            BABA price > 155 |BABA price > 155 and ;BABA price > 155 every time;BABA price > 155 note "
            BABA rsi < |BABA rsi < 30
            BABA rsi < 30 daily |BABA rsi < 30 daily cooldown 6h;BABA rsi < 30 daily on close
            BABA golden c|BABA golden cross
            BABA new 5|BABA new 52w high;BABA new 52w low
            BABA (price > 155 |BABA (price > 155 and ;BABA (price > 155 or
            BABA closes above 155 t|BABA closes above 155 twice
            """)
    void what_may_come_next_is_offered(String typed, String offers) {
        assertThat(HINTS.next(typed).stream().map(String::strip))
                .contains(List.of(offers.split(";")).stream().map(String::strip).toArray(String[]::new));
    }

    @Test
    void what_may_not_come_next_is_not_offered() {
        assertThat(HINTS.next("BABA rsi < 30 daily ")).noneMatch(offer -> offer.contains("every time"));
        assertThat(HINTS.next("BABA rsi < 30 ")).noneMatch(offer -> offer.endsWith("twice"));
        assertThat(HINTS.next("BABA rsi < 30 cooldown 6h ")).noneMatch(offer -> offer.endsWith("once"));
        assertThat(HINTS.next("BABA not ")).noneMatch(offer -> offer.endsWith("breakout"));
        assertThat(HINTS.next("PDD ")).noneMatch(offer -> offer.contains("parity"));
        assertThat(HINTS.next("NOBODY ")).isEmpty();
        assertThat(HINTS.next("BABA ".repeat(100))).isEmpty();
    }

    /** Going from offer to offer ends at a rule sooner or later, and never at an error before the end. */
    @Test
    void whoever_takes_what_is_offered_makes_no_mistake() {
        Random random = new Random(31);
        for (int i = 0; i < 200; i++) {
            String typed = "";
            for (int step = 0; step < 6; step++) {
                List<String> offers = HINTS.next(typed);
                assertThat(offers).hasSizeLessThanOrEqualTo(RuleHints.MOST);
                if (offers.isEmpty()) {
                    break;
                }
                String taken = offers.get(random.nextInt(offers.size()));
                typed = (taken.endsWith("\"") ? taken + "x\"" : taken).strip() + " ";
                if (Group.PARSER.parse(typed, Group.TODAY) instanceof ParsedRule.Mistaken(RuleError error)) {
                    assertThat(error.end())
                            .as(Group.shown(error))
                            .isGreaterThanOrEqualTo(typed.strip().length());
                }
            }
        }
    }

    static List<RuleHints.Template> templates() {
        return RuleHints.templates();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_kind_with_its_example_is_a_rule_and_has_words(RuleHints.Template template) {
        assertThat(Group.rule(template.text("BABA", template.example()))).isNotNull();
        for (Language language : Language.values()) {
            Voice voice = new Voice(language, ZoneOffset.UTC);
            assertThat(voice.plain(template.label())).doesNotContain("rule.").hasSizeLessThanOrEqualTo(25);
            assertThat(voice.plain(template.line())).doesNotContain("rule.");
        }
    }

    @Test
    void the_kinds_have_names_of_their_own_and_fit_in_one_menu() {
        assertThat(templates())
                .extracting(RuleHints.Template::name)
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(25);
        assertThat(English.of(templates().getFirst().label())).isEqualTo("Price above");
    }

    @Test
    void what_people_type_into_a_form_fits() {
        RuleHints.Template fall = template("fall");
        assertThat(List.of("5", "5%", "-5 %", "+5").stream()
                        .map(level -> RuleText.of(Group.rule(fall.text("BABA", level)))))
                .containsOnly("BABA change <= -5%");
        assertThat(RuleText.of(Group.rule(template("news").text("BABA", "a \"b\""))))
                .isEqualTo("BABA news \"a \\\"b\\\"\"");
        assertThat(RuleText.of(Group.rule(template("earnings").text("any of watchlist", "3d"))))
                .isEqualTo("any of watchlist earnings in 3d");
        assertThat(RuleText.of(Group.rule(template("above").text("BABA", "$155"))))
                .isEqualTo("BABA price > 155");
        assertThat(Group.error(template("above").text("BABA", "lots")).start()).isEqualTo("BABA price > ".length());
    }

    private static RuleHints.Template template(String name) {
        return templates().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
