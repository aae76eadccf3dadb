package dev.bellwether.analyst;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.ConfigException;
import dev.bellwether.app.config.ConfigLoader;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.market.Markets;
import dev.bellwether.news.BundledFeedSource;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedPoller;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.reading.CompanyFinder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The bundled bars and feeds as a desk sees them at a moment. */
public record SampleDesk(Instruments instruments, Markets markets, NewsDesk news, StoryFinder stories, Instant at) {
    /** The desk at a moment, with every bundled feed read. */
    public static SampleDesk at(String moment) {
        Instant at = Instant.parse(moment);
        InstantSource clock = InstantSource.fixed(at);
        Instruments instruments = configured();
        InMemoryArticleStore store = new InMemoryArticleStore();
        List<Feed> feeds = Stream.of("market-wire", "boerse", "asia-desk", "ticker")
                .map(name -> new Feed(URI.create("sample:" + name + ".xml"), Duration.ofHours(1), Set.of(), "en"))
                .toList();
        new FeedPoller(
                        feeds,
                        new BundledFeedSource(),
                        store,
                        new CompanyFinder(instruments),
                        clock,
                        new SplittableRandom(1))
                .tick();
        Quotes quotes = new Quotes(List.of(new SampleSource()), BarStore.inMemory(), clock, QuoteSettings.defaults());
        NewsDesk news = new NewsDesk(feeds, store, () -> {});
        return new SampleDesk(instruments, new Markets(quotes, new SampleRates()), news, new ArticleStories(news), at);
    }

    private static Instruments configured() {
        try {
            Config config = new ConfigLoader(Map.of(), Path.of("."), Path.of(".")).load(null);
            return config.instruments();
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    /** A configured instrument. */
    public Instrument instrument(String symbol) {
        return instruments.find(symbol).orElseThrow();
    }
}
