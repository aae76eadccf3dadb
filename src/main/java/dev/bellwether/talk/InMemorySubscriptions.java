package dev.bellwether.talk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps subscriptions until the program ends. */
final class InMemorySubscriptions implements Subscriptions {
    private final Map<ChatId, TreeSet<String>> topics = new HashMap<>();
    private final Map<ChatId, TreeMap<String, Mute>> mutes = new HashMap<>();

    @Override
    public synchronized boolean add(ChatId chat, String topic, Instant at) {
        return topics.computeIfAbsent(chat, any -> new TreeSet<>()).add(topic);
    }

    @Override
    public synchronized boolean remove(ChatId chat, String topic) {
        TreeSet<String> own = topics.get(chat);
        return own != null && own.remove(topic);
    }

    @Override
    public synchronized List<String> of(ChatId chat) {
        return List.copyOf(topics.getOrDefault(chat, new TreeSet<>()));
    }

    @Override
    public synchronized void mute(ChatId chat, String topic, @Nullable Instant until, Instant at) {
        mutes.computeIfAbsent(chat, any -> new TreeMap<>()).put(topic, new Mute(topic, until));
    }

    @Override
    public synchronized boolean unmute(ChatId chat, String topic) {
        TreeMap<String, Mute> own = mutes.get(chat);
        return own != null && own.remove(topic) != null;
    }

    @Override
    public synchronized List<Mute> muted(ChatId chat, Instant now) {
        return mutes.getOrDefault(chat, new TreeMap<>()).values().stream()
                .filter(mute -> mute.until() == null || mute.until().isAfter(now))
                .toList();
    }
}
