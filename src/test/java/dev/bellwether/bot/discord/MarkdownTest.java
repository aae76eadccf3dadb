package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data in markdown stays data. */
class MarkdownTest {
    private static final URI PAGE = URI.create("https://page.test/a");
    private final LineMarkdown lines = new LineMarkdown(Voice.english());

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '→',
            value = {
                "plain text, 1.5 and (so)→plain text, 1.5 and (so)",
                "**bold** _it_ `code`→\\*\\*bold\\*\\* \\_it\\_ \\`code\\`",
                "~~gone~~ but ~5%→\\~\\~gone\\~\\~ but ~5%",
                "||hidden|| a|b→\\|\\|hidden\\|\\| a|b",
                "[x](https://evil.test)→\\[x\\](https\\://evil.test)",
                "<@1> <#2> <t:0:R> <:e:3>→\\<@1> \\<#2> \\<t:0:R> \\<:e:3>",
                "# heading→\\# heading",
                "> quoted→\\> quoted",
                "- item→\\- item",
                "-# small→\\-# small",
                "-4.2%→-4.2%",
                "+ item→\\+ item",
                "1. one→1\\. one",
                "1.5 not a list→1.5 not a list",
                "C# and a - b > c→C# and a - b > c",
                "back\\slash→back\\\\slash",
                "discord://x steam://y→discord\\://x steam\\://y"
            })
    void text_reads_as_it_stands(String text, String escaped) {
        assertThat(lines.of(Line.of(text))).isEqualTo(escaped);
    }

    @Test
    void everybody_is_called_by_nobody() {
        assertThat(lines.of(Line.of("@everyone @Here a@hereabout.test")))
                .isEqualTo("@\u200beveryone @\u200bHere a@\u200bhereabout.test");
        assertThat(lines.of(Line.empty().code("@everyone"))).isEqualTo("`@\u200beveryone`");
    }

    @Test
    void emphasis_stands_close_around_its_words() {
        assertThat(lines.of(Line.empty().strong(" a ").text("b"))).isEqualTo("**a** b");
        assertThat(lines.of(Line.empty().strong("a").emphasis("b"))).isEqualTo("**a**\u200b*b*");
        assertThat(lines.of(Line.empty().strong("").emphasis(" ").struck("\u200b")))
                .isEmpty();
        assertThat(lines.of(Line.empty().code("a`b"))).isEqualTo("`a'b`");
        assertThat(lines.of(Line.empty().struck("~~"))).isEqualTo("~~\\~\\~~~");
    }

    @Test
    void links_lead_only_to_web_pages_and_where_they_say() {
        assertThat(lines.of(Line.empty().link("a]b", PAGE))).isEqualTo("[a\\]b](https://page.test/a)");
        for (String address : List.of(
                "javascript:alert(1)",
                "file:///etc/passwd",
                "discord://x",
                "mailto:a@b.test",
                "https://bank.test@evil.test/",
                "http:relative",
                "https://page.test/" + "x".repeat(3_000))) {
            assertThat(lines.of(Line.empty().link("words", URI.create(address))))
                    .isEqualTo("words");
        }
        assertThat(Markdown.address(URI.create("HTTPS://page.test/a_(b)*c?q='x'")))
                .isEqualTo("HTTPS://page.test/a_%28b%29%2Ac?q=%27x%27");
        assertThat(Markdown.address(URI.create("https://page.test/ü"))).isEqualTo("https://page.test/%C3%BC");
    }

    @Test
    void what_is_not_seen_is_not_there() {
        String evil = "a\u202eb\u200bc\u2066d\u0000e\ud83df\u00adg\ue000h\ufffei\nj\tk\u3000l";
        assertThat(CleanCharacters.of(evil)).isEqualTo("abcdefghi j k l");
    }

    @Test
    void a_cut_harms_no_character_and_no_number() {
        assertThat(CleanCharacters.shortened("1234567 9,876,543", 12)).isEqualTo("1234567…");
        assertThat(CleanCharacters.shortened("ab👍🏽cd", 5)).isEqualTo("ab…");
        assertThat(CleanCharacters.shortened("e\u0301e\u0301e\u0301", 4)).isEqualTo("e\u0301…");
        assertThat(CleanCharacters.shortened("short", 5)).isEqualTo("short");
        assertThat(CleanCharacters.cut("9".repeat(50), 10)).isEqualTo(10);
        assertThat(CleanCharacters.cut("e" + "\u0301".repeat(50), 10)).isEqualTo(10);
        assertThat(CleanCharacters.cut("👍👍", 1)).isPositive();
    }
}
