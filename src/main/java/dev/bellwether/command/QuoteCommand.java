package dev.bellwether.command;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Markets;
import dev.bellwether.market.OtherListing;
import dev.bellwether.market.Snapshot;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /quote SYMBOL ...}: everything about one instrument, or a row for each of several. */
public final class QuoteCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(QuoteCommand.class);

    private final CommandSpec spec;
    private final Markets markets;
    private final NewsDesk news;
    private final Symbols symbols;
    private final List<QuoteExtra> extras;

    /** @param most how many symbols one ask may name */
    public QuoteCommand(Markets markets, NewsDesk news, Symbols symbols, int most) {
        this(markets, news, symbols, most, List.of());
    }

    /**
     * The same with lines from other desks.
     *
     * @param most how many symbols one ask may name
     * @param extras what other desks add to the card of one instrument, in this order
     */
    public QuoteCommand(Markets markets, NewsDesk news, Symbols symbols, int most, List<QuoteExtra> extras) {
        this.spec = new CommandSpec(
                "quote",
                Line.say("quote.summary"),
                List.of(new Parameter("symbol", Line.say("quote.symbol"), new Parameter.Symbol(), 1, most)),
                List.of("/quote BABA", "/quote BABA BIDU JD"));
        this.markets = markets;
        this.news = news;
        this.symbols = symbols;
        this.extras = List.copyOf(extras);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        List<Target> targets = arguments.targets("symbol");
        if (targets.size() == 1 && arguments.unknown().isEmpty()) {
            return one(ask, targets.getFirst());
        }
        String again = "/quote "
                + targets.stream().map(target -> target.listing().symbol()).collect(Collectors.joining(" "));
        return new QuoteTable(markets, symbols)
                .answer(ask, Line.say("quote.title"), again, targets, arguments.unknown());
    }

    /** The card of one instrument. */
    Answer one(Ask ask, Target target) {
        CompletableFuture<Optional<Article>> newest = CompletableFuture.supplyAsync(
                () -> newest(ask, target), task -> Thread.ofVirtual().start(task));
        Set<Listing> listings = new LinkedHashSet<>(List.of(target.listing()));
        listings.addAll(target.instrument().listings());
        List<Snapshot> snapshots = markets.look(List.copyOf(listings), ask.at());
        Optional<Article> story = newest.join();
        Snapshot main = snapshots.getFirst();
        LatestPrice price = main.view().price();
        if (price == null) {
            return NoPrice.answer(ask, target, main.prices(), symbols);
        }
        List<OtherListing> others = markets.others(target.instrument(), snapshots, main, ask.at());
        return Answer.of(card(ask, target, main, price, others, story));
    }

    /** A card without a story is better than none. */
    private Optional<Article> newest(Ask ask, Target target) {
        if (!target.configured()) {
            return Optional.empty();
        }
        try {
            return news.newest(target.instrument().symbol(), ask.at(), 1).stream()
                    .findFirst();
        } catch (RuntimeException e) {
            LOG.error("No news for the card of {}", target.listing().symbol(), e);
            return Optional.empty();
        }
    }

    private Card card(
            Ask ask,
            Target target,
            Snapshot main,
            LatestPrice price,
            List<OtherListing> others,
            Optional<Article> story) {
        String symbol = main.listing().symbol();
        Card.Builder card = Card.titled(symbol + " · " + target.instrument().name(), ask.at())
                .tone(tone(main))
                .block(new QuoteFields(main).all(price, others, story));
        List<QuoteExtra.Part> parts = extras(ask, target, main);
        parts.stream()
                .filter(part -> !part.fields().isEmpty())
                .forEach(part -> card.block(new Block.Fields(part.fields())));
        Notes.of(main).forEach(note -> card.block(new Block.Footer(note)));
        card.block(new Block.Buttons(buttons(target, symbol)));
        Sources.of(main, ask.at()).forEach(card::source);
        others.forEach(other -> Sources.of(other, ask.at()).forEach(card::source));
        story.map(NewsCommand::provenance).ifPresent(card::source);
        card.data(QuoteData.of(target.instrument(), main, others, story));
        for (QuoteExtra.Part part : parts) {
            card.data(part.data());
            part.sources().forEach(card::source);
        }
        return card.build();
    }

    /** The analyst desk has its commands where it has its lines. */
    private List<Block.Button> buttons(Target target, String symbol) {
        List<Block.Button> buttons = new ArrayList<>(List.of(Buttons.refresh("/quote " + symbol)));
        if (target.configured()) {
            buttons.add(Buttons.news(target.instrument().symbol()));
            if (!extras.isEmpty()) {
                buttons.add(Buttons.targets(target.instrument().symbol()));
                buttons.add(Buttons.why(symbol));
            }
            buttons.add(Buttons.levels(symbol));
            buttons.add(Buttons.alert(symbol));
        }
        return buttons;
    }

    /** A desk that fails costs its lines, not the price. */
    private List<QuoteExtra.Part> extras(Ask ask, Target target, Snapshot main) {
        List<QuoteExtra.Part> parts = new ArrayList<>();
        List<QuoteExtra> fitting = extras.stream()
                .filter(extra -> target.configured() || extra.forAny())
                .toList();
        for (QuoteExtra extra : fitting) {
            try {
                parts.add(extra.part(ask, target, main));
            } catch (RuntimeException e) {
                LOG.error("{} failed for {}", extra, target.instrument().symbol(), e);
            }
        }
        return parts;
    }

    private static Tone tone(Snapshot snapshot) {
        double day = snapshot.view().change("1d").percent().number().orElse(0);
        if (day > 0) {
            return Tone.UP;
        }
        return day < 0 ? Tone.DOWN : Tone.NEUTRAL;
    }
}
