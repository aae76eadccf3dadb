package dev.bellwether.watch;

import dev.bellwether.talk.Subscriptions.Mute;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a chat wants to be told.
 *
 * @param topics it asked for, in the order of the alphabet
 * @param lists the watchlists it is told about
 * @param listed topics of what stands on those now
 * @param mutes topics of which it is told nothing for now
 */
public record Wanted(List<Topic> topics, List<FollowedLists.Followed> lists, List<Topic> listed, List<Mute> mutes) {
    public Wanted {
        topics = List.copyOf(topics);
        lists = List.copyOf(lists);
        listed = List.copyOf(listed);
        mutes = List.copyOf(mutes);
    }

    /** Whether nothing is wanted. */
    public boolean isNothing() {
        return topics.isEmpty() && lists.isEmpty();
    }

    /** Whether the chat is told of it, in whichever way, if nothing is muted. */
    public boolean includes(Topic topic) {
        return topics.contains(topic) || includesOtherwise(topic);
    }

    /** Whether the chat would be told of it even if it had not asked for just this topic. */
    public boolean includesOtherwise(Topic topic) {
        return listed.contains(topic) || (topic.symbol() != null && topics.contains(new Topic(topic.kind(), null)));
    }

    /** Whether the chat is told of anything that a topic stands for, if nothing is muted. */
    public boolean tells(Topic topic) {
        return topic.symbol() != null
                ? includes(topic)
                : isOpen(topic.kind()) || !of(topic.kind()).isEmpty();
    }

    /** Whether it is told of all instruments of a kind, or of a list that may hold any. */
    boolean isOpen(Topic.Kind kind) {
        return topics.contains(new Topic(kind, null)) || lists.stream().anyMatch(list -> list.kind() == kind);
    }

    /** All topics of a kind, those of lists too, each once. */
    List<Topic> of(Topic.Kind kind) {
        return Stream.concat(topics.stream(), listed.stream())
                .filter(topic -> topic.kind() == kind)
                .distinct()
                .toList();
    }
}
