package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one platform's limits exactly, and uses them up.
 *
 * <p><b>Limits.</b> Each is a record of the turns of its last stretch of time, not a bucket: a bucket that may hold a burst lets
 * through the burst and the rate in one stretch, which a platform that counts refuses. Stretches are taken a little longer ({@link #MARGIN}) than
 * long as the platform says, since calls don't all take equally long: that is what is left unused.
 *
 * <p><b>Lanes.</b> Answers may use up a stretch at once. All else goes evenly spaced, which no platform minds, and so that an answer
 * finds a turn within one space. Who was told to wait only because all turns were taken has the next one held for it: no less urgent
 * message gets it, however the threads wake up.
 *
 * <p><b>Learning.</b> A platform that tells the bot to pause is obeyed, and everything (or that chat) goes slower for some minutes.
 *
 * <p>Memory: of a chat it is remembered what happened in the last stretch; so at most as many chats as the whole bot may write to
 * in the longest stretch, a minute. Safe for threads; a clock that is set back delays nothing.
 */
public final class Pacer implements Pace {
    private static final double MARGIN = 1.012;

    /** How long a turn is held beyond the moment its asker was told to come back. */
    private static final long GRACE = 200_000_000;

    private static final long IDLE = 1_000_000_000;

    /** After a rest the first calls open connections and take longer than those behind them, which would catch up with them. */
    private static final int WARMING = 8;

    /** Spaces are made up for if a thread wakes up late, but not longer ones than this. */
    private static final long CATCH_UP = 60_000_000;

    /** After how long a turn counts as used when it was taken, whether anyone says so or not. */
    private static final long UNUSED = 2_000_000_000;

    private static final int MOST_HELD = 1_000;

    private record Held(Lane lane, long until) {}

    private final PaceLimits limits;
    private final InstantSource clock;
    private final Turns bot;
    private final Caution caution = new Caution();
    private final Map<ChatId, Held> held = new LinkedHashMap<>();
    private final LinkedHashMap<String, ChatPace> chats = new LinkedHashMap<>();
    private final Map<String, Long> paused = new HashMap<>();
    /** When turns were taken of which it is not yet known that they were used, the oldest first; forgotten after a while. */
    private final Map<ChatId, Long> unused = new LinkedHashMap<>();

    private long latest = Long.MIN_VALUE;
    private long pausedUntil = Long.MIN_VALUE;
    private long nextSpaced = Long.MIN_VALUE;
    private int warm = WARMING;

    /** @param clock best a {@link SteadyClock}: after a jump forward of another the pace would be too fast for a moment */
    public Pacer(PaceLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.bot = new Turns(limits.bot().turns());
    }

    @Override
    public synchronized Duration take(ChatId chat, Lane lane) {
        long now = now();
        String place = limits.place().apply(chat);
        ChatPace pace = chats.get(place);
        long wait = Math.max(pausedFor(place, now), pace == null ? 0 : pace.until(now));
        if (wait > 0) {
            return Duration.ofNanos(wait);
        }
        wait = untilFree(lane, chat, now);
        if (wait > 0) {
            hold(chat, lane, now + wait + GRACE);
            return Duration.ofNanos(wait);
        }
        held.remove(chat);
        bot.take(now);
        remember(unused, chat, now);
        spaced(now);
        remember(place, pace == null ? new ChatPace(limits, limits.isGroup().test(chat)) : pace, now);
        return Duration.ZERO;
    }

    @Override
    public synchronized void used(ChatId chat) {
        Long taken = unused.remove(chat);
        if (taken == null) {
            return;
        }
        long now = now();
        bot.move(taken, now);
        ChatPace pace = chats.get(limits.place().apply(chat));
        if (pace != null) {
            pace.move(taken, now);
        }
    }

    @Override
    public synchronized Duration untilFree(Lane lane) {
        return Duration.ofNanos(untilFree(lane, null, now()));
    }

    private long untilFree(Lane lane, @Nullable ChatId asker, long now) {
        long pause = pausedUntil - now;
        if (pausedUntil != Long.MIN_VALUE && pause > 0) {
            return pause;
        }
        int before = heldBefore(lane, asker, now);
        long wait = bot.until(now, length(now), before + 1);
        if (lane == Lane.ANSWER || nextSpaced == Long.MIN_VALUE) {
            return wait;
        }
        return Math.max(wait, nextSpaced + before * space(length(now)) - now);
    }

    /** How many turns are held for others that are more urgent, or as urgent and asked before. */
    private int heldBefore(Lane lane, @Nullable ChatId asker, long now) {
        held.values().removeIf(each -> each.until() <= now);
        int before = 0;
        boolean passed = false;
        for (Map.Entry<ChatId, Held> each : held.entrySet()) {
            if (each.getKey().equals(asker)) {
                passed = true;
                continue;
            }
            int order = each.getValue().lane().compareTo(lane);
            before += order < 0 || (order == 0 && !passed) ? 1 : 0;
        }
        return before;
    }

    /** A place once held is kept while its owner comes back for it, in the order in which they first asked. */
    private void hold(ChatId chat, Lane lane, long until) {
        if (held.containsKey(chat) || held.size() < MOST_HELD) {
            held.put(chat, new Held(lane, until));
        }
    }

    /** Sets when the next of those that are not answers may go. */
    private void spaced(long now) {
        long length = length(now);
        boolean rested = nextSpaced == Long.MIN_VALUE || now - nextSpaced > IDLE;
        warm = rested ? 0 : Math.min(WARMING, warm + 1);
        long from = rested ? now : Math.max(nextSpaced, now - CATCH_UP);
        nextSpaced = from + space(length);
    }

    private long space(long length) {
        long even = length / limits.bot().turns();
        return warm < WARMING ? 2 * even : even;
    }

    private long length(long now) {
        return (long) (limits.bot().length().toNanos() * MARGIN * caution.factor(now));
    }

    private static void remember(Map<ChatId, Long> unused, ChatId chat, long now) {
        unused.remove(chat);
        unused.put(chat, now);
        Iterator<Long> eldest = unused.values().iterator();
        while (eldest.hasNext() && now - eldest.next() > UNUSED) {
            eldest.remove();
        }
    }

    private void remember(String place, ChatPace pace, long now) {
        pace.take(now);
        if (limits.chat() == null && limits.group() == null) {
            return;
        }
        chats.remove(place);
        chats.put(place, pace);
        Iterator<ChatPace> eldest = chats.values().iterator();
        while (eldest.hasNext() && eldest.next().idle(now)) {
            eldest.remove();
        }
    }

    private long pausedFor(String place, long now) {
        Long until = paused.get(place);
        if (until == null) {
            return 0;
        }
        if (until <= now) {
            paused.remove(place);
            return 0;
        }
        return until - now;
    }

    @Override
    public synchronized void pause(Duration length) {
        long now = now();
        pausedUntil = Math.max(pausedUntil, now + length.toNanos());
        caution.refused(now);
    }

    @Override
    public synchronized void pause(ChatId chat, Duration length) {
        long now = now();
        String place = limits.place().apply(chat);
        paused.values().removeIf(until -> until <= now);
        paused.merge(place, now + length.toNanos(), Math::max);
        ChatPace pace = chats.get(place);
        if (pace != null) {
            pace.refused(now);
        }
    }

    /** How many chats something is remembered of. */
    synchronized int remembered() {
        return chats.size() + paused.size() + held.size() + unused.size();
    }

    private long now() {
        Instant instant = clock.instant();
        long now = instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
        if (now < latest) {
            setBack(latest - now, now);
        }
        latest = now;
        return now;
    }

    /** Pauses keep their length; turns count as taken just now. */
    private void setBack(long by, long now) {
        bot.setBack(now);
        chats.values().forEach(pace -> pace.setBack(now));
        held.clear();
        unused.clear();
        paused.replaceAll((place, until) -> until - by);
        pausedUntil = pausedUntil == Long.MIN_VALUE ? pausedUntil : pausedUntil - by;
        nextSpaced = nextSpaced == Long.MIN_VALUE ? nextSpaced : Math.min(nextSpaced, now);
    }

    /** What one chat had of late. */
    private static final class ChatPace {
        private final PaceLimits limits;
        private final @Nullable Turns chat;
        private final @Nullable Turns group;
        private final Caution caution = new Caution();

        ChatPace(PaceLimits limits, boolean isGroup) {
            this.limits = limits;
            this.chat = limits.chat() == null ? null : new Turns(limits.chat().turns());
            this.group = limits.group() == null || !isGroup
                    ? null
                    : new Turns(limits.group().turns());
        }

        long until(long now) {
            return Math.max(until(chat, limits.chat(), now), until(group, limits.group(), now));
        }

        private long until(@Nullable Turns turns, PaceLimits.@Nullable Limit limit, long now) {
            return turns == null || limit == null ? 0 : turns.until(now, length(limit, now), 1);
        }

        private long length(PaceLimits.Limit limit, long now) {
            return (long) (limit.length().toNanos() * MARGIN * caution.factor(now));
        }

        boolean idle(long now) {
            return idle(chat, limits.chat(), now) && idle(group, limits.group(), now);
        }

        private boolean idle(@Nullable Turns turns, PaceLimits.@Nullable Limit limit, long now) {
            return turns == null || limit == null || turns.idle(now, length(limit, now));
        }

        void take(long now) {
            if (chat != null) {
                chat.take(now);
            }
            if (group != null) {
                group.take(now);
            }
        }

        void move(long from, long now) {
            if (chat != null) {
                chat.move(from, now);
            }
            if (group != null) {
                group.move(from, now);
            }
        }

        void refused(long now) {
            caution.refused(now);
        }

        void setBack(long now) {
            if (chat != null) {
                chat.setBack(now);
            }
            if (group != null) {
                group.setBack(now);
            }
        }
    }
}
