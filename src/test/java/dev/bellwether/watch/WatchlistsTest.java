package dev.bellwether.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchlistsTest {
    private static final ChatId CHAT = new ChatId("test", "1");
    private static final Instant NOW = Instant.parse("2026-01-02T22:00:00Z");

    @Test
    void in_memory_lists_behave_like_kept_ones() {
        Watchlists lists = Watchlists.inMemory();
        assertThat(lists.remove(CHAT, "ann", "JD")).isFalse();
        assertThat(lists.add(CHAT, "ann", "JD", NOW)).isTrue();
        assertThat(lists.add(CHAT, "ann", "BABA", NOW)).isTrue();
        assertThat(lists.add(CHAT, "ann", "JD", NOW)).isFalse();
        assertThat(lists.list(CHAT, "ann")).containsExactly("JD", "BABA");
        assertThat(lists.remove(CHAT, "ann", "JD")).isTrue();
        assertThat(lists.add(CHAT, "ann", "JD", NOW)).isTrue();
        assertThat(lists.list(CHAT, "ann")).containsExactly("BABA", "JD");
        assertThat(lists.list(CHAT, "bob")).isEmpty();
    }
}
