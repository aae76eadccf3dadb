package dev.bellwether.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChatOwnersTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final ChatId GROUP = new ChatId("telegram", "-5");
    private static final ChatId CHANNEL = new ChatId("discord", "99");

    private final Chats chats = Chats.inMemory();
    private final ChatOwners owners = new ChatOwners(chats, new ChatId("telegram", "1"));

    @Test
    void who_set_the_bot_up_is_told_in_private() {
        chats.setUp(GROUP, "7", NOW);
        chats.setUp(CHANNEL, "8", NOW);
        assertThat(owners.owner(GROUP)).contains(new ChatId("telegram", "7"));
        assertThat(owners.owner(CHANNEL)).contains(new ChatId("discord", "user:8"));
    }

    @Test
    void nobody_is_told_of_a_chat_that_is_gone_in_that_chat() {
        ChatId alone = new ChatId("telegram", "7");
        chats.setUp(alone, "7", NOW);
        assertThat(owners.owner(alone)).isEmpty();
    }

    @Test
    void where_nobody_is_known_the_operator_is_who_remains() {
        assertThat(owners.owner(GROUP)).isEmpty();
        assertThat(owners.operator()).contains(new ChatId("telegram", "1"));
        assertThat(new ChatOwners(chats, null).operator()).isEmpty();
    }
}
