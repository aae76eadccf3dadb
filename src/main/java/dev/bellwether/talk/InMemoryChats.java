package dev.bellwether.talk;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chats kept in memory. */
final class InMemoryChats implements Chats {
    private final Map<ChatId, ChatSettings> settings = new ConcurrentHashMap<>();
    private final Map<ChatId, Instant> retired = new ConcurrentHashMap<>();

    @Override
    public void seen(ChatId chat, Instant at) {
        settings.putIfAbsent(chat, ChatSettings.NONE);
        retired.remove(chat);
    }

    @Override
    public long count() {
        return settings.keySet().stream()
                .filter(chat -> !retired.containsKey(chat))
                .count();
    }

    @Override
    public ChatSettings settings(ChatId chat) {
        return settings.getOrDefault(chat, ChatSettings.NONE);
    }

    @Override
    public void change(ChatId chat, ChatSettings chosen, Instant at) {
        settings.put(chat, chosen);
    }

    @Override
    public void retire(ChatId chat, String why, Instant at) {
        retired.putIfAbsent(chat, at);
    }

    @Override
    public void move(ChatId from, ChatId to, Instant at) {
        ChatSettings old = settings.remove(from);
        if (old != null) {
            settings.putIfAbsent(to, old);
        }
        retired.remove(from);
    }

    @Override
    public int purge(Instant retiredBefore) {
        int before = retired.size();
        retired.entrySet().removeIf(entry -> {
            boolean old = entry.getValue().isBefore(retiredBefore);
            if (old) {
                settings.remove(entry.getKey());
            }
            return old;
        });
        return before - retired.size();
    }
}
