package dev.bellwether.bot.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often Telegram lets a bot write: 30 messages a second, one a second to a chat, twenty a minute to a group. */
final class RateRules {
    private final Deque<Long> all = new ArrayDeque<>();
    private final Map<Long, Deque<Long>> chats = new HashMap<>();

    /** Zero if a message may be sent now, and then it counts; else for how many seconds not. */
    synchronized int take(long chat) {
        long now = System.nanoTime();
        Deque<Long> one = chats.computeIfAbsent(chat, name -> new ArrayDeque<>());
        if (isFull(all, now, Duration.ofSeconds(1), 30) || isFull(one, now, Duration.ofMillis(950), 1)) {
            return 1;
        }
        if (chat < 0 && isFull(one, now, Duration.ofMinutes(1), 20)) {
            return 30;
        }
        all.add(now);
        one.add(now);
        return 0;
    }

    private static boolean isFull(Deque<Long> sent, long now, Duration span, int most) {
        long from = now - span.toNanos();
        long within = sent.stream().filter(at -> at > from).count();
        sent.removeIf(at -> at < now - Duration.ofMinutes(1).toNanos());
        return within >= most;
    }
}
