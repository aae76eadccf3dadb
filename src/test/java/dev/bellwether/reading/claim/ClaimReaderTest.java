package dev.bellwether.reading.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {
    private static final Instant PUBLISHED = Instant.parse("2026-01-12T09:00:00Z");

    private final ClaimReader reader = new ClaimReader(new Instruments(List.of()));

    private List<Claim> read(String text) {
        return reader.read(new Passage(text, null, PUBLISHED));
    }

    /** Claims as short as a test can compare: {@code price 45.1 USD}. */
    private List<String> brief(String text) {
        return read(text).stream().map(ClaimReaderTest::brief).toList();
    }

    private static String brief(Claim claim) {
        StringBuilder brief = new StringBuilder(claim.kind().label()).append(' ');
        if (claim.value() == null) {
            brief.append(claim.date());
        } else {
            brief.append(claim.value().stripTrailingZeros().toPlainString());
        }
        if (claim.currency() != null) {
            brief.append(' ').append(claim.currency());
        }
        return claim.period() == null
                ? brief.toString()
                : brief.append(" /").append(claim.period()).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Orlin shares rose 3.2% on Monday.|day_change_pct 3.2",
                "Orlin shares slid by about 4 percent.|day_change_pct -4",
                "The 2.5% drop was blamed on a rival.|day_change_pct -2.5",
                "Shares of Orlin lost 6.1% last week.|week_change_pct -6.1",
                "Orlin saw stock growth of 5.6% over the past month.|month_change_pct 5.6",
                "7-Day Change: +12.3%|week_change_pct 12.3",
                "Orlin stock has returned -16% over the past four weeks.|month_change_pct -16",
                "In November, Orlin shares fell 8.1%.|month_change_pct -8.1",
                "Orlin stock is up 73% YoY.|year_change_pct 73",
                "From a 52-week perspective the Orlin share has gained 21.5%.|year_change_pct 21.5",
                "Orlin has lost about 20.7% of its value year to date.|ytd_change_pct -20.7",
                "Orlin stock is up 9% so far in 2026.|ytd_change_pct 9",
                "Orlin shares gained 31% in 2025.|year_change_pct 31",
                "Orlin stock is trading at 12 euros, up $0.45, or 8.62 percent, on the day.|price 12 EUR, day_change_pct 8.62",
            })
    void a_change_has_a_sign_and_a_time(String text, String claims) {
        assertThat(String.join(", ", brief(text))).isEqualTo(claims);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Orlin closed 1.1% below its 52-week high.",
                "Orlin is down 30% from its record high.",
                "Orlin stock gained 12% over the past three months.",
                "The stock rose 29.9% over the past 12 weeks.",
                "Orlin has a five-year total return of 129%.",
                "Quarterly revenue rose 12% to $1.20.",
                "Cloud revenue jumped 34% year-over-year.",
                "The operating margin fell 3% and earnings per share grew 9%.",
                "Orlin raised its dividend by 5% to $0.42 per share.",
                "Vexo holds a 5.1% stake in Orlin.",
                "Deliveries at Orlin dropped 12% in November.",
                "Shares could fall 20% from here.",
                "The new target implies 21% upside.",
                "The stock is considered 15.8% undervalued.",
                "Orlin yields 3.2%.",
                "Foot traffic saw a 9% decline in domestic malls.",
                "The index counted 31 new 52-week highs against nine new lows.",
            })
    void what_is_no_move_of_the_share_is_no_change(String text) {
        assertThat(brief(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Orlin shares opened at $45.12 on Friday.|price 45.12 USD",
                "Orlin shares fell by $0.15 to $43.91.|price 43.91 USD",
                "Orlin Corp (ORL) is -0.31 at $14.21.|price 14.21 USD",
                "The current share price is €148.20.|price 148.2 EUR",
                "Orlin closed 4.3% higher at HK$149.|day_change_pct 4.3, price 149 HKD",
                "Orlin reached an all-time high of $133.04.|price 133.04 USD",
                "The stock has a last close of 512.4p.|price 512.4 GBX",
                "Orlin has a 52-week low of $2.79 and a one-year high of $9.69.|low_52w 2.79 USD, high_52w 9.69 USD",
                "Its 52-week range is $12.50–$31.75.|low_52w 12.5 USD, high_52w 31.75 USD",
                "Orlin has traded between $1.20 and $7.50 in the past year.|low_52w 1.2 USD, high_52w 7.5 USD",
                "Its 50-day moving average is $7.15 and the two-hundred day simple moving average $6.40.|sma 7.15 USD /50, sma 6.4 USD /200",
                "The 20-day and 50-day moving averages stand at $5.10 and $5.60.|sma 5.1 USD /20, sma 5.6 USD /50",
                "The RSI (14-day) stands at 29.4.|rsi 29.4 /14",
                "Support is seen at $50, $48 and $45.50.|level_support 50 USD, level_support 48 USD, level_support 45.5 USD",
                "Resistance lies near $61, support at $58.20.|level_resistance 61 USD, level_support 58.2 USD",
                "The $155 level is viewed as a key signal zone.|level_resistance 155 USD",
                "Orlin has a market cap of C$12.5 billion.|market_cap 12500000000 CAD",
                "The $83.4 billion market capitalization is large.|market_cap 83400000000 USD",
                "Orlin has a P/E ratio of -22.00 and a PEG ratio of 1.2.|pe -22",
                "Its 17x forward P/E is 72% higher than the average.|pe 17",
                "The shares trade at 14 times forward earnings.|pe 14",
            })
    void a_number_belongs_to_the_thing_that_is_named(String text, String claims) {
        assertThat(String.join(", ", brief(text))).isEqualTo(claims);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vexo raised its price target on Orlin to $55 from $50.",
                "The fair value estimate stands at $331.04.",
                "The director sold 5,000 shares at an average price of $45.20.",
                "Vexo owns 4,567,890 shares of the company's stock worth $200,000.",
                "The company reported $1.20 earnings per share.",
                "The stock reclaimed its 200-day moving average.",
                "Put volume of 12,345 contracts was seen.",
                "Orlin will pay a dividend of $0.25 on March 3, 2026.",
                "Shares of Rollins (RSI) were mentioned 14 times.",
                "Orlin issued $500 million in notes due 2036.",
            })
    void numbers_that_look_alike_are_left_alone(String text) {
        assertThat(brief(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Over 4.2 million shares changed hands, more than double what is usual in a day.|volume 4200000, volume_multiple 2",
                "Orlin fell with trading volume 31% below average.|volume_multiple 0.69",
                "Volume was nearly triple its daily average.|volume_multiple 3",
                "Trading volume rose to 1.8x its 30-day average.|volume_multiple 1.8",
                "The stock had a trading volume of 1,234,567 shares, compared to its average volume of 2,345,678.|volume 1234567, volume 2345678",
                "About 1,000 shares were traded, a decline of 46% from the average volume.|volume 1000, volume_multiple 0.54",
            })
    void volume_is_read_in_shares_and_as_a_multiple(String text, String claims) {
        assertThat(String.join(", ", brief(text))).isEqualTo(claims);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Orlin reports earnings on February 19, 2026.|2026-02-19",
                "Investors await the company's fiscal second-quarter results on January 29.|2026-01-29",
                "Orlin last released its quarterly earnings results on Thursday, October 30th.|2025-10-30",
                "The next earnings date is set for 12 Feb.|2026-02-12",
                "Orlin will report its results next Tuesday.|2026-01-20",
                "Orlin is scheduled to report quarterly results on Thursday.|2026-01-15",
            })
    void a_day_of_earnings_gets_the_year_nearest_to_the_publication(String text, String day) {
        assertThat(brief(text)).containsExactly("earnings_date " + day);
    }

    @Test
    void without_a_date_of_publication_a_day_without_year_is_not_guessed() {
        assertThat(reader.read(Passage.of("Orlin reports earnings on February 19.")))
                .isEmpty();
    }

    @Test
    void a_period_that_is_too_long_to_be_one_is_not_made_another() {
        assertThat(read("Orlin trades above its 999999-day moving average of $144."))
                .extracting(Claim::period)
                .doesNotContain(100_000);
    }

    @Test
    void each_number_is_said_of_its_own_company() {
        assertThat(
                        read(
                                "Orlin Corp (NYSE: ORL) rose 2.1%, while shares of Vexo slipped 1.2%. The S&P 500 gained 0.4%."))
                .extracting(Claim::company)
                .containsExactly("Orlin Corp", "Vexo", "S&P 500");
    }

    @Test
    void a_sentence_without_a_name_speaks_of_the_company_before_it() {
        assertThat(read("Orlin Corp (ORL) fell. The stock lost 4%."))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.company()).isEqualTo("Orlin Corp");
                    assertThat(claim.symbol()).isEqualTo("ORL");
                    assertThat(claim.sentence()).isEqualTo("The stock lost 4%.");
                });
    }

    @Test
    void the_title_names_the_company_of_a_text_that_does_not() {
        Passage passage = new Passage("The stock lost 4%.", "Orlin shares tumble", null);
        assertThat(reader.read(passage)).extracting(Claim::company).containsExactly("Orlin");
    }

    @Test
    void a_headline_and_its_article_state_a_claim_once() {
        assertThat(brief("Orlin spurts 1.75%\nOrlin Ltd saw a 1.75% increase in its stock price."))
                .containsExactly("day_change_pct 1.75");
    }

    @Test
    void a_comparison_is_over_the_same_time() {
        assertThat(
                        brief(
                                "Orlin gained 10.8% over the last month, while the Nifty IT index gained 10% in the same period."))
                .containsExactly("month_change_pct 10.8", "month_change_pct 10");
    }

    @Test
    void a_company_whose_name_is_a_word_of_the_lexicon_is_a_company() {
        assertThat(brief("Target Corporation (TGT) rose 1% in premarket trading."))
                .containsExactly("day_change_pct 1");
    }
}
