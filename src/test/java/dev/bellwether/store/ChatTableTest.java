package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.ChatId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ChatTableTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void a_chat_counts_once_however_often_it_speaks() {
        assertThat(store.chats().count()).isZero();
        store.chats().seen(new ChatId("discord", "1"), NOW);
        store.chats().seen(new ChatId("discord", "1"), NOW.plusSeconds(1));
        store.chats().seen(new ChatId("telegram", "1"), NOW);
        store.chats().seen(new ChatId("discord", "-1"), NOW);
        assertThat(store.chats().count()).isEqualTo(3);
        reopen();
        assertThat(store.chats().count()).isEqualTo(3);
    }

    @Test
    void last_seen_moves_forward_and_never_back() throws SQLException {
        ChatId chat = new ChatId("discord", "1");
        store.chats().seen(chat, NOW);
        assertThat(times()).containsExactly(Bindings.micros(NOW), Bindings.micros(NOW));
        store.chats().seen(chat, NOW.plusSeconds(5));
        store.chats().seen(chat, NOW.plusSeconds(3));
        store.chats().seen(chat, NOW.minusSeconds(9));
        assertThat(times()).containsExactly(Bindings.micros(NOW), Bindings.micros(NOW.plusSeconds(5)));
    }

    @Test
    void a_chat_known_by_its_watchlist_is_the_same_chat() {
        ChatId chat = new ChatId("console", "local");
        store.watchlists().add(chat, "me", "BABA", NOW);
        store.chats().seen(chat, NOW);
        assertThat(store.chats().count()).isOne();
    }

    @Test
    void many_chats_speak_at_once() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                ChatId chat = new ChatId("web", Integer.toString(i % 50));
                threads.execute(() -> store.chats().seen(chat, NOW));
            }
        }
        assertThat(store.chats().count()).isEqualTo(50);
    }

    private List<Long> times() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT first_seen, last_seen FROM chats")) {
            row.next();
            return List.of(row.getLong(1), row.getLong(2));
        }
    }
}
