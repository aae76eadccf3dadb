package dev.bellwether.watch.press;

import dev.bellwether.fact.Article;
import dev.bellwether.news.story.Assigned;
import dev.bellwether.news.story.Change;
import dev.bellwether.news.story.Story;
import dev.bellwether.news.story.StoryBook;
import dev.bellwether.news.story.StoryInput;
import dev.bellwether.watch.press.PressStore.NewArticle;
import dev.bellwether.watch.press.PressStore.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the stories of new articles. All articles of the last days about the same instruments are told to a {@link StoryBook}, oldest
 * first; an article belongs to the story that any of the others in its telling was placed in before. So a story keeps its key over
 * restarts and between processes, though each makes its own book.
 */
final class StoryPlaces {
    private final StoryBook book = new StoryBook();
    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, String> stories = new HashMap<>();
    private final Map<String, List<Change>> changes = new HashMap<>();
    private final Map<String, Place> opened = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();

    /**
     * Where a new article belongs.
     *
     * @param story the key of its story
     * @param opens whether nobody told the story before it
     * @param changes what it adds to a story that was told before; empty if nothing
     * @param told the articles of the story as far as they are known, the one with the best headline first
     */
    record Place(NewArticle article, String story, boolean opens, List<Change> changes, List<Article> told) {
        Place {
            changes = List.copyOf(changes);
            told = List.copyOf(told);
        }
    }

    /**
     * Finds the places of a page.
     *
     * @param page about at least one instrument each
     * @param before what was placed of the last days, about the same instruments
     */
    static List<Place> of(List<NewArticle> page, List<Placed> before) {
        StoryPlaces all = new StoryPlaces();
        before.forEach(placed -> {
            all.articles.put(id(placed.article()), placed.article());
            all.stories.put(id(placed.article()), placed.story().isEmpty() ? key(placed.article()) : placed.story());
        });
        page.forEach(each -> all.articles.put(id(each.article()), each.article()));
        all.read();
        page.stream()
                .sorted(Comparator.comparing(each -> each.article().when()))
                .forEach(all::place);
        return all.places.stream().map(all::whole).toList();
    }

    static String id(Article article) {
        return article.feed() + "\n" + article.key();
    }

    /** Names a story for ever, by the article that opened it: {@code BABA:1f0c…}. */
    private static String key(Article article) {
        String symbol = article.symbols().stream().sorted().findFirst().orElse("");
        return symbol + ":" + ShortHash.of(id(article));
    }

    private void read() {
        articles.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Article> each) ->
                                each.getValue().when())
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> {
                    Assigned assigned = book.add(input(each.getKey(), each.getValue()));
                    changes.put(each.getKey(), assigned.changes());
                });
    }

    private static StoryInput input(String id, Article article) {
        return new StoryInput(
                id,
                article.title(),
                article.text(),
                article.when(),
                article.publisher(),
                article.link(),
                article.symbols(),
                List.of());
    }

    private void place(NewArticle article) {
        String id = id(article.article());
        Optional<String> known =
                members(id).stream().map(stories::get).filter(Objects::nonNull).findFirst();
        String story = known.orElseGet(() -> key(article.article()));
        stories.put(id, story);
        Place place = new Place(
                article, story, known.isEmpty(), changes.getOrDefault(id, List.of()), List.of(article.article()));
        if (place.opens()) {
            opened.put(story, place);
        }
        places.add(place);
    }

    private List<String> members(String id) {
        return story(id).map(Story::members).orElse(List.of(id));
    }

    private Optional<Story> story(String id) {
        return book.storyOf(id).flatMap(book::story);
    }

    /** With all that is told of the story by now. */
    private Place whole(Place place) {
        String id = id(place.article().article());
        String headline = story(id).map(Story::headline).orElse("");
        List<Article> told = members(id).stream()
                .map(articles::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(article -> !article.title().equals(headline)))
                .toList();
        boolean fresh = opened.containsKey(place.story());
        return new Place(place.article(), place.story(), place.opens(), fresh ? List.of() : place.changes(), told);
    }
}
