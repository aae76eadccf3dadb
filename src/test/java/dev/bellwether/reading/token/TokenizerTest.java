package dev.bellwether.reading.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "$1,234.50 | 1234.50 | USD",
                "US$112.304 | 112.304 | USD",
                "HK$44.00 | 44 | HKD",
                "HKD $149 | 149 | HKD",
                "$155 USD | 155 | USD",
                "C$131.00 | 131 | CAD",
                "CA$9 | 9 | CAD",
                "A$1.25 | 1.25 | AUD",
                "S$3.10 | 3.10 | SGD",
                "NT$1,500 | 1500 | TWD",
                "NZ$7 | 7 | NZD",
                "R$38 | 38 | BRL",
                "€1.234,50 | 1234.50 | EUR",
                "1 234,50 € | 1234.50 | EUR",
                "1.530 Euro | 1530 | EUR",
                "EUR 12,5 | 12.5 | EUR",
                "EUR85 | 85 | EUR",
                "£24.50 | 24.50 | GBP",
                "GBX 730 | 730 | GBX",
                "420p | 420 | GBX",
                "510 pence | 510 | GBX",
                "1,530 GBp | 1530 | GBX",
                "16,000 GBP | 16000 | GBP",
                "¥1,900 | 1900 | JPY",
                "3,200 yen | 3200 | JPY",
                "RMB 88 | 88 | CNY",
                "88 yuan | 88 | CNY",
                "95,000 won | 95000 | KRW",
                "₩95,000 | 95000 | KRW",
                "₹1,23,456 | 123456 | INR",
                "Rs 3327 | 3327 | INR",
                "Rs.195 | 195 | INR",
                "Rs. 195 | 195 | INR",
                "CHF 2'400 | 2400 | CHF",
                "SEK 1 234 | 1234 | SEK",
                "kr 250 | 250 | SEK",
                "NOK 310 | 310 | NOK",
                "120 Hong Kong dollars | 120 | HKD",
                "$2.3 billion | 2300000000 | USD",
                "$600M | 600000000 | USD",
                "$3M | 3000000 | USD",
                "Rs 40 crore | 400000000 | INR",
                "-$5.20 | -5.20 | USD",
            })
    void money_is_read_in_the_ways_it_is_printed(String printed, BigDecimal value, String currency) {
        for (String text : List.of(printed, "to " + printed + ", from", "(" + printed + ")")) {
            assertThat(Tokenizer.read(text).tokens())
                    .filteredOn(Money.class::isInstance)
                    .singleElement()
                    .satisfies(token -> {
                        assertThat(((Money) token).value()).as(text).isEqualByComparingTo(value);
                        assertThat(((Money) token).currency()).as(text).isEqualTo(currency);
                        assertThat(token.text()).isEqualTo(printed);
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.58% | 7.58",
                "+3,5 % | 3.5",
                "-2 percent | -2",
                "41.9 per cent | 41.9",
                "12pct | 12",
                "−1.1% | -1.1",
            })
    void percents_keep_their_sign(String printed, BigDecimal value) {
        Token token = Tokenizer.read("moved " + printed + " today").tokens().get(1);
        assertThat(token).isInstanceOf(Percent.class);
        assertThat(((Percent) token).value()).isEqualByComparingTo(value);
        assertThat(token.text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(NYSE:MTD) | MTD | NYSE",
                "(NYSE: CMS) | CMS | NYSE",
                "(NASDAQ GS: ABC) | ABC | NASDAQ GS",
                "(LKQ:NASDAQ) | LKQ | NASDAQ",
                "(AZNCF.US) | AZNCF.US |",
                "(HK:27) | HK:27 | HK",
                "(NWG) | NWG |",
                "(0QB8) | 0QB8 |",
                "($BABA) | BABA |",
                "(NYSE:BRK.B) | BRK.B | NYSE",
                "(TSX: ABX; NYSE: GOLD) | ABX | TSX",
                "[BABA] | BABA |",
                "HK:27 | HK:27 | HK",
                "NYSE:BABA | BABA | NYSE",
                "META.O | META.O |",
                "9988.HK | 9988.HK |",
                "$ASTS | ASTS |",
            })
    void tickers_are_known_by_their_form(String printed, String symbol, String exchange) {
        List<Token> tokens = Tokenizer.read("Acme " + printed + " rose").tokens();
        assertThat(tokens).hasSize(3);
        assertThat(tokens.get(1)).isInstanceOfSatisfying(Ticker.class, ticker -> {
            assertThat(ticker.symbol()).isEqualTo(symbol);
            assertThat(ticker.exchange()).isEqualTo(exchange);
            assertThat(ticker.text()).isEqualTo(printed);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(EPS)", "(PT)", "(up 3%)", "(see note)", "(from 2,295)", "(2025)", "(AI)s.", "(", "[[[["})
    void what_only_looks_like_a_ticker_is_none(String printed) {
        boolean ai = printed.startsWith("(AI)");
        assertThat(Tokenizer.read(printed).tokens().stream().anyMatch(Ticker.class::isInstance))
                .isEqualTo(ai);
    }

    @Test
    void words_keep_what_belongs_to_them() {
        assertThat(words("AT&T's T-Mobile and Pony.ai won’t match McDonald's Q3 23rd 3M U.S. Inc. M. Olson"))
                .containsExactly(
                        "AT&T",
                        "'s",
                        "T",
                        "Mobile",
                        "and",
                        "Pony.ai",
                        "won’t",
                        "match",
                        "McDonald",
                        "'s",
                        "Q3",
                        "23rd",
                        "3M",
                        "U.S.",
                        "Inc.",
                        "M.",
                        "Olson");
    }

    @Test
    void a_range_is_two_amounts_and_no_negative_one() {
        assertThat(Tokenizer.read("$330–$338 and $10-$15 and 10-15").tokens())
                .filteredOn(token -> token instanceof Money || token instanceof Numeral)
                .extracting(Token::text)
                .containsExactly("$330", "$338", "$10", "$15", "10", "15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "U.S. sales of Acme Inc. rose 1.5 percent to $1.5 billion.",
                "Acme Co. price target cut to $45 at Stark Research",
                "JPMorgan Chase & Co. Lowers AutoZone Price Target to $4,100.00",
                "Analyst M. Olson of T. Rowe sees No. 1 in Jan. 2027.",
                "It costs $5. a share",
                "Is this it? asked nobody",
                "They rate it \"buy.\" and hold",
            })
    void these_are_one_sentence(String text) {
        assertThat(Tokenizer.read(text).sentences()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It raised the target to $215. The stock rose.",
                "Rated \"neutral.\" Mizuho is confident.",
                "Raised at Chase & Co. The stock rose.",
                "A headline without a stop\nThe abstract begins.",
                "First part\n\nsecond part",
                "Up 5%! Then down.",
                "In the U.S. The market fell.",
            })
    void these_are_two_sentences(String text) {
        assertThat(Tokenizer.read(text).sentences()).hasSize(2);
    }

    @Test
    void a_line_break_within_a_sentence_does_not_end_it() {
        assertThat(Tokenizer.read("The bank raised its\nprice target to $5.").sentences())
                .hasSize(1);
    }

    private static List<String> words(String text) {
        return Tokenizer.read(text).tokens().stream()
                .filter(Word.class::isInstance)
                .map(Token::text)
                .toList();
    }
}
