package dev.bellwether.watch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Quantity.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What texts mean. The second table leans on the first: there each form is written out as what it is. */
class RuleParserTest {
    private static final Quantity PRICE = Quantity.of(Kind.PRICE);
    private static final Quantity RSI = Quantity.of(Kind.RSI);
    private static final Quantity VOLUME = Quantity.of(Kind.VOLUME);

    private static Condition compare(Quantity left, Relation relation, double number) {
        return new Condition.Compare(left, relation, number(number));
    }

    private static Operand number(double number) {
        return new Operand.Constant(number, null);
    }

    private static Operand line(Kind kind, int length) {
        return new Operand.Measured(Quantity.over(kind, length));
    }

    private static Condition above155() {
        return compare(PRICE, Relation.ABOVE, 155);
    }

    private static Condition crosses(Operand right, Direction direction) {
        return new Condition.Crosses(PRICE, right, direction);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of("price > 155", above155()),
                Arguments.of("price >= 155", compare(PRICE, Relation.AT_LEAST, 155)),
                Arguments.of("price < 155", compare(PRICE, Relation.BELOW, 155)),
                Arguments.of("price <= 155", compare(PRICE, Relation.AT_MOST, 155)),
                Arguments.of("price > sma200", new Condition.Compare(PRICE, Relation.ABOVE, line(Kind.SMA, 200))),
                Arguments.of("closes above 155 twice", new Condition.Closes(Direction.UP, number(155), 2)),
                Arguments.of("closes above 155 3 times", new Condition.Closes(Direction.UP, number(155), 3)),
                Arguments.of("closes below sma200", new Condition.Closes(Direction.DOWN, line(Kind.SMA, 200), 1)),
                Arguments.of("crosses sma200", crosses(line(Kind.SMA, 200), Direction.EITHER)),
                Arguments.of("crosses above ema12", crosses(line(Kind.EMA, 12), Direction.UP)),
                Arguments.of("crosses below 155", crosses(number(155), Direction.DOWN)),
                Arguments.of("crosses above 20d high", crosses(line(Kind.DONCHIAN_HIGH, 20), Direction.UP)),
                Arguments.of("crosses below 55d low", crosses(line(Kind.DONCHIAN_LOW, 55), Direction.DOWN)),
                Arguments.of(
                        "crosses sma200 and volume > 2x",
                        new Condition.All(List.of(
                                crosses(line(Kind.SMA, 200), Direction.EITHER), compare(VOLUME, Relation.ABOVE, 2)))),
                Arguments.of("rsi < 30", compare(RSI, Relation.BELOW, 30)),
                Arguments.of("rsi crosses above 50", new Condition.Crosses(RSI, number(50), Direction.UP)),
                Arguments.of("atr > 4.5", compare(Quantity.of(Kind.ATR), Relation.ABOVE, 4.5)),
                Arguments.of("change > 5%", compare(Quantity.change("1d"), Relation.ABOVE, 5)),
                Arguments.of("change 7d < -10%", compare(Quantity.change("7d"), Relation.BELOW, -10)),
                Arguments.of("change ytd > 20%", compare(Quantity.change("ytd"), Relation.ABOVE, 20)),
                Arguments.of("new 52w high", new Condition.NewExtreme(true)),
                Arguments.of("new 52w low", new Condition.NewExtreme(false)),
                Arguments.of("breakout", new Condition.Breakout(false, Direction.EITHER)),
                Arguments.of("breakout confirmed up", new Condition.Breakout(true, Direction.UP)),
                Arguments.of("breakout down", new Condition.Breakout(false, Direction.DOWN)),
                Arguments.of(
                        "within 1% of 52w high",
                        new Condition.Within(1, PRICE, new Operand.Measured(Quantity.of(Kind.HIGH_52W)))),
                Arguments.of(
                        "sma50 within 0.5% of sma200",
                        new Condition.Within(0.5, Quantity.over(Kind.SMA, 50), line(Kind.SMA, 200))),
                Arguments.of("golden cross", new Condition.AverageCross(true)),
                Arguments.of("death cross", new Condition.AverageCross(false)),
                Arguments.of("parity > 2%", compare(Quantity.of(Kind.PARITY), Relation.ABOVE, 2)),
                Arguments.of("target changed", new Condition.TargetChanged(null)),
                Arguments.of("target raised", new Condition.TargetChanged(true)),
                Arguments.of("target cut", new Condition.TargetChanged(false)),
                Arguments.of("news \"Qwen\"", new Condition.News("Qwen")),
                Arguments.of("news \"a \\\"b\\\" \\\\ c\"", new Condition.News("a \"b\" \\ c")),
                Arguments.of("earnings in 3d", new Condition.EarningsIn(3)),
                Arguments.of("not rsi < 30", new Condition.Not(compare(RSI, Relation.BELOW, 30))),
                Arguments.of(
                        "price > 155 or rsi < 30 and volume > 2x",
                        new Condition.Any(List.of(
                                above155(),
                                new Condition.All(List.of(
                                        compare(RSI, Relation.BELOW, 30), compare(VOLUME, Relation.ABOVE, 2)))))),
                Arguments.of(
                        "(price > 155 or rsi < 30) and volume > 2x",
                        new Condition.All(List.of(
                                new Condition.Any(List.of(above155(), compare(RSI, Relation.BELOW, 30))),
                                compare(VOLUME, Relation.ABOVE, 2)))));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void each_form_means_a_condition_and_is_the_one_way_to_write_it(String text, Condition condition) {
        assertThat(Group.rule("BABA " + text).when()).isEqualTo(condition);
        assertThat(RuleText.of(condition)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BABA > 155                                   | BABA price > 155
            baba PRICE > 155                             | BABA price > 155
            $BABA above 155                              | BABA price > 155
            BABA price is over $155                      | BABA price > 155
            BABA price > 155 USD                         | BABA price > 155
            BABA price > US$155                          | BABA price > 155
            BABA price > USD 155                         | BABA price > 155
            BABA price>155usd                            | BABA price > 155
            BABA price > 155.                            | BABA price > 155
            BABA: when price exceeds 155                 | BABA price > 155
            BABA price more than 155                     | BABA price > 155
            BABA price at least 155                      | BABA price >= 155
            BABA price ≥ 155                             | BABA price >= 155
            BABA price => 155                            | BABA price >= 155
            BABA price at most 155                       | BABA price <= 155
            BABA price > 155,50                          | BABA price > 155.5
            BABA price > 155.50                          | BABA price > 155.5
            BABA price > 1,500                           | BABA price > 1500
            BABA price > 1.500,25                        | BABA price > 1500.25
            BABA price > 1'500                           | BABA price > 1500
            BABA price > 1.500                           | BABA price > 1.5
            BABA price > 0,125                           | BABA price > 0.125
            ＢＡＢＡ　ｐｒｉｃｅ　＞　１５５          | BABA price > 155
            BABA （price ＞ 155）                          | BABA price > 155
            BABA price > 155美元                           | BABA price > 155
            9988.HK > HK$ 150                            | 9988.HK price > 150
            9988.hk > $150                               | 9988.HK price > 150
            AHLA.DE > €120                               | AHLA.DE price > 120
            AHLA.DE > 120 Euro                           | AHLA.DE price > 120
            VOD.L > £1.10                                | VOD.L price > 110
            VOD.L > 110p                                 | VOD.L price > 110
            7203.T > ¥2500                               | 7203.T price > 2500
            ^GSPC < 6000                                 | ^GSPC price < 6000
            $RSI rsi < 30                                | $RSI rsi < 30
            Alibaba Group rsi < 30                       | BABA rsi < 30
            PDD Holdings rsi < 30                        | PDD rsi < 30
            "Rush Street Interactive" rsi < 30           | $RSI rsi < 30
            any of watchlist breakout                    | any of watchlist breakout
            any of my watchlist breakout                 | any of watchlist breakout
            watchlist breakout                           | any of watchlist breakout
            any of BABA, JD, PDD rsi < 30                | any of BABA, JD, PDD rsi < 30
            any of BABA,9988.HK breakout                 | any of BABA, 9988.HK breakout
            BABA、JD rsi < 30                             | any of BABA, JD rsi < 30
            any of BABA, JD and PDD rsi < 30             | any of BABA, JD, PDD rsi < 30
            any of BABA, BABA rsi < 30                   | BABA rsi < 30
            BABA price > sma 200                         | BABA price > sma200
            BABA price > SMA(200)                        | BABA price > sma200
            BABA price > ma200                           | BABA price > sma200
            BABA price > the 200-day average             | BABA price > sma200
            BABA price > its 200 day moving average      | BABA price > sma200
            BABA price > 200dma                          | BABA price > sma200
            BABA price > 12-day ema                      | BABA price > ema12
            BABA price > 20 day exponential average      | BABA price > ema20
            BABA 50dma crosses above 200dma              | BABA sma50 crosses above sma200
            BABA price > 52-week high                    | BABA price > 52w high
            BABA price < 1y low                          | BABA price < 52w low
            BABA price > donchian20 high                 | BABA price > 20d high
            BABA price > donchian 55 high                | BABA price > 55d high
            BABA closes > 155                            | BABA closes above 155
            BABA close above 155 2 times                 | BABA closes above 155 twice
            BABA closes above 155 2x                     | BABA closes above 155 twice
            BABA closes above 155 for 3 days             | BABA closes above 155 3 times
            BABA closes above 155 three times in a row   | BABA closes above 155 3 times
            BABA closes above 155 2 consecutive days     | BABA closes above 155 twice
            BABA crosses over 155                        | BABA crosses above 155
            BABA crosses under 155                       | BABA crosses below 155
            BABA breaks through 155                      | BABA crosses 155
            BABA breaks above 155                        | BABA crosses above 155
            BABA drops below 150                         | BABA crosses below 150
            BABA rises above 150                         | BABA crosses above 150
            BABA goes above sma50                        | BABA crosses above sma50
            BABA crosses sma200 with volume > 2x         | BABA crosses sma200 and volume > 2x
            BABA crosses sma200 on volume > 2            | BABA crosses sma200 and volume > 2x
            BABA volume ≥ 2× average                     | BABA volume >= 2x
            BABA volume > 1.5 times its average          | BABA volume > 1.5x
            BABA rsi14 < 30                              | BABA rsi < 30
            BABA rsi(14) < 30                            | BABA rsi < 30
            BABA rsi < 30 or > 70                        | BABA rsi < 30 or rsi > 70
            BABA price between 150 and 155               | BABA price >= 150 and price <= 155
            BABA change > 5                              | BABA change > 5%
            BABA change > 5 percent                      | BABA change > 5%
            BABA change > 5% in 7d                       | BABA change 7d > 5%
            BABA change > 5% this week                   | BABA change 7d > 5%
            BABA change 1w > +5%                         | BABA change 7d > 5%
            BABA change 1mo > 5%                         | BABA change 1m > 5%
            BABA change 1y > 5%                          | BABA change 12m > 5%
            BABA change 12 months > 5%                   | BABA change 12m > 5%
            BABA weekly change < −5％                     | BABA change 7d < -5%
            BABA daily change < -5% daily                | BABA change < -5% daily
            BABA falls 5%                                | BABA change <= -5%
            BABA drops by 5%                             | BABA change <= -5%
            BABA falls more than 5% in 7d                | BABA change 7d < -5%
            BABA rises 5% this month                     | BABA change 1m >= 5%
            BABA up 5%                                   | BABA change >= 5%
            BABA moves 5%                                | BABA change >= 5% or change <= -5%
            BABA premium > 2%                            | BABA parity > 2%
            BABA discount > 2%                           | BABA parity < -2%
            BABA new 52-week high                        | BABA new 52w high
            BABA new 1 year low                          | BABA new 52w low
            BABA new high                                | BABA new 52w high
            BABA new 20d high                            | BABA crosses above 20d high
            BABA confirmed breakout upwards              | BABA breakout confirmed up
            BABA breakdown                               | BABA breakout down
            BABA breaks out                              | BABA breakout
            BABA price target raised                     | BABA target raised
            BABA target lowered                          | BABA target cut
            BABA news Qwen                               | BABA news "Qwen"
            BABA news about “Qwen 4”                     | BABA news "Qwen 4"
            BABA news „Qwen“                             | BABA news "Qwen"
            BABA news 「通义」                              | BABA news "通义"
            BABA news 'Qwen'                             | BABA news "Qwen"
            BABA earnings within 2 weeks                 | BABA earnings in 14d
            BABA earnings tomorrow                       | BABA earnings in 1d
            BABA earnings today                          | BABA earnings in 0d
            BABA price > 155 && rsi < 70                 | BABA price > 155 and rsi < 70
            BABA !(rsi < 30)                             | BABA not rsi < 30
            BABA not not rsi < 30                        | BABA rsi < 30
            BABA ((price > 155) and (rsi < 70 and atr > 1)) | BABA price > 155 and rsi < 70 and atr > 1
            BABA price > 155 and BABA rsi < 70           | BABA price > 155 and rsi < 70
            BABA not rsi < 30 and volume > 2x            | BABA not rsi < 30 and volume > 2x
            BABA not rsi < 30 with volume > 2x           | BABA not (rsi < 30 and volume > 2x)
            BABA rsi < 30 or rsi > 70 with volume > 2x   | BABA rsi < 30 or rsi > 70 and volume > 2x
            BABA rsi < 30 once                           | BABA rsi < 30
            BABA rsi < 30 always                         | BABA rsi < 30 every time
            BABA rsi < 30 once a day                     | BABA rsi < 30 daily
            BABA rsi < 30, daily, cooldown 6 hours       | BABA rsi < 30 daily cooldown 6h
            BABA rsi < 30 cooldown 24h                   | BABA rsi < 30 every time cooldown 1d
            BABA rsi < 30 cooldown 90 min                | BABA rsi < 30 every time cooldown 90m
            BABA rsi < 30 cooldown 1w                    | BABA rsi < 30 every time cooldown 7d
            BABA rsi < 30 until 31.12.2026               | BABA rsi < 30 until 2026-12-31
            BABA rsi < 30 until 2026/12/31               | BABA rsi < 30 until 2026-12-31
            BABA rsi < 30 until 2026年12月31日              | BABA rsi < 30 until 2026-12-31
            BABA rsi < 30 until tomorrow                 | BABA rsi < 30 until 2026-01-15
            BABA rsi < 30 note: “buy zone” on the close  | BABA rsi < 30 on close note "buy zone"
            BABA golden cross on close                   | BABA golden cross
            """)
    void what_people_type_is_read(String typed, String meant) {
        Rule rule = Group.rule(typed);
        assertThat(RuleText.of(rule)).isEqualTo(meant);
        assertThat(Group.rule(meant)).isEqualTo(rule);
    }

    @Test
    void strokes_mean_or() {
        assertThat(Group.rule("BABA price > 155 || rsi < 30 | atr > 9"))
                .isEqualTo(Group.rule("BABA price > 155 or rsi < 30 or atr > 9"));
    }

    @Test
    void a_rule_that_says_no_more_fires_once_and_is_checked_with_every_price() {
        assertThat(Group.rule("BABA price > 155"))
                .isEqualTo(rule(above155(), Rule.Basis.TICKS, Rule.Repeat.ONCE, null, null, null));
    }

    @Test
    void what_stands_behind_the_condition_may_stand_in_any_order() {
        Rule wanted = rule(
                above155(),
                Rule.Basis.CLOSES,
                Rule.Repeat.EVERY_TIME,
                Duration.ofHours(6),
                LocalDate.of(2026, 12, 31),
                "buy zone");
        assertThat(Group.rule("BABA > 155 every time cooldown 6h until 2026-12-31 note \"buy zone\" on close"))
                .isEqualTo(wanted);
        assertThat(Group.rule("BABA > 155 on close note \"buy zone\" until 31.12.2026 cooldown 6h every time"))
                .isEqualTo(wanted);
    }

    private static Rule rule(
            Condition when,
            Rule.Basis basis,
            Rule.Repeat repeat,
            @Nullable Duration cooldown,
            @Nullable LocalDate until,
            @Nullable String note) {
        return new Rule(new Scope.Symbols(List.of("BABA")), when, basis, repeat, cooldown, until, note);
    }

    @ParameterizedTest
    @CsvSource({
        "closes above 155, CLOSES",
        "golden cross, CLOSES",
        "rsi < 30 or volume > 2x, CLOSES",
        "price > sma200, TICKS",
        "breakout, TICKS"
    })
    void what_only_a_complete_day_can_tell_is_checked_at_closes(String condition, Rule.Basis basis) {
        assertThat(Group.rule("BABA " + condition).basis()).isEqualTo(basis);
    }

    /** With live prices any word of letters may be a symbol. */
    @Test
    void a_misspelt_word_is_not_taken_for_a_symbol_where_any_word_may_be_one() {
        Listings any = typed -> Optional.of(typed)
                .filter(word -> word.matches("[a-zA-Z]{1,6}"))
                .map(word -> new Listing(word.toUpperCase(Locale.ROOT), Exchange.NYSE, "USD", 1, Map.of()));
        ParsedRule parsed = new RuleParser(any).parse("BABA prise > 155", Group.TODAY);
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        ParsedRule.Mistaken.class,
                        mistaken -> assertThat(mistaken.error().instead()).containsExactly("price"));
    }
}
