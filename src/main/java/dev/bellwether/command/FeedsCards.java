package dev.bellwether.command;

import dev.bellwether.fact.Article;
import dev.bellwether.net.SafeAddress;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.chat.ChatFeed;
import dev.bellwether.news.chat.ChatFeedTeller;
import dev.bellwether.news.chat.ChatFeeds;
import dev.bellwether.news.chat.FeedFinder;
import dev.bellwether.news.chat.ItemFilter;
import dev.bellwether.talk.Age;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code /feeds} answers. Addresses are shown without what may be a secret. */
final class FeedsCards {
    static final Line TITLE = Line.say("feeds.title");

    private static final int TASTE = 3;

    private FeedsCards() {}

    /** What the chat follows, and how each does. */
    static Card list(Ask ask, ChatFeeds feeds, int most) {
        List<ChatFeed> now = feeds.of(ask.chat());
        Card.Builder card = Card.titled(TITLE, ask.at());
        card.paragraph(now.isEmpty() ? Line.say("feeds.none") : Line.count("feeds.count", now.size(), most));
        List<Block.Field> fields = new ArrayList<>();
        for (ChatFeed feed : now) {
            Line number = Line.of((fields.size() + 1) + ". ");
            fields.add(new Block.Field(number.then(name(feed)), field(feed, feeds.state(feed.address()), ask.at())));
        }
        if (!fields.isEmpty()) {
            card.block(new Block.Fields(fields));
        }
        card.block(new Block.Footer(
                ask.manager()
                        ? Line.say("feeds.how", Line.empty().code("/feeds add https://…"))
                        : Line.say("feeds.manager")));
        return card.block(new Block.Buttons(List.of(Buttons.refresh("/feeds list"))))
                .datum(
                        "feeds",
                        new Datum.Items(now.stream().map(FeedsCards::datum).toList()))
                .build();
    }

    static Line name(ChatFeed feed) {
        return Line.of(feed.title() == null ? SafeAddress.of(feed.address()) : feed.title());
    }

    private static Line field(ChatFeed feed, Optional<FeedState> state, Instant at) {
        Line line =
                Line.empty().code(SafeAddress.of(feed.address())).text(" · ").then(delivery(feed));
        Line filtered = feed.filter().isEmpty()
                ? line
                : line.text(" · ").then(Line.say("feeds.filter", Line.empty().code(feed.filter())));
        return filtered.text(" · ").then(state(state, at));
    }

    private static Line delivery(ChatFeed feed) {
        return switch (feed.delivery()) {
            case NOW -> Line.say("feeds.now");
            case DIGEST -> Line.say("feeds.digest");
        };
    }

    private static Line state(Optional<FeedState> known, Instant at) {
        FeedState state = known.orElse(null);
        if (state == null || state.polled() == null) {
            return Line.say("health.unasked");
        }
        Line problem = state.problem();
        if (problem != null) {
            return problem;
        }
        Instant success = state.succeeded();
        return success == null
                ? Line.say("health.never")
                : Line.say("health.answered", Age.of(Duration.between(success, at)));
    }

    private static Datum datum(ChatFeed feed) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("address", new Value.Words(SafeAddress.of(feed.address())));
        parts.put("title", new Value.Words(feed.title() == null ? "" : feed.title()));
        parts.put("filter", new Value.Words(feed.filter()));
        parts.put("delivery", new Value.Words(feed.delivery().word()));
        parts.put("added", new Value.Moment(feed.added()));
        return new Datum.Parts(null, parts);
    }

    /** A feed that is followed from now on, and what was found there. */
    static Card followed(Ask ask, ChatFeed feed, FeedFinder.Found found, Line news) {
        Card.Builder card = Card.titled(name(feed), ask.at()).paragraph(news);
        card.block(new Block.Fields(fields(found, feed.filter(), delivery(feed), ask.at())));
        return card.block(new Block.Footer(Line.say("feeds.from-now"))).build();
    }

    /** What a feed would bring. */
    static Card tested(Ask ask, FeedOptions options, FeedFinder.Found found) {
        ItemFilter filter = options.filter();
        List<Article> wanted = found.items().stream().filter(filter::wants).toList();
        Line title = Line.of(found.title() == null ? SafeAddress.of(found.address()) : found.title());
        Card.Builder card = Card.titled(title, ask.at())
                .block(new Block.Fields(fields(found, filter.text(), Line.empty(), ask.at())));
        if (!filter.isEmpty()) {
            card.paragraph(
                    Line.say("feeds.test.wanted", wanted.size(), found.items().size()));
        }
        wanted.stream()
                .sorted(Comparator.comparing(Article::when).reversed())
                .limit(TASTE)
                .forEach(item -> card.paragraph(ChatFeedTeller.line(item, ask.at())));
        return card.build();
    }

    private static List<Block.Field> fields(FeedFinder.Found found, String filter, Line delivery, Instant at) {
        List<Block.Field> fields = new ArrayList<>();
        fields.add(
                new Block.Field(Line.say("feeds.label.address"), Line.empty().code(SafeAddress.of(found.address()))));
        Instant newest = found.newest();
        Line items = Line.count("feeds.items", found.items().size());
        fields.add(new Block.Field(
                Line.say("feeds.label.items"),
                newest == null ? items : Line.say("feeds.items.newest", items, Age.ago(Duration.between(newest, at)))));
        if (!filter.isEmpty()) {
            fields.add(
                    new Block.Field(Line.say("feeds.label.filter"), Line.empty().code(filter)));
        }
        if (!delivery.isEmpty()) {
            fields.add(new Block.Field(Line.say("feeds.label.delivery"), delivery));
        }
        Line problem = found.problem();
        if (problem != null) {
            fields.add(new Block.Field(Line.say("feeds.label.problem"), problem));
        }
        return fields;
    }

    /** What came of a list of feeds. */
    static Card imported(Ask ask, int added, int known, int left, int most) {
        Card.Builder card = Card.titled(TITLE, ask.at()).paragraph(Line.count("feeds.imported", added));
        if (known > 0) {
            card.paragraph(Line.count("feeds.imported.known", known));
        }
        if (left > 0) {
            card.paragraph(Line.count("feeds.imported.left", left, most));
        }
        return card.block(new Block.Footer(
                        Line.say("feeds.imported.later", Line.empty().code("/feeds list"))))
                .build();
    }
}
