package dev.bellwether.command;

import dev.bellwether.talk.Line;
import dev.bellwether.watch.Topic;
import java.util.Arrays;
import java.util.List;

/** Topics as people read and type them. */
final class SubscriptionWords {
    static final Line TITLE = Line.say("subscribe.title");
    static final String WATCHLIST = "watchlist";

    /** The words of all kinds. */
    static final List<String> KINDS =
            Arrays.stream(Topic.Kind.values()).map(Topic.Kind::word).toList();

    private SubscriptionWords() {}

    static Line kind(Topic.Kind kind) {
        return switch (kind) {
            case BREAKOUTS -> Line.say("subscribe.kind.breakouts");
            case TARGETS -> Line.say("subscribe.kind.targets");
            case NEWS -> Line.say("subscribe.kind.news");
            case EARNINGS -> Line.say("subscribe.kind.earnings");
        };
    }

    static Line topic(Topic topic) {
        String symbol = topic.symbol();
        return symbol == null
                ? Line.say("subscribe.topic.all", kind(topic.kind()))
                : Line.say("subscribe.topic", kind(topic.kind()), symbol);
    }

    static Line list(Topic.Kind kind) {
        return Line.say("subscribe.topic.list", kind(kind));
    }

    static Line topics(List<Topic> topics) {
        return Line.joined(
                "value.comma", topics.stream().map(SubscriptionWords::topic).toList());
    }

    /** What is typed to name a topic. */
    static String typed(Topic topic) {
        String symbol = topic.symbol();
        return topic.kind().word() + (symbol == null ? "" : " " + symbol);
    }
}
