package dev.bellwether.watch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.English;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that mean nothing: where they go wrong, and what is said of it. */
class RuleErrorTest {
    /** The spot stands between ⟦ and ⟧; behind it what the sentence says, and what may stand there instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ⟦⟧                                          | Which listing?               |
            ⟦⟧price > 155                               | Which listing?               |
            ⟦⟧> 155                                     | Which listing?               |
            ⟦BABAA⟧ price > 155                         | not a symbol I know          | BABA
            any of BABA, ⟦PDE⟧ rsi < 30                 | not a symbol I know          | PDD
            ⟦all⟧ of watchlist breakout                 | each listing by itself       | any
            BABA⟦⟧                                      | What has to happen?          | price >;rsi < 30;breakout
            BABA ⟦prise⟧ > 155                          | don't know what "prise"      | price
            BABA ⟦brekout⟧                              | don't know what              | breakout
            BABA ⟦🚀⟧                                   | don't know what              |
            BABA ⟦155⟧ < price                          | The number comes last        |
            BABA ⟦all-time⟧ high                        | over 52 weeks                |
            BABA price⟦⟧                                | needs a comparison           | >;<
            BABA rsi⟦⟧                                  | needs a comparison           | < 30;> 70
            BABA price ⟦cross3s⟧ 155                    | needs a comparison           | >;<
            BABA price >⟦⟧                              | price is missing             |
            BABA price > ⟦hello⟧                        | price is missing             |
            BABA price > ⟦-5⟧                           | A price is above 0           |
            BABA price > ⟦0⟧                            | A price is above 0           |
            BABA price > ⟦5%⟧                           | A percentage needs a period  |
            BABA price > ⟦5 %⟧                          | A percentage needs a period  |
            BABA price > ⟦5x⟧                           | no currency                  |
            BABA price > ⟦1.5.5,5⟧                      | no number as I read them     |
            BABA price ⟦=⟧ 155                          | hardly ever exactly          | >=;<=;crosses
            BABA price ⟦hits⟧ 155                       | hardly ever exactly          | >=;<=;crosses
            BABA price > ⟦rsi⟧                          | not counted in the same unit |
            BABA price > ⟦price⟧                        | always equal to itself       |
            BABA price > sma⟦⟧                          | needs the number of days     | 50;200
            BABA price > ⟦sma1000⟧                      | From 2 to 400 days           |
            BABA price > ⟦1-day average⟧                | From 2 to 400                |
            BABA > ⟦120 EUR⟧                            | BABA trades in USD; AHLA.DE trades in EUR |
            9988.HK > ⟦€120⟧                            | AHLA.DE trades in EUR        |
            PDD > ⟦HK$ 155⟧                             | PDD trades in USD            |
            any of BABA, 9988.HK > ⟦US$155⟧             | 9988.HK trades in HKD; BABA trades in USD |
            any of watchlist > ⟦$155⟧                   | several currencies           |
            BABA rsi > ⟦150⟧                            | between 0 and 100            |
            BABA rsi > ⟦0⟧                              | between 0 and 100            |
            BABA rsi ⟦7⟧ < 30                           | over 14 days only            | 14
            BABA change ⟦3d⟧ > 5%                       | 1d, 7d, 1m, ytd, 12m         | 1d;7d;1m;ytd;12m
            BABA change > ⟦5⟧ USD                       | counted in percent           |
            BABA change > ⟦5 bananas⟧                   | ?                            |
            BABA change < ⟦-100%⟧                       | above -100%                  |
            BABA volume > ⟦1000000⟧                     | times the average            | 2x
            BABA within ⟦80%⟧ of 52w high               | at most 50%                  |
            BABA within 1%⟦⟧                            | Near to what?                | of
            BABA rsi ⟦within⟧ 5% of 52w high            | prices and averages          |
            BABA ⟦near⟧ 155                             | How near?                    | within 1% of
            BABA price between ⟦155 and 150⟧            | must be the smaller          |
            BABA closes ⟦>=⟧ 155                        | "above" or "below"           | above;below
            BABA closes above 155 ⟦50 times⟧            | From 1 to 20                 |
            BABA closes above 155 ⟦0 times⟧             | From 1 to 20                 |
            BABA price > 155 ⟦twice⟧                    | goes with closes             |
            BABA ⟦rises below⟧ 155                      | contradict                   |
            BABA ⟦falls⟧                                | How far                      | falls above;falls below
            BABA falls ⟦200%⟧                           | above 0 and below 100        |
            PDD ⟦parity⟧ > 2%                           | only one listing             |
            BABA golden⟦⟧                               | "cross" is missing           | cross
            BABA target⟦⟧                               | changed, raised or cut       | changed;raised;cut
            BABA target ⟦> 200⟧                         | ?                            |
            BABA news⟦⟧                                 | Which words?                 |
            BABA news ⟦""⟧                              | From 1 to 100                |
            BABA news ⟦"Qwen⟧                           | never closed                 |
            BABA ⟦earnings⟧                             | How many days                | earnings in 3d
            BABA earnings in ⟦300d⟧                     | At most 120 days             |
            BABA new ⟦200⟧                              | over 52 weeks                | 52w high;52w low
            BABA ⟦new sma200⟧                           | over 52 weeks                | new 52w high
            BABA ⟦⟧and rsi < 30                         | Before "and"                 |
            BABA rsi < 30 and⟦⟧                         | Behind "and"                 |
            BABA rsi < 30 or ⟦⟧daily                    | Before "daily"               |
            BABA price > 155 ⟦⟧rsi < 30                 | Before "rsi"                 | and;or
            BABA price > 155 and ⟦JD⟧ price > 30        | second alert for JD          |
            BABA not ⟦breakout⟧                         | almost every moment          |
            BABA not (⟦rsi < 30 or crosses 155⟧)        | ?                            |
            BABA ⟦(⟧price > 155                         | never closed                 |
            BABA price > 155⟦)⟧                         | closes none                  |
            BABA ⟦price > 155 and price < 150⟧          | never fire                   |
            BABA ⟦price > 155 or price < 160⟧           | always true                  |
            BABA ⟦breakout and news "x"⟧                | different moments            |
            BABA rsi < 30 until ⟦2025-12-31⟧            | over already                 |
            BABA rsi < 30 until ⟦2126-12-31⟧            | At most 10 years             |
            BABA rsi < 30 until ⟦12/31/2026⟧            | Which day?                   | 2026-02-14
            BABA rsi < 30 until ⟦31.02.2026⟧            | Which day?                   | 2026-02-14
            BABA rsi < 30 until⟦⟧                       | Which day?                   | 2026-02-14
            BABA rsi < 30 ⟦cooldown⟧                    | How long?                    | cooldown 6h;cooldown 90m;cooldown 2d
            BABA rsi < 30 ⟦cooldown 6⟧                  | How long?                    | cooldown 6h;cooldown 90m;cooldown 2d
            BABA rsi < 30 ⟦cooldown 2 months⟧           | ?                            |
            BABA rsi < 30 cooldown ⟦0h⟧                 | one minute to 365            |
            BABA rsi < 30 cooldown ⟦400d⟧               | one minute to 365            |
            BABA rsi < 30 once ⟦cooldown 6h⟧            | leave out one                |
            BABA rsi < 30 once ⟦every time⟧             | said already                 |
            BABA rsi < 30 daily ⟦and⟧ atr > 5           | come last                    |
            BABA rsi < 30 note ⟦buy⟧                    | quotation marks              |
            BABA rsi < 30 note ⟦""⟧                     | from 1 to 200                |
            BABA rsi < 30 ⟦dayly⟧                       | don't know what              | daily
            """)
    void the_spot_is_pointed_at_and_the_sentence_says_why(String marked, String said, @Nullable String instead) {
        String typed = marked.replace("⟦", "").replace("⟧", "");
        RuleError error = Group.error(typed);
        String spot = typed.substring(0, error.start())
                + "⟦"
                + typed.substring(error.start(), error.end())
                + "⟧"
                + typed.substring(error.end());
        if (!said.equals("?")) {
            assertThat(spot).as(English.of(error.message())).isEqualTo(marked);
            assertThat(English.of(error.message())).contains(said);
            assertThat(error.instead().stream().map(String::strip))
                    .isEqualTo(instead == null ? List.of() : List.of(instead.split(";")));
        }
        assertThat(error.corrected()).allSatisfy(RuleErrorTest::goesFurther);
    }

    private static void goesFurther(String corrected) {
        ParsedRule parsed = Group.PARSER.parse(corrected, Group.TODAY);
        if (parsed instanceof ParsedRule.Mistaken(RuleError error)) {
            assertThat(error.start()).as(Group.shown(error)).isGreaterThan(0);
        }
    }

    @Test
    void more_than_can_be_meant_is_refused() {
        assertThat(English.of(Group.error("BABA " + "x".repeat(500)).message())).contains("at most 500 characters");
        String many = "BABA rsi < 30" + " and atr > 1".repeat(20);
        assertThat(English.of(Group.error(many).message())).contains("at most 20 conditions");
        String deep = "BABA " + "(".repeat(11) + "rsi < 30" + ")".repeat(11);
        assertThat(English.of(Group.error(deep).message())).contains("10 deep");
        String symbols = "any of " + "BABA, ".repeat(20) + "JD breakout";
        assertThat(Group.rule(symbols).scope()).isEqualTo(new Scope.Symbols(List.of("BABA", "JD")));
    }

    @Test
    void the_pointer_stands_under_the_spot() {
        assertThat(English.of(Group.error("BABA prise > 155").spot()))
                .containsExactly("BABA prise > 155", "-----^^^^^");
        assertThat(English.of(Group.error("BABA price >").spot())).containsExactly("BABA price >", "------------^");
    }

    @Test
    void a_long_text_is_shown_around_the_spot() {
        List<String> rows =
                English.of(Group.error("BABA price > 155 and rsi < 30 and change > 5% and prise < 170 and atr > 1")
                        .spot());
        assertThat(rows).containsExactly("…and change > 5% and prise < 170 and …", "---------------------^^^^^");
    }

    @Test
    void a_wide_letter_takes_two_columns_of_the_pointer() {
        assertThat(English.of(Group.error("ＢＡＢＡ prise > 155").spot()))
                .containsExactly("ＢＡＢＡ prise > 155", "---------^^^^^");
    }

    @Test
    void a_card_says_the_sentence_then_shows_the_spot() {
        List<Block> blocks = Group.error("BABA prise > 155").blocks();
        assertThat(blocks.stream()
                        .map(block -> English.of(((Block.Paragraph) block).line()))
                        .toList())
                .containsExactly(
                        "I don't know what \"prise\" means here. Perhaps: price.", "BABA prise > 155", "-----^^^^^");
    }

    @Test
    void a_correction_replaces_the_spot_alone() {
        assertThat(Group.error("BABA prise > 155 daily").corrected()).containsExactly("BABA price > 155 daily");
        assertThat(Group.error("BABA golden").corrected()).containsExactly("BABA golden cross");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void errors_are_said_in_every_language(Language language) {
        String said = new Voice(language, ZoneOffset.UTC)
                .plain(Group.error("BABA > 120 EUR").message());
        assertThat(said)
                .isEqualTo(
                        switch (language) {
                            case EN -> "BABA trades in USD; AHLA.DE trades in EUR.";
                            case DE -> "BABA handelt in USD; AHLA.DE handelt in EUR.";
                            case ZH -> "BABA 以 USD 交易；AHLA.DE 以 EUR 交易。";
                        });
    }
}
