package dev.bellwether.bot.discord;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Chats in memory whose settings may hang, as those of a store that is busy. */
final class SlowChats implements Chats {
    private final Chats chats = Chats.inMemory();

    /** Settings are read once this is counted down. */
    volatile CountDownLatch hang = new CountDownLatch(0);

    @Override
    public ChatSettings settings(ChatId chat) {
        try {
            if (!hang.await(DiscordBot.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return chats.settings(chat);
    }

    @Override
    public void seen(ChatId chat, Instant at) {
        chats.seen(chat, at);
    }

    @Override
    public long count() {
        return chats.count();
    }

    @Override
    public void change(ChatId chat, ChatSettings settings, Instant at) {
        chats.change(chat, settings, at);
    }

    @Override
    public void setUp(ChatId chat, String member, Instant at) {
        chats.setUp(chat, member, at);
    }

    @Override
    public Optional<String> owner(ChatId chat) {
        return chats.owner(chat);
    }

    @Override
    public void retire(ChatId chat, String why, Instant at) {
        chats.retire(chat, why, at);
    }

    @Override
    public Contact contact(ChatId chat) {
        return chats.contact(chat);
    }

    @Override
    public long retiredCount() {
        return chats.retiredCount();
    }

    @Override
    public List<Retired> retired(int most) {
        return chats.retired(most);
    }

    @Override
    public void move(ChatId from, ChatId to, Instant at) {
        chats.move(from, to, at);
    }

    @Override
    public int purge(Instant retiredBefore) {
        return chats.purge(retiredBefore);
    }
}
