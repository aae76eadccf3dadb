package dev.bellwether.bot;

import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each person and each chat may ask: a bucket of tokens for either, filled evenly, of which every question takes one.
 * A question that is refused takes none, so that asking on makes the wait no longer. Safe for threads; never blocks.
 *
 * <p>The buckets are our own few lines: a library's would stand still for as long as a clock was set back, and can't say when
 * one is full again. Full buckets are those of whom nobody has to remember anything; they are dropped, so that memory holds only
 * who asked within the last half minute, whoever they are.
 */
public final class Allowance {
    /** As much as half a minute brings may be asked at once. */
    private static final double BURST_MINUTES = 0.5;

    private static final int FEWEST_TO_SWEEP = 1_000;

    private final double memberPerMinute;
    private final double chatPerMinute;
    private final Map<Object, Bucket> buckets = new HashMap<>();
    private int sweepAt = FEWEST_TO_SWEEP;

    /**
     * @param memberPerMinute what one person may ask on one front, in all chats together; at least 1
     * @param chatPerMinute what all in one chat together may ask; at least 1
     */
    public Allowance(int memberPerMinute, int chatPerMinute) {
        this.memberPerMinute = memberPerMinute;
        this.chatPerMinute = chatPerMinute;
    }

    /** Whether a question may be answered. */
    public sealed interface Verdict {}

    /** It may. */
    public record Allowed() implements Verdict {}

    /**
     * It may not yet.
     *
     * @param after how long to wait until one may; at least a second
     * @param person whether it is the person who asked much; else the chat
     * @param first whether it is the first refusal since the person or the chat was last answered
     */
    public record Refused(Duration after, boolean person, boolean first) implements Verdict {}

    private record Person(String front, String member) {}

    /** Takes one question from the person's bucket and the chat's, if both have one. */
    public synchronized Verdict take(Ask ask, Instant now) {
        ChatId chat = ask.chat();
        Bucket person = bucket(new Person(chat.front(), ask.member()), memberPerMinute, now);
        Bucket all = bucket(chat, chatPerMinute, now);
        sweep(now);
        if (!person.hasOne()) {
            return person.refuse(true);
        }
        if (!all.hasOne()) {
            return all.refuse(false);
        }
        person.take();
        all.take();
        return new Allowed();
    }

    /** How many persons and chats are remembered. */
    synchronized int size() {
        return buckets.size();
    }

    private Bucket bucket(Object whose, double perMinute, Instant now) {
        Bucket bucket = buckets.computeIfAbsent(whose, key -> new Bucket(perMinute, now));
        bucket.fill(now);
        return bucket;
    }

    /** Each sweep costs as much as the entries that came since the last one. */
    private void sweep(Instant now) {
        if (buckets.size() < sweepAt) {
            return;
        }
        buckets.values().removeIf(bucket -> bucket.isFull(now));
        sweepAt = Math.max(FEWEST_TO_SWEEP, 2 * buckets.size());
    }

    private static final class Bucket {
        private final double perMinute;
        private double tokens;
        private Instant filled;
        private boolean told;

        Bucket(double perMinute, Instant now) {
            this.perMinute = perMinute;
            this.tokens = most();
            this.filled = now;
        }

        private double most() {
            return Math.max(1, perMinute * BURST_MINUTES);
        }

        /** A clock that was set back brings nothing and takes nothing. */
        void fill(Instant now) {
            double minutes = Math.max(0, Duration.between(filled, now).toMillis()) / 60_000.0;
            tokens = Math.min(most(), tokens + minutes * perMinute);
            filled = now;
        }

        boolean isFull(Instant now) {
            fill(now);
            return tokens >= most();
        }

        boolean hasOne() {
            return tokens >= 1;
        }

        void take() {
            tokens--;
            told = false;
        }

        Refused refuse(boolean person) {
            boolean first = !told;
            told = true;
            double seconds = Math.ceil((1 - tokens) / perMinute * 60);
            return new Refused(Duration.ofSeconds(Math.max(1, (long) seconds)), person, first);
        }
    }
}
