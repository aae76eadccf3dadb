package dev.bellwether.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @Test
    void blocks_become_lines_and_inline_markup_goes() {
        String html =
                "<h2>Rally</h2><p>Shares <b>rose</b>\n   6%.</p><ul><li>One</li><li>Two</li></ul>a<br>b<div>c</div>";

        assertThat(CleanText.ofHtml(html)).isEqualTo("Rally\nShares rose 6%.\nOne\nTwo\na\nb\nc");
    }

    @Test
    void cells_of_a_row_stay_apart_on_one_line() {
        assertThat(CleanText.ofHtml(
                        "<table><tr><td>Close</td><td>149.20</td></tr><tr><td>High</td><td>151</td></tr></table>"))
                .isEqualTo("Close 149.20\nHigh 151");
    }

    @Test
    void what_is_no_text_for_a_reader_is_dropped() {
        String html =
                "<style>p{}</style><script>alert('<p>x</p>')</script><p>Kept</p><!-- no --><noscript>no</noscript>"
                        + "<iframe src=x>no</iframe><p hidden>no</p><svg><text>no</text></svg>";

        assertThat(CleanText.ofHtml(html)).isEqualTo("Kept");
    }

    @ParameterizedTest
    @CsvSource({
        "AT&amp;T, AT&T",
        "AT&T, AT&T",
        "a&nbsp;b, a b",
        "&#8364;5 &euro;5 &#x20AC;5, €5 €5 €5",
        "5 < 6 > 4, 5 < 6 > 4",
        "&bogus; x, &bogus; x",
        "&#150;s, –s",
        "up &#0;1%, up �1%",
        "<b>open, open",
        "</p>closed, closed"
    })
    void entities_and_loose_signs_are_read_as_a_browser_does(String html, String text) {
        assertThat(CleanText.ofHtml(html)).isEqualTo(text);
    }

    @Test
    void typographic_characters_become_plain_ones() {
        assertThat(CleanText.ofPlain("“Buy” ‘it’s’ „so“ «là» −3\u2011month"))
                .isEqualTo("\"Buy\" 'it's' \"so\" \"là\" -3-month");
    }

    @Test
    void what_is_not_seen_is_taken_out() {
        String text = "Ali\u00ADbaba\u200B \u202Eesrever\u202C\u0000\u0007\uFEFF \uD83Dx\uDE00 \uFFFE\uFFFFok";

        assertThat(CleanText.ofPlain(text)).isEqualTo("Alibaba esrever x ok");
    }

    @Test
    void signs_outside_the_basic_plane_stay() {
        assertThat(CleanText.ofPlain("up \uD83D\uDE80 阿里巴巴 𠮷")).isEqualTo("up \uD83D\uDE80 阿里巴巴 𠮷");
    }

    @Test
    void blanks_shrink_and_empty_lines_go() {
        assertThat(CleanText.ofPlain("  a \t\u00A0 b \r\n \r\n\u2028 c\u0085d  "))
                .isEqualTo("a b\nc\nd");
        assertThat(CleanText.onOneLine(" a\n\n b ")).isEqualTo("a b");
        assertThat(CleanText.ofPlain(" \n ")).isEmpty();
    }

    static Stream<String> hostile() {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            noise.append("<>&;/ab\"'=! \n".charAt(random.nextInt(13)));
        }
        StringBuilder fonts = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            fonts.append("<font a=").append(i).append("><p>x");
        }
        return Stream.of(
                "<div>".repeat(100_000) + "x",
                "<b>".repeat(100_000) + "x",
                "<a><p>".repeat(50_000),
                "<table><tr><td>".repeat(30_000),
                "<table>".repeat(50_000) + "x".repeat(50_000),
                "<".repeat(400_000),
                "&".repeat(400_000),
                "&#".repeat(200_000),
                "<!--".repeat(100_000),
                "<![CDATA[".repeat(50_000),
                "<a ".repeat(100_000),
                "<a b='".repeat(80_000),
                "<p>x</b></i>".repeat(30_000),
                "<select><option>".repeat(20_000),
                fonts.toString(),
                noise.toString());
    }

    /** The limit is no measurement: what is not linear takes hours here, what is takes a second. */
    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(20)
    void hostile_markup_takes_no_more_time_than_its_length(String hostile) {
        String text = CleanText.ofHtml(hostile);

        assertThat(CleanText.withoutTail(text).length()).isLessThanOrEqualTo(hostile.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\nAd\nBig Stock: Buy or Sell?! The answer is here:\nUrgent action needed.\nBig: Buy or sell? Read more here...",
                "\nAnzeige\nJetzt den Report sichern",
                "\n- Advertisement -",
                "\n[Sponsored]\nOpen an account today",
                "\nRelated articles:\nAnother story",
                "\nRead more here...",
                "\nRead the full story on Example.com",
                "\nContinue reading →",
                "\nWeiterlesen...",
                " Continue reading \"Shares rise\"",
                " [...]",
                " […]",
                " … Read more",
                "\nThe post Shares rise: a look appeared first on The Example Post.",
                " The post Shares rise appeared first on Example.",
                "\nDer Beitrag Aktie steigt erschien zuerst auf Beispiel.",
                "\nShould investors sell immediately? Or is it worth buying Big?",
                "\nSollten Anleger sofort verkaufen? Oder lohnt sich doch der Einstieg bei Big? Kaufen oder verkaufen?",
                "\nSubscribe to our newsletter for daily updates",
                "\nShare this article:",
                "\n[…] The post Shares rise appeared first on Example."
            })
    void what_publishers_hang_behind_an_article_is_cut_off(String tail) {
        String body = "Shares of Big rose 6% on Friday.\nTurnover was twice the average.";

        assertThat(CleanText.withoutTail(body + tail)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ad spending rose 6% at Big.",
                "Analysts read more into the figures than before.",
                "The group will continue reading the market, its head said.",
                "Should the bank buy its rival? The board will say so on Monday.",
                "He asked: is it a buy?",
                "Shares rose\nAdvertising revenue fell\nWhat now?",
                "Read the prospectus before you invest.",
                "Related companies fell as well.",
                "More news is due on Friday",
                "The post office appeared on the list first.",
                "Share buybacks go on",
                "Ad",
                "Read more here...",
                "[...]",
                ""
            })
    void a_text_that_only_looks_like_it_stays_whole(String text) {
        assertThat(CleanText.withoutTail(text)).isEqualTo(text);
    }

    @Test
    void a_promoting_line_in_the_middle_goes_and_the_article_goes_on() {
        assertThat(CleanText.withoutTail("One.\nShould you sell now? Or is it time to buy Big?\nTwo."))
                .isEqualTo("One.\nTwo.");
    }

    @Test
    void an_advertisement_with_a_long_text_behind_it_is_only_a_mark_within_the_article() {
        String rest = "The article goes on. ".repeat(100).strip();

        assertThat(CleanText.withoutTail("One.\nAdvertisement\n" + rest)).isEqualTo("One.\n" + rest);
    }

    @Test
    void a_text_is_shortened_behind_a_sentence() {
        assertThat(CleanText.shortened("First one. Second one. Third one.", 25)).isEqualTo("First one. Second one.");
        assertThat(CleanText.shortened("A first line\nand a second one", 20)).isEqualTo("A first line");
    }

    @Test
    void a_text_without_sentences_is_shortened_behind_a_word() {
        assertThat(CleanText.shortened("one two three four five", 12)).isEqualTo("one two…");
        assertThat(CleanText.shortened("x".repeat(50), 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(CleanText.shortened("\uD83D\uDE80".repeat(20), 10)).isEqualTo("\uD83D\uDE80".repeat(4) + "…");
    }

    @Test
    void a_short_text_is_not_shortened() {
        assertThat(CleanText.shortened("ten chars.", 10)).isEqualTo("ten chars.");
        assertThat(CleanText.shortened("", 10)).isEmpty();
    }
}
