package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Provenance;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job: {@code /baba}. The figures are those of {@code docs/sample-data.md}. */
class FavouriteCommandTest {
    private final Group group = new Group();

    private Card baba() {
        Answer answer = group.ask("/baba");
        assertThat(answer.failed()).isFalse();
        return answer.card();
    }

    @Test
    void the_price_has_its_currency_exchange_and_moment() {
        Card card = baba();
        assertThat(Figures.value(card, "price")).isEqualTo(new Value.Price(152.40, "USD"));
        assertThat(Figures.value(card, "price", "asOf"))
                .isEqualTo(new Value.Moment(Instant.parse("2026-01-02T21:00:00Z")));
        assertThat(Figures.value(card, "price", "kind")).isEqualTo(new Value.Words("close"));
        assertThat(Figures.value(card, "exchange")).isEqualTo(new Value.Words("XNYS"));
        assertThat(card.tone()).isEqualTo(Tone.UP);
        assertThat(Group.plain(card.title())).isEqualTo("BABA · Alibaba Group");
    }

    @Test
    void the_changes_are_those_of_the_day_and_of_the_year() {
        Card card = baba();
        assertThat(Figures.number(card, "changes", "1d")).isCloseTo(6.2, within(0.05));
        assertThat(Figures.value(card, "changes", "1d", "fromClose")).isEqualTo(new Value.Price(143.50, "USD"));
        assertThat(Figures.number(card, "changes", "12m")).isCloseTo(73, within(0.5));
        assertThat(Figures.value(card, "changes", "12m", "from")).isEqualTo(new Value.Day(LocalDate.of(2025, 1, 2)));
        assertThat(((Value.Percent) Figures.value(card, "changes", "ytd")).period())
                .isEqualTo("ytd");
    }

    @Test
    void the_indicators_are_those_of_the_closed_bars() {
        Card card = baba();
        assertThat(Figures.number(card, "sma200")).isCloseTo(144.0, within(0.15));
        assertThat(Figures.number(card, "sma200", "distance")).isBetween(5.0, 6.5);
        assertThat(Figures.number(card, "volume")).isEqualTo(15_742_300);
        assertThat(Figures.number(card, "volumeMultiple")).isCloseTo(2.16, within(0.01));
        assertThat(Figures.number(card, "rsi14")).isBetween(50.0, 70.0);
        assertThat(Figures.value(card, "high52w")).isEqualTo(new Value.Price(192.10, "USD"));
        assertThat(Figures.value(card, "high52w", "date")).isEqualTo(new Value.Day(LocalDate.of(2025, 10, 2)));
        assertThat(Figures.number(card, "high52w", "distance")).isCloseTo(100 * (152.40 / 192.10 - 1), within(1e-9));
        assertThat(Figures.number(card, "support")).isLessThan(152.40);
        assertThat(Figures.number(card, "resistance")).isBetween(152.40, 156.0);
    }

    @Test
    void eight_shares_of_hong_kong_are_compared_with_one_adr() {
        Datum hongKong = Figures.items(baba(), "listings").getFirst();
        assertThat(Figures.value(hongKong, "listing")).isEqualTo(new Value.Words("9988.HK"));
        assertThat(Figures.value(hongKong, "price")).isEqualTo(new Value.Price(149.00, "HKD"));
        double implied = Figures.number(hongKong, "impliedPrice");
        double premium = Figures.number(hongKong, "premium");
        assertThat(implied).isCloseTo(8 * 149.00 * Figures.number(hongKong, "rate"), within(1e-9));
        assertThat(premium)
                .isCloseTo(100 * (152.40 / implied - 1), within(1e-9))
                .isBetween(-2.0, 2.0);
        assertThat(group.read("/baba")).contains("8 shares = $").contains("BABA premium ");
    }

