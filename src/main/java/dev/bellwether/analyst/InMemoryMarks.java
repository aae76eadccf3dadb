package dev.bellwether.analyst;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps marks as long as the program runs. For any thread. */
final class InMemoryMarks implements Marks {
    private final Map<Key, Mark> marks = new HashMap<>();

    private record Key(ChatId chat, String fact) {}

    @Override
    public synchronized boolean add(ChatId chat, String fact, String symbol, String member, String reason, Instant at) {
        Mark mark = new Mark(fact, symbol, member, reason, at, Mark.State.OPEN, null);
        return marks.putIfAbsent(new Key(chat, fact), mark) == null;
    }

    @Override
    public synchronized boolean settle(ChatId chat, String fact, boolean accepted, String manager, Instant at) {
        Key key = new Key(chat, fact);
        Mark mark = marks.get(key);
        if (mark == null || mark.state() != Mark.State.OPEN) {
            return false;
        }
        Mark.State state = accepted ? Mark.State.ACCEPTED : Mark.State.REJECTED;
        marks.put(key, new Mark(fact, mark.symbol(), mark.member(), mark.reason(), mark.at(), state, manager));
        return true;
    }

    @Override
    public synchronized List<Mark> of(ChatId chat, String symbol) {
        return marks.entrySet().stream()
                .filter(entry -> entry.getKey().chat().equals(chat))
                .map(Map.Entry::getValue)
                .filter(mark -> mark.symbol().equals(symbol))
                .sorted(Comparator.comparing(Mark::at).thenComparing(Mark::fact))
                .toList();
    }
}
