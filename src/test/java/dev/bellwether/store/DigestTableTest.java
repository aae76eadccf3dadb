package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.digest.DigestSpec;
import dev.bellwether.digest.Digests;
import dev.bellwether.digest.Digests.Kept;
import dev.bellwether.digest.Made;
import dev.bellwether.digest.SpecParser;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Memory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTableTest extends OnBothEngines {
    private static final ChatId CHAT = new ChatId("discord", "群-1");
    private static final ChatId OTHER = new ChatId("discord", "2");
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofHours(1));
    private static final Instant NEXT = NOW.plus(Duration.ofDays(1));

    private Digests digests() {
        return store.digests();
    }

    private static DigestSpec spec(ChatId chat, String text) {
        return SpecParser.ofStored().parse(chat, text).getFirst();
    }

    private Kept add(ChatId chat, String text) {
        return digests().add(spec(chat, text), ZoneOffset.UTC, DUE, NOW);
    }

    private static Made made(String... told) {
        Map<String, Instant> all = new HashMap<>();
        List.of(told).forEach(what -> all.put(what, NOW));
        return new Made(Card.titled("A digest", NOW).build(), all, false);
    }

    @Test
    void digests_are_numbered_in_each_chat_and_are_there_after_a_restart() {
        Kept first = add(CHAT, "08:00 weekdays $BABA $9988.HK");
        Kept second = add(CHAT, "30m before xnys opens daily watchlists sections: calls, moves short weekly in german");
        Kept other = add(OTHER, "08:00");
        reopen();
        assertThat(digests().of(CHAT)).containsExactly(first, second);
        assertThat(first.spec())
                .isEqualTo(spec(CHAT, "08:00 weekdays $BABA $9988.HK").numbered(1));
        assertThat(second.spec().number()).isEqualTo(2);
        assertThat(other.spec().number()).isEqualTo(1);
        assertThat(digests().byId(other.id())).contains(other);
        assertThat(first).isEqualTo(new Kept(first.id(), first.spec(), ZoneOffset.UTC, NOW, DUE, null, 0, false));
        assertThat(digests().after(0, 2)).containsExactly(first, second);
        assertThat(digests().after(second.id(), 2)).containsExactly(other);
    }

    @Test
    void a_digest_is_told_once_at_each_moment() {
        Kept kept = add(CHAT, "08:00");
        assertThat(digests().advance(kept.id(), DUE, NEXT, ZoneId.of("Europe/Berlin"), made("a", "b"), DUE))
                .isTrue();
        assertThat(digests().advance(kept.id(), DUE, NEXT, ZoneOffset.UTC, made("c"), DUE))
                .as("somebody else was quicker")
                .isFalse();
        assertThat(digests().skip(kept.id(), DUE, NEXT, ZoneOffset.UTC, 1)).isFalse();
        Kept now = digests().byId(kept.id()).orElseThrow();
        assertThat(now.due()).isEqualTo(NEXT);
        assertThat(now.toldUntil()).isEqualTo(DUE);
        assertThat(now.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(digests().told(kept.id())).containsOnlyKeys("a", "b").containsEntry("a", NOW);
    }

    @Test
    void what_was_left_out_is_counted_until_the_next_one_is_told() {
        Kept kept = add(CHAT, "08:00");
        assertThat(digests().skip(kept.id(), DUE, NEXT, ZoneOffset.UTC, 2)).isTrue();
        assertThat(digests().skip(kept.id(), NEXT, DUE, ZoneOffset.UTC, 1)).isTrue();
        assertThat(digests().byId(kept.id()).orElseThrow().skipped()).isEqualTo(3);
        assertThat(digests().advance(kept.id(), DUE, null, ZoneOffset.UTC, made(), NOW))
                .isTrue();
        assertThat(digests().byId(kept.id()).orElseThrow())
                .isEqualTo(new Kept(kept.id(), kept.spec(), ZoneOffset.UTC, NOW, null, NOW, 0, false));
    }

    @Test
    void what_is_told_out_of_turn_leaves_the_turn_alone() {
        Kept kept = add(CHAT, "08:00");
        digests().tell(kept.id(), made("x"), NOW);
        Kept now = digests().byId(kept.id()).orElseThrow();
        assertThat(now.due()).isEqualTo(DUE);
        assertThat(now.toldUntil()).isEqualTo(NOW);
        assertThat(digests().told(kept.id())).containsOnlyKeys("x");
        digests().tell(99, made("y"), NOW);
    }

    @Test
    void a_digest_that_is_switched_off_takes_along_what_it_told() {
        Kept kept = add(CHAT, "08:00");
        digests().tell(kept.id(), made("x"), NOW);
        assertThat(digests().delete(kept.id())).isTrue();
        assertThat(digests().delete(kept.id())).isFalse();
        assertThat(digests().told(kept.id())).isEmpty();
        assertThat(digests().of(CHAT)).isEmpty();
    }

    @Test
    void digests_whose_chat_has_chosen_another_zone_are_found_and_moved() {
        Kept kept = add(CHAT, "08:00");
        add(OTHER, "08:00");
        assertThat(digests().rezoned(10)).isEmpty();
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        store.chats().change(CHAT, ChatSettings.NONE.withZone(berlin), NOW);
        assertThat(digests().rezoned(10)).extracting(Kept::id).containsExactly(kept.id());
        assertThat(digests().move(kept.id(), NEXT, DUE, berlin)).isFalse();
        assertThat(digests().move(kept.id(), DUE, null, berlin)).isTrue();
        assertThat(digests().rezoned(10)).isEmpty();
        assertThat(digests().move(kept.id(), null, NEXT, berlin)).isTrue();
        assertThat(digests().byId(kept.id()).orElseThrow().due()).isEqualTo(NEXT);
    }

    @Test
    void a_chat_that_moves_takes_its_digests_along_behind_those_that_are_there() {
        Kept own = add(CHAT, "08:00");
        Kept same = add(CHAT, "09:00");
        Kept there = add(OTHER, "09:00");
        store.chats().move(CHAT, OTHER, NOW);
        assertThat(digests().of(OTHER)).extracting(Kept::id).containsExactly(there.id(), own.id());
        assertThat(digests().of(OTHER)).extracting(kept -> kept.spec().number()).containsExactly(1, 2);
        assertThat(digests().byId(same.id())).isEmpty();
    }

    @Test
    void the_digests_of_a_chat_that_is_gone_are_not_counted_and_go_with_it() {
        Kept kept = add(CHAT, "08:00");
        assertThat(digests().total()).isEqualTo(new Digests.Total(1, DUE));
        store.chats().retire(CHAT, "kicked", NOW);
        assertThat(digests().byId(kept.id()).orElseThrow().retired()).isTrue();
        assertThat(digests().total()).isEqualTo(new Digests.Total(0, null));
        store.tidy(NOW.plus(Duration.ofDays(31)));
        assertThat(digests().byId(kept.id())).isEmpty();
    }

    @Test
    void what_was_told_is_forgotten_after_three_weeks() {
        Kept kept = add(CHAT, "08:00");
        digests().tell(kept.id(), made("x"), NOW);
        store.tidy(NOW.plus(Duration.ofDays(20)));
        assertThat(digests().told(kept.id())).hasSize(1);
        store.tidy(NOW.plus(Duration.ofDays(22)));
        assertThat(digests().told(kept.id())).isEmpty();
    }

    @Test
    void a_chat_is_shown_its_digests_and_a_person_none() {
        add(CHAT, "08:00");
        assertThat(store.memory().about(new Memory.Whole(CHAT)))
                .filteredOn(kept -> kept.kind() == Memory.Kind.DIGEST)
                .singleElement()
                .satisfies(kept -> assertThat(kept.entries().getFirst())
                        .containsEntry("number", "1")
                        .containsEntry("chat", CHAT.id()));
        assertThat(store.memory().about(new Memory.Person(CHAT.front(), "ann", CHAT)))
                .isEmpty();
        store.memory().forget(new Memory.Whole(CHAT));
        assertThat(digests().of(CHAT)).isEmpty();
    }

    @Test
    void all_of_it_takes_part_in_a_transaction() {
        assertThatThrownBy(() -> store.transactions().inOne(() -> {
                    Kept kept = add(CHAT, "08:00");
                    digests().advance(kept.id(), DUE, NEXT, ZoneOffset.UTC, made("x"), DUE);
                    throw new IllegalStateException("a crash");
                }))
                .hasMessage("a crash");
        assertThat(digests().of(CHAT)).isEmpty();
    }
}
