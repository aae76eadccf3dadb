package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the fake server refuses what Telegram refuses: a double that lets everything pass proves nothing. */
class FakeTelegramTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>open | Can't find end tag corresponding to start tag \"b\"",
                "<b>x</i> | Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
                "x</b> | Unexpected end tag at byte offset 1",
                "<blink>x</blink> | Unsupported start tag \"blink\" at byte offset 0",
                "5 < 6 | Unclosed start tag at byte offset 2"
            })
    void html_that_is_wrong_is_refused_in_the_servers_words(String html, String words) {
        assertThatThrownBy(() -> HtmlRules.parse(html)).hasMessage("Bad Request: can't parse entities: " + words);
    }

    @Test
    void html_that_is_right_is_read() {
        assertThat(HtmlRules.parse("<b>a</b> &lt;&amp;&quot;&#39;&#x41; <a href=\"https://x.test\">l</a> &nbsp;"))
                .isEqualTo("a <&\"'A l &nbsp;");
        assertThat(HtmlRules.problems("<blockquote expandable><b>a</b></blockquote><pre>x</pre>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre><b>x</b></pre>",
                "<a href=\"javascript:x\">x</a>",
                "<b onclick=\"x\">x</b>",
                "a & b",
                "<b><b>x</b></b>"
            })
    void what_the_documentation_rules_out_is_named(String html) {
        assertThat(HtmlRules.problems(html)).isNotEmpty();
    }

    @Test
    void a_second_message_within_a_second_and_a_twenty_first_within_a_minute_are_too_many() {
        RateRules rates = new RateRules();

        assertThat(rates.take(7)).isZero();
        assertThat(rates.take(7)).isEqualTo(1);
        for (int chat = 100; chat < 129; chat++) {
            assertThat(rates.take(chat)).isZero();
        }
        assertThat(rates.take(200)).isEqualTo(1);
    }

    @Test
    void messages_over_the_limit_are_refused_and_counted() {
        try (Town town = new Town()) {
            town.open();
            town.telegram.limit();
            town.telegram.text(7, "/about");
            town.telegram.write(7, "/about");

            town.telegram.await(7, 1);

            assertThat(town.telegram.floods()).isPositive();
        }
    }

    @Test
    void requests_that_are_not_as_the_contract_says_are_named() {
        Contract.find().ifPresent(contract -> {
            var wrong = BotMethods.me();
            assertThat(contract.problems("sendMessage", wrong))
                    .contains("sendMessage: chat_id is missing", "sendMessage: text is missing")
                    .anyMatch(problem -> problem.contains("is unknown"));
            assertThat(contract.problems("noSuchMethod", wrong)).hasSize(1);
            assertThat(contract.problems("getMe", wrong.removeAll())).isEmpty();
        });
    }

    @Test
    void an_update_of_a_kind_that_was_not_asked_for_is_not_brought() {
        try (Town town = new Town()) {
            town.open();
            Town.await(() -> !town.telegram.updates().allowed().isEmpty());

            assertThat(town.telegram.updates().add("poll", FakeTelegram.person(1)))
                    .isZero();
        }
    }
}
