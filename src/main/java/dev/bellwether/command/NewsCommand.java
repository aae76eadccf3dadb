package dev.bellwether.command;

import dev.bellwether.analyst.BookedStories;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Provenance;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.talk.Age;
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
import java.util.OptionalInt;
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
                Line.say("news.summary"),
                List.of(
                        new Parameter("symbol", Line.say("news.symbol"), new Parameter.Symbol(), 0, 1),
                        new Parameter("count", Line.say("news.count", most), new Parameter.Count(1, most), 0, 1)),
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
        news.troubles().forEach(trouble -> card.block(new Block.Footer(trouble)));
        card.block(new Block.Buttons(buttons(target, arguments.count("count"))));
        return Answer.of(card.build());
    }

    private List<BookedStories.Headline> find(@Nullable Target target, Instant at, int count) {
        if (target != null && !target.configured()) {
            return List.of();
        }
        return stories.newest(target == null ? null : target.instrument().symbol(), at, count);
    }

    private static List<Block.Button> buttons(@Nullable Target target, OptionalInt count) {
        String again = count.isPresent() ? " " + count.getAsInt() : "";
        if (target == null) {
            return List.of(Buttons.refresh("/news" + again));
        }
        String symbol = target.listing().symbol();
        return List.of(Buttons.refresh("/news " + symbol + again), Buttons.quote(symbol));
    }

    private static Line title(@Nullable Target target) {
        return target == null
                ? Line.say("news.title")
                : Line.say("news.title.of", target.instrument().name());
    }

    private Line nothing(@Nullable Target target) {
        return target != null && !target.configured()
                ? Line.say("news.unfollowed", target.listing().symbol())
                : Line.say("news.nothing", news.explainNothing());
    }

    /** A story on one line; how many told it, if more than one did, and when last. */
    private static Line line(BookedStories.Headline story, Instant at) {
        Line line = line(story.best(), at);
        return story.outlets() == 1
                ? line
                : line.emphasis(" ")
                        .emphasis(Line.count(
                                "news.outlets", story.outlets(), Age.of(Duration.between(story.newest(), at))));
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
        Duration age = Duration.between(article.when(), at);
        Line when = article.published() == null ? Line.say("news.undated", Age.of(age)) : Age.ago(age);
        return headline.text(" ").emphasis(Line.say("news.by", article.publisher(), when));
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
