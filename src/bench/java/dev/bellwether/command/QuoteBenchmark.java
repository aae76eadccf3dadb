package dev.bellwether.command;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.Markets;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A warm {@code /baba} from {@code Ask} to {@code Card}: three listings with two years of bars each, prices cached. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QuoteBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-14T22:00:00Z");
    private static final Ask ASK = new Ask(new ChatId("bench", "1"), "member", "/baba", NOW);
    private static final Ask HELP = new Ask(new ChatId("bench", "1"), "member", "/help", NOW);

    private final CommandRegistry registry = registry();

    private static CommandRegistry registry() {
        Instrument baba = new Instrument(
                "BABA",
                "Alibaba Group",
                List.of("Alibaba"),
                null,
                List.of(
                        new Listing("BABA", Exchange.NYSE, "USD", 8, Map.of()),
                        new Listing("9988.HK", Exchange.HKEX, "HKD", 1, Map.of()),
                        new Listing("AHLA.DE", Exchange.XETRA, "EUR", 8, Map.of())),
                List.of());
        Symbols symbols = new Symbols(new Instruments(List.of(baba)), false);
        Quotes quotes = new Quotes(
                List.of(new SampleSource()), BarStore.inMemory(), InstantSource.fixed(NOW), QuoteSettings.defaults());
        NewsDesk news = new NewsDesk(List.of(), new InMemoryArticleStore(), () -> {});
        QuoteCommand quote = new QuoteCommand(new Markets(quotes, new SampleRates()), news, symbols, 10);
        CommandRegistry registry = new CommandRegistry(symbols, Chats.inMemory(), true);
        registry.add(new FavouriteCommand(baba, quote));
        return registry.add(new HelpCommand(
                () -> registry.commands().stream().map(Command::spec).toList()));
    }

    /** The whole card. */
    @Benchmark
    public Answer baba() {
        return registry.answer(ASK);
    }

    /** A card without prices, for the ratio: what parsing, looking up and building any card costs. */
    @Benchmark
    public Answer help() {
        return registry.answer(HELP);
    }
}
