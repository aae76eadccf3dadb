package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Span;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeJsonTest {
    private static final int CARDS = 2_000;

    @Test
    void every_card_is_read_as_it_was_written() throws JsonProcessingException {
        Set<Class<?>> made = new HashSet<>();
        for (int seed = 0; seed < CARDS; seed++) {
            RandomRecords records = new RandomRecords(seed);
            Card card = records.make(Card.class);
            made.addAll(records.made());
            String json = NoticeJson.card(card);
            assertThat(NoticeJson.card(json)).isEqualTo(card);
            // What the database does to texts must not change it.
            assertThat(NoticeJson.card(Bindings.clean(json))).isEqualTo(card);
        }
        for (Class<?> kind : List.of(Block.class, Span.class, Datum.class)) {
            assertThat(made).containsAll(kinds(kind));
        }
    }

    private static Set<Class<?>> kinds(Class<?> sealed) {
        Set<Class<?>> kinds = new HashSet<>();
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            kinds.addAll(kind.isSealed() ? kinds(kind) : Set.of(kind));
        }
        return kinds;
    }

    @Test
    void every_audience_is_read_as_it_was_written() throws JsonProcessingException {
        for (Audience audience : List.of(
                new Audience.Topic("symbol:BABA"),
                new Audience.Everyone("discord"),
                new Audience.These(List.of(new ChatId("telegram", "-100/7"), new ChatId("discord", "9"))))) {
            assertThat(NoticeJson.audience(NoticeJson.audience(audience))).isEqualTo(audience);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"title\":{\"spans\":[{\"is\":\"hologram\"}]}}",
                "{\"title\":{\"spans\":[]},\"smell\":\"roses\"}",
                "{\"is\":\"topic\"}"
            })
    void what_this_version_does_not_know_is_refused(String json) {
        assertThatThrownBy(() -> NoticeJson.card(json)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_card_is_not_large() {
        Card card = Card.titled("BABA", Instant.EPOCH).paragraph("6.2%").build();
        assertThat(NoticeJson.card(card)).hasSizeLessThan(300);
    }
}
