package dev.bellwether.watch;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps watchlists until the program ends. For any thread. */
final class InMemoryWatchlists implements Watchlists {
    private final Map<Owner, Set<String>> lists = new HashMap<>();

    private record Owner(ChatId chat, String member) {}

    @Override
    public synchronized boolean add(ChatId chat, String member, String symbol, Instant at) {
        return lists.computeIfAbsent(new Owner(chat, member), owner -> new LinkedHashSet<>())
                .add(symbol);
    }

    @Override
    public synchronized boolean remove(ChatId chat, String member, String symbol) {
        Set<String> list = lists.get(new Owner(chat, member));
        return list != null && list.remove(symbol);
    }

    @Override
    public synchronized List<String> list(ChatId chat, String member) {
        return List.copyOf(lists.getOrDefault(new Owner(chat, member), Set.of()));
    }

    @Override
    public synchronized List<String> ofChat(ChatId chat) {
        Map<String, Integer> members = new TreeMap<>();
        lists.forEach((owner, symbols) -> {
            if (owner.chat().equals(chat)) {
                symbols.forEach(symbol -> members.merge(symbol, 1, Integer::sum));
            }
        });
        return members.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
