package dev.bellwether.watch.press;

import dev.bellwether.fact.Article;
import dev.bellwether.news.story.Change;
import dev.bellwether.talk.Age;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.Topic;
import dev.bellwether.watch.press.StoryPlaces.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A story as a card: its best headline, who tells it and where. */
final class StoryCard {
    private static final int MOST_CHANGES = 3;

    private StoryCard() {}

    /** The first that is told of a story. */
    static Card of(Place place, Instant now) {
        List<Article> told = place.told();
        return card(place, Line.say("press.news", symbols(place)), headline(told.getFirst(), told, now), told, now);
    }

    /** What one more article adds to a story that was told. */
    static Card more(Place place, Instant now) {
        List<Article> told = List.of(place.article().article());
        Line title = Line.say("press.news.more", symbols(place));
        Line headline = headline(told.getFirst(), told, now);
        for (Change change : place.changes().stream().limit(MOST_CHANGES).toList()) {
            headline = headline.text("\n").then(change(change));
        }
        return card(place, title, headline, told, now);
    }

    private static Line change(Change change) {
        Line now = Line.empty().strong(change.now());
        Line what = Line.of(change.what());
        if (change.before() == null) {
            return change.what().isEmpty() ? Line.say("press.news.new", now) : Line.say("press.news.new-of", what, now);
        }
        return change.what().isEmpty()
                ? Line.say("press.news.changed", change.before(), now)
                : Line.say("press.news.changed-of", what, change.before(), now);
    }

    private static Line headline(Article article, List<Article> told, Instant now) {
        Line headline =
                article.link() == null ? Line.of(article.title()) : Line.empty().link(article.title(), article.link());
        long outlets = told.stream().map(Article::publisher).distinct().count();
        Line age = Age.ago(Duration.between(article.when(), now));
        Line by = outlets == 1
                ? Line.say("news.by", article.publisher(), age)
                : Line.count("press.news.outlets", outlets - 1, article.publisher(), age);
        return headline.text(" ").emphasis(by);
    }

    private static Card card(Place place, Line title, Line headline, List<Article> told, Instant now) {
        Card.Builder card = Card.titled(title, now).paragraph(headline);
        told.forEach(article -> card.source(PressCards.source(article)));
        return card.block(new Block.Buttons(buttons(place)))
                .datum("story", new Value.Words(place.story()))
                .datum(
                        "articles",
                        new Datum.Items(told.stream().map(StoryCard::datum).toList()))
                .build();
    }

    /** The buttons end what the chat is told of one instrument; a story about several leads to the list. */
    private static List<Block.Button> buttons(Place place) {
        List<String> symbols =
                place.article().article().symbols().stream().sorted().toList();
        List<Block.Button> buttons = new ArrayList<>();
        if (symbols.size() == 1) {
            buttons.add(new Block.Button(Line.say("button.news"), "/news " + symbols.getFirst()));
            buttons.addAll(Topic.buttons(Topic.Kind.NEWS, symbols.getFirst()));
        } else {
            buttons.add(new Block.Button(Line.say("subscribe.button.list"), "/subscriptions"));
        }
        return buttons;
    }

    private static Line symbols(Place place) {
        return Line.joined(
                "value.comma",
                place.article().article().symbols().stream()
                        .sorted()
                        .map(Line::of)
                        .toList());
    }

    private static Datum datum(Article article) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("title", new Value.Words(article.title()));
        parts.put("publisher", new Value.Words(article.publisher()));
        if (article.link() != null) {
            parts.put("url", new Value.Words(article.link().toString()));
        }
        parts.put("at", new Value.Moment(article.when()));
        return new Datum.Parts(null, parts);
    }
}
