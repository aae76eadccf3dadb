package dev.bellwether.watch;

import dev.bellwether.fact.Transactions;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What chats want to be told, and how they change it; each change is one transaction. For any thread. */
public final class Wishes {
    /** How many topics and lists a chat may have. */
    public static final int MOST = 200;

    private final Subscriptions subscriptions;
    private final FollowedLists followed;
    private final FollowedWatchlists lists;
    private final Transactions transactions;

    /** @param lists what stands on the lists that are followed */
    public Wishes(
            Subscriptions subscriptions, FollowedLists followed, FollowedWatchlists lists, Transactions transactions) {
        this.subscriptions = subscriptions;
        this.followed = followed;
        this.lists = lists;
        this.transactions = transactions;
    }

    /** What a chat wants now. */
    public Wanted of(ChatId chat, Instant now) {
        return new Wanted(
                topics(subscriptions.of(chat)),
                followed.toldIn(chat),
                topics(followed.topics(chat)),
                subscriptions.muted(chat, now));
    }

    /** Topics of other things, such as digests, are no business of ours. */
    private static List<Topic> topics(List<String> names) {
        return names.stream().map(Topic::named).flatMap(Optional::stream).toList();
    }

    /** Whether a chat has room for more topics and lists. */
    public boolean hasRoom(ChatId chat, int more, Instant now) {
        Wanted wanted = of(chat, now);
        return wanted.topics().size() + wanted.lists().size() + more <= MOST;
    }

    /**
     * A chat wants to be told of a topic, and no longer mutes it.
     *
     * @return false if it was told before
     */
    public boolean add(ChatId chat, Topic topic, Instant at) {
        return transactions.inOne(() -> {
            Wanted before = of(chat, at);
            boolean muted = subscriptions.unmute(chat, topic.name());
            if (muted && before.includes(topic)) {
                return true;
            }
            boolean added = subscriptions.add(chat, topic.name(), at);
            if (added && topic.symbol() == null) {
                before.mutes().stream()
                        .map(Subscriptions.Mute::topic)
                        .filter(name -> name.startsWith(topic.name() + ":"))
                        .forEach(name -> subscriptions.unmute(chat, name));
            }
            return added || muted;
        });
    }

    /**
     * A chat wants to be told about whatever stands on a watchlist.
     *
     * @return false if it was told before
     */
    public boolean follow(FollowedLists.Followed list, Instant at) {
        return transactions.inOne(() -> {
            boolean muted = subscriptions.unmute(list.told(), list.kind().word());
            boolean added = followed.add(list, at);
            lists.follow(list, at);
            return added || muted;
        });
    }

    /** A chat is no longer told about a watchlist; false if it was not anyway. */
    public boolean unfollow(FollowedLists.Followed list) {
        return followed.remove(list);
    }

    /**
     * A chat wants to hear no more of some topics. What it would still be told in another way, since it wants all of a kind or the
     * instrument is on a list, it mutes for good.
     *
     * @return those it was told of until now
     */
    public List<Topic> end(ChatId chat, List<Topic> topics, Instant at) {
        return transactions.inOne(() -> {
            List<Topic> ended = new ArrayList<>();
            for (Topic topic : topics) {
                Wanted now = of(chat, at);
                boolean muted = now.mutes().contains(new Subscriptions.Mute(topic.name(), null));
                boolean told = topic.symbol() == null ? endKind(chat, topic.kind(), now) : endOne(chat, topic, now, at);
                if (told && !muted) {
                    ended.add(topic);
                }
            }
            return ended;
        });
    }

    private boolean endOne(ChatId chat, Topic topic, Wanted now, Instant at) {
        boolean removed = subscriptions.remove(chat, topic.name());
        subscriptions.unmute(chat, topic.name());
        if (now.includesOtherwise(topic)) {
            subscriptions.mute(chat, topic.name(), null, at);
            return true;
        }
        return removed;
    }

    private boolean endKind(ChatId chat, Topic.Kind kind, Wanted now) {
        boolean told = now.tells(new Topic(kind, null));
        now.of(kind).forEach(topic -> subscriptions.remove(chat, topic.name()));
        now.lists().stream().filter(list -> list.kind() == kind).forEach(followed::remove);
        now.mutes().stream()
                .map(Subscriptions.Mute::topic)
                .filter(name -> name.equals(kind.word()) || name.startsWith(kind.word() + ":"))
                .forEach(name -> subscriptions.unmute(chat, name));
        return told;
    }

    /**
     * A chat hears nothing of some topics for a time.
     *
     * @param until when they come back by themselves
     * @return those it is told of
     */
    public List<Topic> snooze(ChatId chat, List<Topic> topics, Instant until, Instant at) {
        return transactions.inOne(() -> {
            Wanted now = of(chat, at);
            List<Topic> told = topics.stream()
                    .flatMap(topic -> silenced(topic, now).stream())
                    .distinct()
                    .filter(topic -> !isEnded(topic, now))
                    .toList();
            told.forEach(topic -> subscriptions.mute(chat, topic.name(), until, at));
            return told;
        });
    }

    /** A whole kind is silenced topic by topic, unless it is open: then what will be on a list tomorrow is meant as well. */
    private static List<Topic> silenced(Topic topic, Wanted now) {
        if (topic.symbol() != null) {
            return now.includes(topic) ? List.of(topic) : List.of();
        }
        return now.isOpen(topic.kind()) ? List.of(topic) : now.of(topic.kind());
    }

    /** What is muted for good must not come back. */
    private static boolean isEnded(Topic topic, Wanted now) {
        return now.mutes().contains(new Subscriptions.Mute(topic.name(), null));
    }
}
