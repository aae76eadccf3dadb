package dev.bellwether.news.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemFilterTest {
    private static boolean wants(String filter, String item) throws BadFilter {
        return ItemFilter.parse(filter).wants(item);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "§Anything at all§true",
                "+alibaba§Alibaba Cloud grows§true",
                "+alibaba§Baidu grows§false",
                "+alibaba +cloud§Alibaba grows§false",
                "+alibaba +cloud§Cloud of Alibaba§true",
                "-ads§Ads we like§false",
                "-ads§Brads says no§true",
                "+ali§Alibaba§false",
                "+alibaba -\"price target\"§Alibaba raises price  target§false",
                "+alibaba -\"price target\"§Alibaba raises its target, price falls§true",
                "\"cloud unit\" \"chip maker\"§The CLOUD unit grows§true",
                "\"cloud unit\" \"chip maker\"§a chip maker grows§true",
                "\"cloud unit\" \"chip maker\"§a chip grows§false",
                "+baidu \"cloud unit\"§the cloud unit of Alibaba§false",
                "re:up(grade|lift)§An UPGRADE for JD§true",
                "re:up(grade|lift)§A downgrade§false",
                "-re:^sponsored§Sponsored: buy now§false",
                "+re:\"q[1-4] (results|sales)\"§JD Q3 results§true",
                "+阿里§今日阿里巴巴大涨§true",
                "+百度§今日阿里巴巴大涨§false",
                "+ＢＡＢＡ§BABA up§true",
                "+3.5§up 3.5 percent§true",
                "+3.5§up 13.5 percent§false",
                "“cloud unit”§the cloud unit§true",
            })
    void it_wants_what_it_says(String filter, String item, boolean wanted) throws BadFilter {
        assertThat(wants(filter == null ? "" : filter, item)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "cloud§\"cloud\" has no sign; write +cloud",
                "+\"cloud unit§A quotation mark is missing in +\"cloud",
                "+--§+-- looks for nothing",
                "re:(§The expression ( can't be read: missing closing )",
                "re:a(?=b)§The expression a(?=b) can't be read",
                "re:a{1000}{1000}§can't be read",
                "re:\"\"§re: looks for nothing",
            })
    void a_bad_one_is_refused_with_why(String filter, String why) {
        assertThatThrownBy(() -> ItemFilter.parse(filter))
                .isInstanceOf(BadFilter.class)
                .hasMessageContaining(why);
    }

    @Test
    void one_that_is_too_long_or_has_too_many_parts_is_refused() {
        String many = IntStream.range(0, 31).mapToObj(i -> "+w" + i).collect(Collectors.joining(" "));
        assertThatThrownBy(() -> ItemFilter.parse(many)).hasMessageContaining("at most 30");
        assertThatThrownBy(() -> ItemFilter.parse("+" + "x".repeat(500))).hasMessageContaining("at most 500");
        assertThatThrownBy(() -> ItemFilter.parse("re:(((a{30}){30}){3})")).isInstanceOf(BadFilter.class);
    }

    /** A backtracking engine needs longer than the universe is old for this. */
    @Test
    void an_expression_made_to_hang_does_not() throws BadFilter {
        assertThat(wants("re:(a|a)*(a|a)*(a|a)*(a|a)*$b", "a".repeat(20_000) + "!"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+a -b \"c\" re:d()|*", "“ ” \" re: + - ((( [[[ \\"})
    void whatever_is_typed_it_is_read_or_refused_and_nothing_else(String signs) {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(1 + random.nextInt(12), 0, signs.length())
                    .mapToObj(at -> String.valueOf(signs.charAt(at)))
                    .collect(Collectors.joining());
            try {
                ItemFilter.parse(text).wants("abc d");
            } catch (BadFilter e) {
                assertThat(e).hasMessageEndingWith(".");
            }
        }
    }
}
