package dev.bellwether.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Isin;
import dev.bellwether.fact.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyFinderTest {
    private static final CompanyFinder FINDER = new CompanyFinder(new Instruments(List.of(
            instrument(
                    "BABA",
                    "Alibaba Group Holding Limited",
                    List.of("Alibaba", "Alibaba Group", "阿里巴巴", "アリババ", "알리바바"),
                    "US01609W1027",
                    listing("BABA", Exchange.NYSE),
                    listing("9988.HK", Exchange.HKEX),
                    listing("AHLA.DE", Exchange.XETRA)),
            instrument(
                    "0241.HK",
                    "Alibaba Health Information Technology",
                    List.of("Alibaba Health"),
                    null,
                    listing("0241.HK", Exchange.HKEX)),
            instrument("BIDU", "Baidu, Inc.", List.of("Baidu"), "US0567521085", listing("BIDU", Exchange.NASDAQ)),
            instrument(
                    "PDD",
                    "PDD Holdings Inc.",
                    List.of("PDD Holdings", "Pinduoduo", "Temu"),
                    null,
                    listing("PDD", Exchange.NASDAQ)),
            instrument(
                    "JD",
                    "JD.com, Inc.",
                    List.of("JD.com", "京东"),
                    "US47215P1066",
                    listing("JD", Exchange.NASDAQ),
                    listing("9618.HK", Exchange.HKEX)),
            instrument("BRK-B", "Berkshire Hathaway", List.of(), null, listing("BRK-B", Exchange.NYSE)))));

    private static Instrument instrument(
            String symbol, String name, List<String> aliases, @Nullable String isin, Listing... listings) {
        return new Instrument(
                symbol, name, aliases, isin == null ? null : new Isin(isin), Arrays.asList(listings), List.of());
    }

    private static Listing listing(String symbol, Exchange exchange) {
        return new Listing(symbol, exchange, exchange.currency(), 1, Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Alibaba shares rose                              | BABA
                    Alibaba's cloud and Alibaba’s models             | BABA
                    Alibaba Group Holding Limited (NYSE: BABA)       | BABA
                    the Alibaba-led round                            | BABA
                    "Alibaba," he said                               | BABA
                    Alibaba                                          | BABA
                    (NYSE:BABA)                                      | BABA
                    NYSE : BABA                                      | BABA
                    (NYSE: BABA; HKEX: 9988)                         | BABA
                    HKG: 9988                                        | BABA
                    HKEX:09988                                       | BABA
                    SEHK：9988 fell                                   | BABA
                    9988.HK                                          | BABA
                    (09988.HK)                                       | BABA
                    Xetra: AHLA                                      | BABA
                    ETR:AHLA                                         | BABA
                    AHLA.DE                                          | BABA
                    bought $BABA today                               | BABA
                    $BABA                                            | BABA
                    BABA jumps                                       | BABA
                    Buy BABA. Then wait                              | BABA
                    ISIN US01609W1027, depot                         | BABA
                    ISIN:US01609W1027                                | BABA
                    阿里巴巴集团公布财报                                | BABA
                    股价：阿里巴巴上涨                                  | BABA
                    アリババ株                                        | BABA
                    알리바바는 올랐다                                   | BABA
                    NASDAQ: JD                                       | JD
                    NasdaqGS:JD                                      | JD
                    NYSE: JD                                         | JD
                    (HKEX: 9618)                                     | JD
                    JD.com's sales                                   | JD
                    JD.com, Inc. said                                | JD
                    $JD is up                                        | JD
                    京东集团                                          | JD
                    PDD Holdings fell                                | PDD
                    PDD Holdings Inc reported                        | PDD
                    Temu's parent                                    | PDD
                    $PDD                                             | PDD
                    NASDAQ: PDD                                      | PDD
                    Baidu (NASDAQ: BIDU)                             | BIDU
                    Alibaba Health rose                              | 0241.HK
                    HKG: 241                                         | 0241.HK
                    00241.HK                                         | 0241.HK
                    NYSE: BRK.B                                      | BRK-B
                    """)
    void an_instrument_is_found_by(String text, String symbol) {
        assertThat(FINDER.find(text)).containsExactly(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "JD Vance spoke on Friday",
                "J.D. Power ranks carmakers",
                "she holds a JD from Yale",
                "a JD, an MBA and a PhD",
                "it costs $200",
                "$ JD",
                "US$JD",
                "HK$9988",
                "JD Sports (LSE: JD.)",
                "LON: JD",
                "$JD.L fell",
                "PDD is also a disorder",
                "LSE: BABA",
                "BABA.L is another one",
                "$BABA.L too",
                "ALL CAPS LINE ON BABA TODAY",
                "$baba",
                "baba ganoush and Ali Baba",
                "alibaba in lower case",
                "AlibabaCloud",
                "Alibabas Aktie",
                "NotAlibaba",
                "9988 shares were sold",
                "99988.HK",
                "9988.HKD",
                "19988.HK",
                "NYSE: 9988",
                "HKEX: BABA",
                "US01609W1028",
                "XUS01609W1027",
                "JD.community",
                "JD. com",
                "J.D.com",
                "阿里 巴巴",
                "東京 is the capital",
                "NYSE:",
                "NYSE",
                "$",
                "BRK",
                "Baidu2",
                "\uD83D \uDE80 \u0000"
            })
    void nothing_is_found_in(String text) {
        assertThat(FINDER.find(text)).isEmpty();
    }

    @Test
    void several_are_found_in_the_order_of_their_first_mention() {
        String text =
                "Baidu fell, while JD.com and Pinduoduo rose.\nAlibaba (HKG: 9988) did not move; Baidu's chips did.";

        assertThat(FINDER.find(text)).containsExactly("BIDU", "JD", "PDD", "BABA");
    }

    @Test
    void a_headline_in_capitals_does_not_hide_a_ticker_in_the_text() {
        assertThat(FINDER.find("CHINA STOCKS SURGE\nShares of BABA rose")).containsExactly("BABA");
    }

    @Test
    void a_longer_name_does_not_hide_the_shorter_one_elsewhere() {
        assertThat(FINDER.find("Alibaba Health and Alibaba")).containsExactly("0241.HK", "BABA");
    }

    @Test
    void where_no_instrument_is_known_none_is_found() {
        assertThat(new CompanyFinder(new Instruments(List.of())).find("Alibaba $BABA NYSE: BABA US01609W1027"))
                .isEmpty();
    }

    /** The limit is no measurement: a search per name would take minutes here. */
    @Test
    @Timeout(20)
    void a_long_text_and_many_names_take_one_pass() {
        List<Instrument> many = IntStream.range(0, 5_000)
                .mapToObj(i ->
                        instrument("S" + i, "Alpha Beta Gamma " + i, List.of(), null, listing("S" + i, Exchange.NYSE)))
                .toList();
        String text = "Alpha Beta Gamma 4999 and Alpha Beta Alpha ".repeat(20_000);

        assertThat(new CompanyFinder(new Instruments(many)).find(text)).containsExactly("S4999");
    }
}
