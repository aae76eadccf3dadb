package dev.bellwether.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The chats that other tests use behave like those of the store, which has tests of its own. */
class InMemoryChatsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final ChatId OLD = new ChatId("telegram", "1");
    private static final ChatId NEW = new ChatId("telegram", "2");

    private final Chats chats = Chats.inMemory();

    @Test
    void a_retired_chat_is_listed_with_its_first_reason_until_it_speaks_again() {
        chats.seen(OLD, NOW);
        chats.retire(NEW, "never seen", NOW);
        chats.retire(OLD, "bot was kicked", NOW);
        chats.retire(OLD, "later", NOW.plusSeconds(1));
        assertThat(chats.count()).isZero();
        assertThat(chats.retired(9)).containsExactly(new Chats.Retired(OLD, "bot was kicked", NOW));
        chats.seen(OLD, NOW.minusSeconds(99));
        assertThat(chats.retiredCount()).isZero();
        assertThat(chats.count()).isOne();
    }

    @Test
    void a_chat_that_moves_onto_a_known_one_fills_in_what_that_has_not_chosen() {
        chats.change(OLD, new ChatSettings(ZoneId.of("Asia/Tokyo"), Language.DE, null), NOW);
        chats.change(NEW, ChatSettings.NONE.withLanguage(Language.ZH), NOW);
        chats.retire(NEW, "bot was kicked", NOW);
        chats.move(OLD, NEW, NOW);
        chats.move(OLD, OLD, NOW);
        chats.move(OLD, NEW, NOW);
        assertThat(chats.settings(NEW)).isEqualTo(new ChatSettings(ZoneId.of("Asia/Tokyo"), Language.ZH, null));
        assertThat(chats.count()).isOne();
    }

    @Test
    void what_was_retired_before_a_moment_is_purged() {
        chats.seen(OLD, NOW);
        chats.seen(NEW, NOW);
        chats.retire(OLD, "bot was kicked", NOW);
        assertThat(chats.purge(NOW)).isZero();
        assertThat(chats.purge(NOW.plusSeconds(1))).isOne();
        assertThat(chats.count()).isOne();
    }
}
