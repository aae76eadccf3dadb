package dev.bellwether.watch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed: a rule or an error with a spot within the text, and nothing thrown. */
class RuleParserFuzzTest {
    private static final int CASES = 40_000;

    private static final List<String> PIECES = List.of(
            "BABA",
            "9988.HK",
            "any of",
            "watchlist",
            ",",
            "price",
            "closes",
            "crosses",
            "above",
            "below",
            ">",
            "<",
            ">=",
            "155",
            "155,50",
            "5%",
            "-10%",
            "2x",
            "$",
            "€120",
            "HKD",
            "sma200",
            "sma",
            "200-day",
            "average",
            "rsi",
            "30",
            "volume",
            "change",
            "7d",
            "3 d",
            "in",
            "new",
            "52w",
            "high",
            "breakout",
            "confirmed",
            "up",
            "within",
            "of",
            "golden",
            "cross",
            "parity",
            "target",
            "raised",
            "news",
            "\"Qwen\"",
            "\"",
            "earnings",
            "and",
            "or",
            "not",
            "with",
            "(",
            ")",
            "once",
            "every",
            "time",
            "daily",
            "cooldown",
            "6h",
            "until",
            "2026-12-31",
            "note",
            "on close",
            "twice",
            "3 times",
            "falls",
            "between",
            "，",
            "年",
            "🚀",
            "\\",
            "'",
            "donchian",
            "discount",
            "for",
            "a",
            "week",
            "the",
            "\u200b",
            "\n",
            "0",
            "9999999999999999999");

    private static void holds(String typed) {
        ParsedRule parsed = Group.PARSER.parse(typed, Group.TODAY);
        switch (parsed) {
            case ParsedRule.Understood(Rule rule) -> {
                String text = RuleText.of(rule);
                assertThat(Group.rule(text)).as("%s, read as %s", typed, text).isEqualTo(rule);
                assertThat(RuleText.read(text))
                        .as("%s, kept as %s", typed, text)
                        .isEqualTo(rule);
            }
            case ParsedRule.Mistaken(RuleError error) -> {
                assertThat(error.start()).as(typed).isBetween(0, typed.length());
                assertThat(error.end()).as(typed).isBetween(error.start(), typed.length());
                assertThat(error.spot()).hasSize(2);
                assertThat(error.corrected()).hasSameSizeAs(error.instead());
                assertThat(Group.shown(error)).doesNotContain("rule.");
            }
        }
    }

    @Test
    void any_sequence_of_words_is_a_rule_or_an_error() {
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            StringBuilder typed = new StringBuilder(random.nextInt(4) == 0 ? "" : "BABA ");
            for (int words = random.nextInt(14); words > 0; words--) {
                typed.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(8) == 0 ? "" : " ");
            }
            holds(typed.toString());
        }
    }

    /** Rules that were fine, with a few characters changed: this reaches deeper than words in any order. */
    @Test
    void a_slip_of_the_finger_in_a_good_rule_is_a_rule_or_an_error() {
        Random random = new Random(12);
        RandomRules rules = new RandomRules(13);
        for (int i = 0; i < CASES; i++) {
            StringBuilder typed = new StringBuilder(RuleText.of(rules.normal()));
            for (int slips = random.nextInt(4); slips > 0 && !typed.isEmpty(); slips--) {
                int at = random.nextInt(typed.length());
                switch (random.nextInt(3)) {
                    case 0 -> typed.deleteCharAt(at);
                    case 1 -> typed.setCharAt(at, letter(random));
                    default -> typed.insert(at, letter(random));
                }
            }
            holds(typed.toString());
        }
    }

    private static char letter(Random random) {
        return random.nextInt(4) == 0 ? (char) random.nextInt(Character.MAX_VALUE) : (char) (' ' + random.nextInt(95));
    }

    @Test
    void any_characters_are_a_rule_or_an_error() {
        Random random = new Random(14);
        for (int i = 0; i < CASES; i++) {
            StringBuilder typed = new StringBuilder();
            for (int letters = random.nextInt(60); letters > 0; letters--) {
                typed.append(letter(random));
            }
            holds(typed.toString());
        }
    }

    /** Texts made to cost much. None is looked at beyond the longest rule there may be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "not ",
                "BABA,",
                "rsi<30 and ",
                "((rsi<30) or ",
                "\"",
                "1,",
                "'",
                "-",
                "x ",
                "sma 200 > ",
                "\\\"",
                "🚀",
                "１"
            })
    void what_is_repeated_without_end_is_an_error(String piece) {
        holds("BABA " + piece.repeat(490 / piece.length()));
        holds(piece.repeat(490 / piece.length()));
        String endless = "BABA " + piece.repeat(1_000_000);
        assertThat(Group.error(endless).start()).isEqualTo(RuleParser.LONGEST);
        assertThat(Group.error(endless).spot()).hasSize(2);
    }
}
