package dev.bellwether.bot.telegram;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Chats that also say what was done with them. */
final class NotedChats implements Chats {
    final List<String> notes = new CopyOnWriteArrayList<>();
    private final Chats chats = Chats.inMemory();

    @Override
    public void seen(ChatId chat, Instant at) {
        notes.add("seen " + chat.id());
        chats.seen(chat, at);
    }

    @Override
    public long count() {
        return chats.count();
    }

    @Override
    public ChatSettings settings(ChatId chat) {
        return chats.settings(chat);
    }

    @Override
    public void change(ChatId chat, ChatSettings settings, Instant at) {
        chats.change(chat, settings, at);
    }

    @Override
    public void setUp(ChatId chat, String member, Instant at) {
        notes.add("seen " + chat.id());
        chats.setUp(chat, member, at);
    }

    @Override
    public Optional<String> owner(ChatId chat) {
        return chats.owner(chat);
    }

    @Override
    public void retire(ChatId chat, String why, Instant at) {
        notes.add("retired " + chat.id() + ": " + why);
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
        notes.add("moved " + from.id() + " to " + to.id());
        chats.move(from, to, at);
    }

    @Override
    public int purge(Instant retiredBefore) {
        return chats.purge(retiredBefore);
    }
}
