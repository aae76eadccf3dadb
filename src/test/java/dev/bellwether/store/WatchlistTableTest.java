package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.Watchlists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchlistTableTest extends OnBothEngines {
    private static final ChatId CHAT = new ChatId("discord", "群-1");
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void a_list_that_was_never_used_is_empty() {
        assertThat(lists().list(CHAT, "ann")).isEmpty();
        assertThat(lists().remove(CHAT, "ann", "BABA")).isFalse();
    }

    @Test
    void symbols_come_in_the_order_they_were_added_not_by_name_or_time() {
        lists().add(CHAT, "ann", "JD", NOW);
        lists().add(CHAT, "ann", "BABA", NOW.minusSeconds(60));
        lists().add(CHAT, "ann", "9988.HK", NOW);
        reopen();
        assertThat(lists().list(CHAT, "ann")).containsExactly("JD", "BABA", "9988.HK");
    }

    @Test
    void a_symbol_is_added_once_and_keeps_its_place() {
        assertThat(lists().add(CHAT, "ann", "JD", NOW)).isTrue();
        assertThat(lists().add(CHAT, "ann", "BABA", NOW)).isTrue();
        assertThat(lists().add(CHAT, "ann", "JD", NOW)).isFalse();
        assertThat(lists().list(CHAT, "ann")).containsExactly("JD", "BABA");
    }

    @Test
    void a_symbol_taken_out_and_added_again_stands_at_the_end() {
        Stream.of("JD", "BABA", "PDD").forEach(symbol -> lists().add(CHAT, "ann", symbol, NOW));
        assertThat(lists().remove(CHAT, "ann", "JD")).isTrue();
        assertThat(lists().remove(CHAT, "ann", "JD")).isFalse();
        assertThat(lists().list(CHAT, "ann")).containsExactly("BABA", "PDD");
        assertThat(lists().add(CHAT, "ann", "JD", NOW)).isTrue();
        assertThat(lists().list(CHAT, "ann")).containsExactly("BABA", "PDD", "JD");
    }

    @Test
    void each_member_of_each_chat_of_each_front_has_a_list() {
        ChatId sameIdElsewhere = new ChatId("telegram", CHAT.id());
        ChatId otherChat = new ChatId("discord", "2");
        lists().add(CHAT, "ann", "A", NOW);
        lists().add(CHAT, "bob", "B", NOW);
        lists().add(sameIdElsewhere, "ann", "C", NOW);
        lists().add(otherChat, "ann", "D", NOW);
        lists().remove(CHAT, "ann", "B");
        assertThat(lists().list(CHAT, "ann")).containsExactly("A");
        assertThat(lists().list(CHAT, "bob")).containsExactly("B");
        assertThat(lists().list(sameIdElsewhere, "ann")).containsExactly("C");
        assertThat(lists().list(otherChat, "ann")).containsExactly("D");
        assertThat(lists().list(CHAT, "Ann")).isEmpty();
    }

    @Test
    void a_member_may_be_called_anything() {
        String name = "'; DROP TABLE watchlist; -- 🐂 \ud83d";
        lists().add(CHAT, name, "BABA", NOW);
        assertThat(lists().list(CHAT, name)).containsExactly("BABA");
        assertThat(lists().remove(CHAT, name, "BABA")).isTrue();
    }

    @Test
    void of_many_who_add_the_same_symbol_at_once_exactly_one_succeeds() throws Exception {
        try (Store second = Store.open(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Watchlists own = (i % 2 == 0 ? store : second).watchlists();
                results.add(threads.submit(() -> own.add(CHAT, "ann", "BABA", NOW)));
            }
            int added = 0;
            for (Future<Boolean> result : results) {
                added += result.get() ? 1 : 0;
            }
            assertThat(added).isOne();
        }
        assertThat(lists().list(CHAT, "ann")).containsExactly("BABA");
        assertThat(store.chats().count()).isOne();
    }

    private Watchlists lists() {
        return store.watchlists();
    }
}
