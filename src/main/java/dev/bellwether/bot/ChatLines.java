package dev.bellwether.bot;

import dev.bellwether.talk.ChatId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A line for each chat: a few of its questions are worked on, the others wait behind them, in the order they came. No chat ever
 * waits for another. A chat without questions takes no memory. Safe for threads.
 */
final class ChatLines {
    private final int atOnce;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final Map<ChatId, Line> lines = new HashMap<>();

    /** @param atOnce how many questions of one chat are worked on at the same time */
    ChatLines(int atOnce) {
        this.atOnce = atOnce;
    }

    private static final class Line {
        private int working;
        private final Queue<Place> waiting = new ArrayDeque<>();
    }

    /** Takes a place in a chat's line; does not wait. */
    Place enter(ChatId chat) {
        lock.lock();
        try {
            Line line = lines.computeIfAbsent(chat, key -> new Line());
            Place place = new Place(chat);
            if (line.working < atOnce) {
                line.working++;
                place.turn.countDown();
            } else {
                line.waiting.add(place);
            }
            return place;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until no question of certain chats is there any more.
     *
     * @return whether it came to that in time
     */
    boolean awaitIdle(Predicate<ChatId> which, Duration length) throws InterruptedException {
        long rest = length.toNanos();
        lock.lock();
        try {
            while (lines.keySet().stream().anyMatch(which)) {
                if (rest <= 0) {
                    return false;
                }
                rest = left.awaitNanos(rest);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Place place) {
        lock.lock();
        try {
            Line line = lines.get(place.chat);
            boolean gaveUp = place.turn.getCount() > 0;
            if (line == null || gaveUp) {
                if (line != null) {
                    line.waiting.remove(place);
                }
                return;
            }
            Place next = line.waiting.poll();
            if (next != null) {
                next.turn.countDown();
                return;
            }
            line.working--;
            if (line.working == 0) {
                lines.remove(place.chat);
                left.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** One question's place in the line of its chat. To be closed once, whether its turn came or not. */
    final class Place implements AutoCloseable {
        private final ChatId chat;
        private final CountDownLatch turn = new CountDownLatch(1);

        private Place(ChatId chat) {
            this.chat = chat;
        }

        /** Waits for the turn, however long that takes. */
        void awaitTurn() throws InterruptedException {
            turn.await();
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
