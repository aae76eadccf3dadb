package dev.bellwether.deliver;

import dev.bellwether.deliver.FakeSender.Answered;
import dev.bellwether.deliver.FakeSender.Call;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A platform in memory that is honest about its rules: it enforces its limits to the turn and counts who breaks them, tells who to
 * wait, recognises repeats or not, and fails when told to. Safe for threads.
 */
public final class FakePlatform implements FakeSender.Wire {
    /** How a call fails. */
    public enum Fault {
        /** Asked to wait, for this chat. */
        CHAT_LIMIT,
        /** Asked to wait, for all. */
        GLOBAL_LIMIT,
        /** An error of the platform; nothing was done. */
        SERVER_ERROR,
        /** The connection ended before the platform saw the call, which the caller can't know. */
        DROPPED_BEFORE,
        /** The connection ended after the platform did as it was asked, which the caller can't know. */
        DROPPED_AFTER,
        /** No connection came about. */
        UNREACHABLE,
        /** The bot is blocked. */
        BLOCKED,
        /** The message is not taken. */
        REFUSED
    }

    /** Which call is to fail how; asked with the number of the call, from 1. */
    @FunctionalInterface
    public interface Faults {
        /** Null for a call that goes well. */
        @Nullable
        Fault of(long number, Call call);
    }

    /**
     * A message that stands in a chat.
     *
     * @param key of the envelope
     * @param part of the card
     * @param again whether it says that it may be a repeat
     * @param follow what it replies to or took the place of
     */
    public record Message(
            String name, String key, int part, boolean again, Envelope.@Nullable Follow follow, Instant at) {}

    private static final Duration NONCE = Duration.ofMinutes(3);

    private record Nonce(String name, Instant at) {}

    private final boolean recognises;
    private final @Nullable PaceLimits limits;
    private final InstantSource clock;
    private final Map<ChatId, List<Message>> chats = new HashMap<>();
    private final Map<String, Nonce> nonces = new HashMap<>();
    private final Map<ChatId, ChatId> moved = new HashMap<>();
    private final Map<String, Turns> chatTurns = new HashMap<>();
    private final Map<String, Turns> groupTurns = new HashMap<>();
    private final Map<String, Instant> waits = new HashMap<>();
    private final @Nullable Turns bot;
    private Faults faults = (number, call) -> null;
    private Duration pause = Duration.ofSeconds(5);
    private Instant allWait = Instant.MIN;
    private boolean keepsMessages = true;
    private boolean saysAll = true;
    private long calls;
    private long taken;
    private long violations;
    private long duplicates;

    /**
     * @param recognises whether the same key and part in a chat, within minutes, is the same message
     * @param limits null for none
     */
    public FakePlatform(boolean recognises, @Nullable PaceLimits limits, InstantSource clock) {
        this.recognises = recognises;
        this.limits = limits;
        this.clock = clock;
        this.bot = limits == null ? null : new Turns(limits.bot().turns());
    }

    /** From now on calls fail so. */
    public synchronized void fail(Faults how) {
        faults = how;
    }

    /** How long those are told to wait that are told to. */
    public synchronized void pauses(Duration length) {
        pause = length;
    }

    /** From now on it does not say of a pause that it is meant for all, even if it is. */
    public synchronized void saysNothingOfAll() {
        saysAll = false;
    }

    /** From now on a chat has another name. */
    public synchronized void move(ChatId from, ChatId to) {
        moved.put(from, to);
    }

    /** From now on messages are counted and not kept. */
    public synchronized void onlyCount() {
        keepsMessages = false;
    }

