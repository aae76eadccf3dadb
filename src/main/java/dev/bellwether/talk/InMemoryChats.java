package dev.bellwether.talk;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chats kept in memory. */
final class InMemoryChats implements Chats {
    private final Map<ChatId, String> owners = new HashMap<>();
    private final Map<ChatId, ChatSettings> settings = new HashMap<>();
    private final Map<ChatId, Retired> retired = new HashMap<>();

    @Override
    public synchronized void seen(ChatId chat, Instant at) {
        settings.putIfAbsent(chat, ChatSettings.NONE);
        retired.remove(chat);
    }

    @Override
    public synchronized long count() {
        return (long) settings.size() - retired.size();
    }

    @Override
    public synchronized ChatSettings settings(ChatId chat) {
        return settings.getOrDefault(chat, ChatSettings.NONE);
    }

    @Override
    public synchronized void change(ChatId chat, ChatSettings chosen, Instant at) {
        settings.put(chat, chosen);
    }

    @Override
    public synchronized void setUp(ChatId chat, String member, Instant at) {
        seen(chat, at);
        owners.put(chat, member);
    }

    @Override
    public synchronized Optional<String> owner(ChatId chat) {
        return Optional.ofNullable(owners.get(chat));
    }

    @Override
    public synchronized void retire(ChatId chat, String why, Instant at) {
        if (settings.containsKey(chat)) {
            retired.putIfAbsent(chat, new Retired(chat, why, at));
        }
    }

    @Override
    public synchronized Contact contact(ChatId chat) {
        if (retired.containsKey(chat)) {
            return Contact.RETIRED;
        }
        return settings.containsKey(chat) ? Contact.IN_USE : Contact.UNKNOWN;
    }

    @Override
    public synchronized long retiredCount() {
        return retired.size();
    }

    @Override
    public synchronized List<Retired> retired(int most) {
        return retired.values().stream()
                .sorted(Comparator.comparing(Retired::at).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void move(ChatId from, ChatId to, Instant at) {
        if (from.equals(to) || !settings.containsKey(from)) {
            return;
        }
        ChatSettings old = settings(from);
        settings.remove(from);
        settings.merge(to, old, ChatSettings::orElse);
        retired.remove(from);
        retired.remove(to);
    }

    @Override
    public synchronized int purge(Instant retiredBefore) {
        List<ChatId> old = retired.values().stream()
                .filter(chat -> chat.at().isBefore(retiredBefore))
                .map(Retired::chat)
                .toList();
        old.forEach(retired::remove);
        old.forEach(settings::remove);
        return old.size();
    }
}
