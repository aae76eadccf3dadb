package dev.bellwether.analyst;

import dev.bellwether.fact.Article;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.news.story.Assigned;
import dev.bellwether.news.story.Change;
import dev.bellwether.news.story.StoryBook;
import dev.bellwether.news.story.StoryInput;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stories out of the kept articles: those of the window are told to a {@link StoryBook} anew, oldest first, so that every
 * question gets what was known at its moment and nothing later. For any thread.
 */
public final class BookedStories implements StoryFinder {
    private static final int MOST = 500;

    private final NewsDesk news;

    /** @param news where the articles are */
    public BookedStories(NewsDesk news) {
        this.news = news;
    }

    @Override
    public List<Story> about(String symbol, Instant from, Instant until) {
        return stories(symbol, until).stream()
                .filter(story -> !story.newest().isBefore(from))
                .toList();
    }

    /**
     * A story by its best article.
     *
     * @param best the article with the best headline
     * @param outlets how many told it, at least 1
     * @param first when it was first told
     * @param newest when it was last told
     * @param links where to read it, the best article's first; may be empty
     */
    public record Headline(Article best, int outlets, Instant first, Instant newest, List<URI> links) {
        public Headline {
            links = List.copyOf(links);
        }
    }

    /**
     * The newest stories, each once however many outlets told it, newest first.
     *
     * @param symbol only those about this instrument; null for all of the group
     * @param limit how many at the most
     */
    public List<Headline> newest(@Nullable String symbol, Instant until, int limit) {
        return booked(symbol, until).stream()
                .map(Told::headlined)
                .sorted(Comparator.comparing(Headline::newest).reversed())
                .limit(limit)
                .toList();
    }

    /**
     * A story with what was added to it, so that it is told again only when there is something to tell.
     *
     * @param articles keys of its articles, with their feeds, oldest first
     * @param headline as it is shown
     * @param symbols the instruments it is about
     * @param changes what later articles changed, oldest first
     */
    public record Running(List<String> articles, Headline headline, Set<String> symbols, List<Changed> changes) {
        public Running {
            articles = List.copyOf(articles);
            symbols = Set.copyOf(symbols);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Something that an article changed in a story.
     *
     * @param at when it was published
     */
    public record Changed(Instant at, Change change) {}

    /** All stories of the group with what was added to them, newest first. */
    public List<Running> running(Instant until) {
        return booked(null, until).stream()
                .map(Told::running)
                .sorted(Comparator.comparing((Running story) -> story.headline().newest())
                        .reversed())
                .toList();
    }

    /**
     * Every telling for itself, with the outlets and links of its whole story: for ranking, where the words of each count.
     * Tellings of one story lead to the same links.
     */
    public StoryFinder tellings() {
        return (symbol, from, until) -> booked(symbol, until).stream()
                .flatMap(told -> told.articles().stream().map(article -> story(told, article)))
                .filter(story -> !story.first().isBefore(from))
                .sorted(Comparator.comparing(Story::newest).reversed())
                .toList();
    }

    private List<Story> stories(@Nullable String symbol, Instant until) {
        return booked(symbol, until).stream()
                .map(Told::whole)
                .sorted(Comparator.comparing(Story::newest).reversed())
                .toList();
    }

    private List<Told> booked(@Nullable String symbol, Instant until) {
        List<Article> oldestFirst = new ArrayList<>(news.newest(symbol, until, MOST));
        oldestFirst.sort(Comparator.comparing(Article::when));
        StoryBook book = new StoryBook();
        Map<String, List<Article>> members = new LinkedHashMap<>();
        Map<String, String> headlines = new HashMap<>();
        Map<String, List<Changed>> changes = new HashMap<>();
        for (int i = 0; i < oldestFirst.size(); i++) {
            Article article = oldestFirst.get(i);
            Assigned assigned = book.add(input(article, i));
            String key = assigned.story();
            List<Changed> changed = changes.computeIfAbsent(key, any -> new ArrayList<>());
            assigned.changes().forEach(change -> changed.add(new Changed(article.when(), change)));
            members.computeIfAbsent(key, any -> new ArrayList<>()).add(article);
            book.story(key).ifPresent(story -> headlines.put(key, story.headline()));
        }
        return members.entrySet().stream()
                .map(entry -> new Told(
                        entry.getValue(),
                        headlines.getOrDefault(entry.getKey(), ""),
                        changes.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static StoryInput input(Article article, int number) {
        return new StoryInput(
                String.valueOf(number),
                article.title(),
                article.text(),
                article.when(),
                article.publisher(),
                article.link(),
                article.symbols(),
                List.of());
    }

    private static Story story(Told told, Article telling) {
        return told.story(telling, telling.text(), telling.when(), telling.when());
    }

    /**
     * The articles of one story.
     *
     * @param articles oldest first; at least one
     * @param headline the best of their headlines; empty if none has one
     * @param changes what its articles changed
     */
    private record Told(List<Article> articles, String headline, List<Changed> changes) {

        Article best() {
            return articles.stream()
                    .filter(article -> article.title().equals(headline))
                    .findFirst()
                    .orElse(articles.getFirst());
        }

        int outlets() {
            return (int) articles.stream().map(Article::publisher).distinct().count();
        }

        Headline headlined() {
            Instant first = articles.getFirst().when();
            return new Headline(best(), outlets(), first, articles.getLast().when(), links(best()));
        }

        Running running() {
            Set<String> symbols = new LinkedHashSet<>();
            articles.forEach(article -> symbols.addAll(article.symbols()));
            List<String> keys = articles.stream()
                    .map(article -> article.feed() + " " + article.key())
                    .toList();
            return new Running(keys, headlined(), symbols, changes);
        }

        Story whole() {
            String text = articles.stream().map(Article::text).distinct().collect(Collectors.joining("\n"));
            return story(
                    best(), text, articles.getFirst().when(), articles.getLast().when());
        }

        Story story(Article shown, String text, Instant first, Instant newest) {
            Set<String> symbols = new LinkedHashSet<>();
            articles.forEach(article -> symbols.addAll(article.symbols()));
            boolean sample = shown.feed().startsWith("sample:");
            return new Story(
                    shown.title(), text, outlets(), shown.publisher(), first, newest, links(shown), symbols, sample);
        }

        private List<URI> links(Article shown) {
            Set<URI> links = new LinkedHashSet<>();
            if (shown.link() != null) {
                links.add(shown.link());
            }
            articles.stream().map(Article::link).filter(Objects::nonNull).forEach(links::add);
            return List.copyOf(links);
        }
    }
}
