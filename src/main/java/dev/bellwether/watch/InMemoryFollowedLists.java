package dev.bellwether.watch;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps followed watchlists until the program ends. */
final class InMemoryFollowedLists implements FollowedLists {
    private final Map<Followed, Set<String>> symbols = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Followed followed, Instant at) {
        return symbols.putIfAbsent(followed, Set.of()) == null;
    }

    @Override
    public synchronized boolean remove(Followed followed) {
        return symbols.remove(followed) != null;
    }

    @Override
    public synchronized void set(Followed followed, Set<String> now, Instant at) {
        symbols.replace(followed, Set.copyOf(now));
    }

    @Override
    public synchronized List<Followed> toldIn(ChatId chat) {
        return those(followed -> followed.told().equals(chat));
    }

    @Override
    public synchronized List<Followed> of(ChatId list, String member) {
        return those(
                followed -> followed.list().equals(list) && followed.member().equals(member));
    }

    private List<Followed> those(Predicate<Followed> wanted) {
        return symbols.keySet().stream().filter(wanted).toList();
    }

    @Override
    public synchronized List<String> topics(ChatId chat) {
        return symbols.entrySet().stream()
                .filter(entry -> entry.getKey().told().equals(chat))
                .flatMap(entry -> entry.getValue().stream()
                        .map(symbol -> new Topic(entry.getKey().kind(), symbol).name()))
                .distinct()
                .sorted()
                .toList();
    }
}