    /** New York traded on December 26, a holiday in Hong Kong and Frankfurt. */
    @Test
    void a_price_of_another_day_says_of_which() {
        Instant then = Instant.parse("2025-12-26T22:00:00Z");
        String text = Group.text(new Group(then, List.of(new SampleSource()), BarStore.inMemory(), true).ask("/baba"));
        assertThat(text).containsPattern("9988.HK   HK\\$[0-9.]+  [-+][0-9.]+% on 2025-12-24; 8 shares");
        assertThat(group.read("/baba")).doesNotContain(" on 2026-");
    }

    @Test
    void the_newest_story_about_it_is_on_the_card_and_later_ones_are_not() {
        assertThat(Figures.value(baba(), "news", "title"))
                .isEqualTo(new Value.Words("Alibaba starts the year with a jump"));
        assertThat(group.read("/baba"))
                .contains("Alibaba starts the year with a jump")
                .contains("30 min ago")
                .doesNotContain("Not written yet");
    }

    @Test
    void every_source_is_named() {
        assertThat(baba().sources()).extracting(Provenance::source).contains("Sample data", "Test Wire");
        assertThat(baba().sources()).allMatch(source -> !source.asOf().isAfter(Group.NOW));
    }

    @Test
    void it_is_about_twelve_lines_and_the_price_comes_first() {
        Block.Fields fields = (Block.Fields) baba().blocks().getFirst();
        assertThat(Group.plain(fields.fields().getFirst().label())).isEqualTo("Price");
        assertThat(fields.fields()).hasSizeBetween(10, 14);
    }

    @Test
    void the_same_ask_gives_an_equal_card() {
        assertThat(new Group().ask("/baba")).isEqualTo(group.ask("/baba")).isEqualTo(group.ask("/quote BABA"));
    }

    @Test
    void before_any_data_it_says_so_and_shows_no_number() {
        Instant early = Instant.parse("2020-01-02T22:00:00Z");
        Group then = new Group(early, List.of(new SampleSource()), BarStore.inMemory(), true);
        Answer answer = then.ask("/baba");
        assertThat(answer.failed()).isTrue();
        assertThat(answer.card().data()).isEmpty();
        assertThat(answer.card().sample()).isTrue();
        assertThat(Group.text(answer)).contains("No price for BABA").contains("Sample data has no prices of BABA");
    }

    @Test
    void with_few_bars_what_needs_more_is_missing_and_says_why() {
        Instant early = Instant.parse("2024-02-01T22:00:00Z");
        Answer answer = new Group(early, List.of(new SampleSource()), BarStore.inMemory(), true).ask("/baba");
        assertThat(answer.failed()).isFalse();
        assertThat(Figures.value(answer.card(), "sma200")).isInstanceOf(Value.Missing.class);
        assertThat(Figures.value(answer.card(), "changes", "12m")).isInstanceOf(Value.Missing.class);
        assertThat(Group.text(answer)).containsPattern("SMA 200 n/a \\(.*bars");
    }

    @Test
    void a_favourite_takes_no_argument() {
        assertThat(group.read("/baba now")).contains("/baba has no use for \"now\".");
    }

    @ParameterizedTest
    @CsvSource({"BABA, baba", "9988.HK, 9988_hk", "BRK.B, brk_b", "IBIDI, ibidi"})
    void a_symbol_makes_a_name_that_fronts_take(String symbol, String name) {
        assertThat(FavouriteCommand.nameOf(symbol)).isEqualTo(name).isEqualTo(name.toLowerCase(Locale.ROOT));
    }

    @Test
    void a_long_company_name_is_cut_so_that_fronts_take_the_summary() {
        var listing = Group.listing("LONG", Exchange.NYSE, 1);
        var instrument =
                new Instrument("LONG", "Very Long Company ".repeat(9), List.of(), null, List.of(listing), List.of());
        Command quote = group.registry().find("quote").orElseThrow();
        CommandSpec spec = new FavouriteCommand(instrument, (QuoteCommand) quote).spec();
        assertThat(Group.plain(spec.summary())).endsWith(": price, indicators, levels, news");
        for (Language language : Language.values()) {
            assertThat(new Voice(language, ZoneId.of("UTC")).plain(spec.summary()))
                    .hasSizeBetween(70, 100);
        }
    }
}