    @Override
    public synchronized Answered call(Call call) {
        calls++;
        Instant now = clock.instant();
        Fault fault = faults.of(calls, call);
        if (fault == Fault.UNREACHABLE) {
            return retry("no connection", false);
        }
        if (fault == Fault.DROPPED_BEFORE) {
            return retry("the connection was lost", true);
        }
        Answered limited = limited(call, fault, now);
        if (limited != null) {
            return limited;
        }
        if (moved.containsKey(call.chat())) {
            return new Answered.Not(new Outcome.Moved(moved.get(call.chat())));
        }
        return switch (fault) {
            case SERVER_ERROR -> retry("502 Bad Gateway", false);
            case BLOCKED -> new Answered.Not(new Outcome.Dead(Outcome.Reason.BLOCKED, "bot was blocked by the user"));
            case REFUSED -> new Answered.Not(new Outcome.Refused("can't parse entities"));
            case DROPPED_AFTER -> {
                stand(call, now);
                yield retry("the connection was lost", true);
            }
            case null, default -> new Answered.Took(stand(call, now));
        };
    }

    private static Answered retry(String why, boolean perhaps) {
        return new Answered.Not(new Outcome.Retry(Duration.ZERO, why, perhaps));
    }

    private @Nullable Answered limited(Call call, @Nullable Fault fault, Instant now) {
        String place = limits == null ? call.chat().id() : limits.place().apply(call.chat());
        boolean all = now.isBefore(allWait);
        boolean early = all || now.isBefore(waits.getOrDefault(place, Instant.MIN));
        if (early || !take(place, call.chat(), now)) {
            violations++;
            return tooMany(pause, all);
        }
        if (fault == Fault.GLOBAL_LIMIT) {
            allWait = now.plus(pause);
            return tooMany(pause, saysAll);
        }
        if (fault == Fault.CHAT_LIMIT) {
            waits.put(place, now.plus(pause));
            return tooMany(pause, false);
        }
        return null;
    }

    private static Answered tooMany(Duration after, boolean all) {
        return new Answered.Not(new Outcome.Retry(after, "429 Too Many Requests", false), all);
    }

    private boolean take(String place, ChatId chat, Instant now) {
        if (limits == null || bot == null) {
            return true;
        }
        long nanos = now.getEpochSecond() * 1_000_000_000 + now.getNano();
        return free(bot, limits.bot(), nanos)
                && free(chatTurns, place, limits.chat(), nanos)
                && (!limits.isGroup().test(chat) || free(groupTurns, place, limits.group(), nanos));
    }

    private static boolean free(Map<String, Turns> all, String place, PaceLimits.@Nullable Limit limit, long nanos) {
        return limit == null || free(all.computeIfAbsent(place, name -> new Turns(limit.turns())), limit, nanos);
    }

    private static boolean free(Turns turns, PaceLimits.Limit limit, long nanos) {
        if (turns.until(nanos, limit.length().toNanos(), 1) > 0) {
            return false;
        }
        turns.take(nanos);
        return true;
    }

    private String stand(Call call, Instant now) {
        String nonce = call.chat() + "\n" + call.key() + "\n" + call.part();
        Nonce before = nonces.get(nonce);
        if (before != null && recognises && Duration.between(before.at(), now).compareTo(NONCE) < 0) {
            return before.name();
        }
        if (before != null) {
            duplicates++;
        }
        taken++;
        String name = Long.toString(1_000_000 + taken);
        if (keepsMessages) {
            nonces.put(nonce, new Nonce(name, now));
            chats.computeIfAbsent(call.chat(), chat -> new ArrayList<>())
                    .add(new Message(name, call.key(), call.part(), call.again(), call.follow(), now));
        }
        return name;
    }

    /** What stands in a chat, the oldest first. */
    public synchronized List<Message> in(ChatId chat) {
        return List.copyOf(chats.getOrDefault(chat, List.of()));
    }

    /** The keys of what stands in a chat, the oldest first. */
    public synchronized List<String> keys(ChatId chat) {
        return in(chat).stream().map(Message::key).toList();
    }

    /** How many calls there were. */
    public synchronized long calls() {
        return calls;
    }

    /** How many messages stand in chats. */
    public synchronized long taken() {
        return taken;
    }

    /** How often a limit was broken. */
    public synchronized long violations() {
        return violations;
    }

    /** How many messages stand somewhere that stood there before. */
    public synchronized long duplicates() {
        return duplicates;
    }
}
