package dev.bellwether.digest;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Provenance;
import dev.bellwether.news.chat.ChatFeedTeller;
import dev.bellwether.news.chat.ChatFeeds;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is new in the feeds that the chat follows for its digests, as far as their filters let it through; a line each, the newest first.
 * Feeds take turns, so that one that writes every minute leaves room for the others. What has no room is counted, and old by the next digest.
 */
final class FeedsPart {
    /** Begins the names of what it tells. */
    static final String KEY = "feed:";

    private static final int MOST = 9;
    private static final int MOST_SHORT = 3;
    private static final int OF_EACH = 200;
    private static final Comparator<Article> NEWEST =
            Comparator.comparing(Article::when).reversed();

    private final Scene scene;

    FeedsPart(Scene scene) {
        this.scene = scene;
    }

    /** An item that is new, with the number of newer ones in its feed. */
    private record Turn(int newer, Article item) {}

    Part part() {
        List<Turn> turns = new ArrayList<>();
        scene.sources()
                .feeds()
                .of(scene.spec().chat(), scene.newAfter(), scene.window().until(), OF_EACH)
                .forEach(feed -> turns.addAll(turns(feed)));
        List<Article> shown = turns.stream()
                .sorted(Comparator.comparingInt(Turn::newer).thenComparing(Turn::item, NEWEST))
                .limit(scene.most(MOST, MOST_SHORT))
                .map(Turn::item)
                .sorted(NEWEST)
                .toList();
        List<Line> lines = new ArrayList<>(shown.stream()
                .map(item -> ChatFeedTeller.line(item, scene.window().until()))
                .toList());
        if (turns.size() > shown.size()) {
            lines.add(Line.count(
                    "digest.feeds.more",
                    turns.size() - shown.size(),
                    Line.empty().code("/feeds")));
        }
        return Part.news(
                Line.say("digest.feeds"),
                lines,
                shown.stream().map(FeedsPart::source).toList());
    }

    private List<Turn> turns(ChatFeeds.Untold feed) {
        List<Article> items = ChatFeedTeller.wanted(feed).stream()
                .filter(item -> scene.tells(KEY + item.feed() + " " + item.key(), item.seen()))
                .sorted(NEWEST)
                .toList();
        List<Turn> turns = new ArrayList<>();
        for (Article item : items) {
            turns.add(new Turn(turns.size(), item));
        }
        return turns;
    }

    private static Provenance source(Article item) {
        return new Provenance(item.publisher(), item.when(), Duration.ZERO, item.link(), false);
    }
}
