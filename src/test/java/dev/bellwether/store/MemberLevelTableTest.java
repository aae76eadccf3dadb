package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Memory;
import dev.bellwether.watch.level.MemberLevel;
import dev.bellwether.watch.level.MemberLevels;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberLevelTableTest extends OnBothEngines {
    private static final ChatId CHAT = new ChatId("discord", "群-1");
    private static final ChatId OTHER = new ChatId("telegram", "群-1");
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.000001Z");
    private static final String NAME = "'; DROP TABLE member_levels; -- 🐂";

    private MemberLevels levels() {
        return store.memberLevels();
    }

    @Test
    void a_level_comes_back_as_it_was_set() {
        MemberLevel set = levels().add(CHAT, NAME, "BABA", 155.55, "buy zone \"x\" 买入", NOW)
                .orElseThrow();
        reopen();
        assertThat(levels().of(CHAT, "BABA")).containsExactly(set);
        assertThat(levels().on("BABA")).containsExactly(set);
        assertThat(levels().byId(set.id())).contains(set);
        assertThat(set).isEqualTo(new MemberLevel(set.id(), CHAT, NAME, "BABA", 155.55, "buy zone \"x\" 买入", NOW));
    }

    @Test
    void a_member_sets_a_price_once_and_another_member_may_set_the_same() {
        assertThat(levels().add(CHAT, "ann", "BABA", 155, "", NOW)).isPresent();
        assertThat(levels().add(CHAT, "ann", "BABA", 155, "again", NOW)).isEmpty();
        assertThat(levels().add(CHAT, "bob", "BABA", 155, "", NOW)).isPresent();
        assertThat(levels().add(OTHER, "ann", "BABA", 155, "", NOW)).isPresent();
        assertThat(levels().count(CHAT, "ann")).isOne();
        assertThat(levels().of(CHAT, "BABA")).extracting(MemberLevel::member).containsExactly("ann", "bob");
        assertThat(levels().on("BABA")).hasSize(3);
        assertThat(levels().on("JD")).isEmpty();
    }

    @Test
    void every_change_by_any_process_shows_in_the_version() {
        try (Store second = Store.open(settings)) {
            long before = second.memberLevels().version();
            MemberLevel set = levels().add(CHAT, "ann", "BABA", 155, "", NOW).orElseThrow();
            long added = second.memberLevels().version();
            assertThat(added).isNotEqualTo(before);
            levels().remove(set.id());
            long removed = second.memberLevels().version();
            assertThat(removed).isNotEqualTo(added);
            assertThat(levels().remove(set.id())).as("gone already").isFalse();
            levels().add(CHAT, "ann", "BABA", 155, "", NOW);
            long again = second.memberLevels().version();
            store.memory().forget(new Memory.Person("discord", "ann", null));
            assertThat(second.memberLevels().version()).isNotEqualTo(again);
        }
    }

    @Test
    void a_split_moves_all_levels_of_the_listing_and_no_other() {
        levels().add(CHAT, "ann", "BABA", 150, "", NOW);
        levels().add(OTHER, "bob", "BABA", 90, "", NOW);
        levels().add(CHAT, "ann", "JD", 30, "", NOW);
        levels().rescale("BABA", 1.0 / 3);
        assertThat(levels().on("BABA")).extracting(MemberLevel::price).containsExactly(50.0, 30.0);
        assertThat(levels().on("JD")).extracting(MemberLevel::price).containsExactly(30.0);
    }

    @Test
    void a_level_of_a_chat_that_is_gone_is_not_watched() {
        MemberLevel set = levels().add(CHAT, "ann", "BABA", 155, "", NOW).orElseThrow();
        store.chats().retire(CHAT, "kicked", NOW);
        assertThat(levels().on("BABA")).isEmpty();
        assertThat(levels().byId(set.id())).contains(set);
    }

    @Test
    void who_is_forgotten_leaves_no_level_behind() {
        levels().add(CHAT, "ann", "BABA", 155, "secret", NOW);
        levels().add(CHAT, "bob", "BABA", 150, "", NOW);
        List<Memory.Kept> kept = store.memory().about(new Memory.Person("discord", "ann", CHAT));
        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Memory.Kind.LEVEL);
            assertThat(one.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry)
                            .containsEntry("symbol", "BABA")
                            .containsEntry("price", "155.0")
                            .containsEntry("note", "secret"));
        });
        store.memory().forget(new Memory.Person("discord", "ann", CHAT));
        assertThat(levels().of(CHAT, "BABA")).extracting(MemberLevel::member).containsExactly("bob");
    }

    @Test
    void a_chat_that_moves_takes_its_levels_along() {
        ChatId old = new ChatId("telegram", "1");
        ChatId fresh = new ChatId("telegram", "-1001");
        levels().add(old, "ann", "BABA", 155, "old", NOW);
        levels().add(old, "ann", "BABA", 160, "", NOW);
        levels().add(fresh, "ann", "BABA", 155, "new", NOW);
        store.chats().move(old, fresh, NOW);
        assertThat(levels().of(fresh, "BABA"))
                .extracting(level -> level.price() + level.note())
                .containsExactlyInAnyOrder("160.0", "155.0new");
        assertThat(levels().of(old, "BABA")).isEmpty();
    }

    @Test
    void the_state_of_a_listing_is_kept_in_the_place_of_the_one_before() {
        assertThat(store.levelStates().of("BABA")).isEmpty();
        store.levelStates().save("BABA", "{\"a\":1}");
        store.levelStates().save("BABA", "{\"a\":2}");
        store.levelStates().save("JD", "{}");
        reopen();
        assertThat(store.levelStates().of("BABA")).contains("{\"a\":2}");
    }
}
