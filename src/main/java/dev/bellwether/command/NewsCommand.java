package dev.bellwether.command;

import dev.bellwether.analyst.BookedStories;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Provenance;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /news [symbol] [count]}: the newest stories, of one instrument or of the whole group. */
public final class NewsCommand implements Command {
    private static final int USUAL = 5;

    private final CommandSpec spec;
    private final NewsDesk news;
    private final BookedStories stories;

    /** @param most how many items one ask may want */
    public NewsCommand(NewsDesk news, int most) {
        this.spec = new CommandSpec(
                "news",
                "The newest stories, of one instrument or of all",
                List.of(
                        new Parameter("symbol", "a symbol such as BABA", new Parameter.Symbol(), 0, 1),
                        new Parameter("count", "how many, from 1 to " + most, new Parameter.Count(1, most), 0, 1)),
                List.of("/news BABA", "/news BABA 10", "/news"));
        this.news = news;
        this.stories = new BookedStories(news);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        Target target = arguments.targets("symbol").stream().findFirst().orElse(null);
        int count = arguments.count("count").orElse(USUAL);
        List<BookedStories.Headline> found = find(target, ask.at(), count);
        Card.Builder card = Card.titled(title(target), ask.at());
        if (found.isEmpty()) {
            card.paragraph(nothing(target));
        }
        found.forEach(story -> card.paragraph(line(story, ask.at())).source(provenance(story.best())));
        card.datum(
                "articles",
                new Datum.Items(found.stream().map(NewsCommand::datum).toList()));
        news.troubles().forEach(trouble -> card.block(new Block.Footer(Line.of(trouble))));
        return Answer.of(card.build());
    }

    private List<BookedStories.Headline> find(@Nullable Target target, Instant at, int count) {
        if (target != null && !target.configured()) {
            return List.of();
        }
        return stories.newest(target == null ? null : target.instrument().symbol(), at, count);
    }

    private static String title(@Nullable Target target) {
        return target == null ? "News" : "News on " + target.instrument().name();
    }

    private String nothing(@Nullable Target target) {
        if (target != null && !target.configured()) {
            return "I follow no news on " + target.listing().symbol()
                    + "; the operator can add it to instruments and a feed to feeds in the configuration.";
        }
        return "No story so far. " + news.explainNothing();
    }

    /** A story on one line; how many told it, if more than one did, and when last. */
    private static Line line(BookedStories.Headline story, Instant at) {
        Line line = line(story.best(), at);
        return story.outlets() == 1
                ? line
                : line.emphasis(" (" + story.outlets() + " outlets, the last "
                        + DurationText.shortly(Duration.between(story.newest(), at)) + " ago)");
    }

    private static Datum datum(BookedStories.Headline story) {
        Map<String, Datum> parts = new LinkedHashMap<>(datum(story.best()).parts());
        parts.put("outlets", new Value.Count(story.outlets(), "outlets"));
        parts.put("first", new Value.Moment(story.first()));
        parts.put("newest", new Value.Moment(story.newest()));
        parts.put(
                "links",
                new Datum.Items(story.links().stream()
                        .<Datum>map(link -> new Value.Words(link.toString()))
                        .toList()));
        return new Datum.Parts(null, parts);
    }

    /** An article on one line: headline, publisher, age. */
    static Line line(Article article, Instant at) {
        Line headline =
                article.link() == null ? Line.of(article.title()) : Line.empty().link(article.title(), article.link());
        String age = DurationText.shortly(Duration.between(article.when(), at));
        String when = article.published() == null ? "seen " + age + " ago, undated" : age + " ago";
        return headline.text(" ").emphasis("(" + article.publisher() + ", " + when + ")");
    }

    static Datum.Parts datum(Article article) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("title", new Value.Words(article.title()));
        parts.put("publisher", new Value.Words(article.publisher()));
        if (article.link() != null) {
            parts.put("url", new Value.Words(article.link().toString()));
        }
        if (article.published() == null) {
            parts.put("seen", new Value.Moment(article.seen()));
        } else {
            parts.put("published", new Value.Moment(article.published()));
        }
        List<Datum> symbols = new ArrayList<>();
        article.symbols().stream().sorted().forEach(symbol -> symbols.add(new Value.Words(symbol)));
        parts.put("symbols", new Datum.Items(symbols));
        return new Datum.Parts(null, parts);
    }

    /** Where a story comes from, as a source of a card. */
    static Provenance provenance(Article article) {
        boolean sample = article.feed().startsWith("sample:");
        return new Provenance(article.publisher(), article.when(), Duration.ZERO, article.link(), sample);
    }
}
