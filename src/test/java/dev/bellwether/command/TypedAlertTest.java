package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAlertTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BABA price > 155 | BABA price > 155 | false | false | false",
                "group BABA price > 155 | BABA price > 155 | true | false | false",
                "GROUP  BABA price > 155 | BABA price > 155 | true | false | false",
                "BABA price > 155 for everyone | BABA price > 155 | true | false | false",
                "BABA price > 155 For  Everyone remind daily | BABA price > 155 | true | true | false",
                "group BABA rsi < 30 remind daily | BABA rsi < 30 | true | true | false",
                "BABA price > 155 ? | BABA price > 155 | false | false | true",
                "BABA price > 155 once? | BABA price > 155 once | false | false | true",
                "group BABA price > 155 ? | BABA price > 155 | true | false | true",
                "BABA news \"for everyone\" | BABA news \"for everyone\" | false | false | false",
                "BABA news \"why?\" | BABA news \"why?\" | false | false | false",
                "BABA news “remind daily” remind daily group | BABA news “remind daily”              group | false | true | false",
                "groupon price > 5 | groupon price > 5 | false | false | false",
                "group | group | false | false | false",
                "BABA price > 155 daily | BABA price > 155 daily | false | false | false"
            })
    void the_bots_own_words_are_taken_out(String typed, String rule, boolean group, boolean remind, boolean look) {
        TypedAlert read = TypedAlert.of(typed);
        assertThat(read.rule()).isEqualTo(rule);
        assertThat(read.group()).isEqualTo(group);
        assertThat(read.remind()).isEqualTo(remind);
        assertThat(read.look()).isEqualTo(look);
    }

    @Test
    void they_are_put_back_around_another_rule() {
        TypedAlert typed = TypedAlert.of("BABA prise > 155 for everyone remind daily ?");
        assertThat(typed.with("BABA price > 155")).isEqualTo("group BABA price > 155 remind daily ?");
        assertThat(TypedAlert.of(typed.with("BABA price > 155")))
                .isEqualTo(new TypedAlert("BABA price > 155", true, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "group ",
                "\"",
                "note \"never closed for everyone",
                "“",
                "for everyone",
                "remind daily ?"
            })
    void anything_can_be_read(String typed) {
        assertThat(TypedAlert.of(typed).rule()).isNotNull();
    }
}
