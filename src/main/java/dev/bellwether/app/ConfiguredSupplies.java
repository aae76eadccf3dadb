package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.app.config.Secret;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.net.WebLimits;
import dev.bellwether.news.BundledFeedSource;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedSource;
import dev.bellwether.news.WebFeedSource;
import dev.bellwether.quote.CsvSource;
import dev.bellwether.quote.EcbRates;
import dev.bellwether.quote.FinnhubSource;
import dev.bellwether.quote.FinnhubStream;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Rates;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.quote.StooqSource;
import dev.bellwether.quote.TickStream;
import dev.bellwether.quote.YahooSource;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where news and prices come from, as the settings say. */
final class ConfiguredSupplies implements Supplies {
    private static final List<String> SAMPLE_FEEDS =
            List.of("market-wire.xml", "boerse.xml", "asia-desk.xml", "ticker.xml");

    private static final String CHECKED = "checked when the settings were read";

    private final Config config;
    private final GuardedWeb web;

    /** @param web the one way out */
    ConfiguredSupplies(Config config, GuardedWeb web) {
        this.config = config;
        this.web = web;
    }

    /** What the way out may do. */
    static WebLimits limits(Config config) {
        WebLimits usual = WebLimits.standard();
        return new WebLimits(
                usual.connect(),
                config.net().timeout(),
                config.net().maxBytes(),
                usual.maxRedirects(),
                config.net().allow(),
                usual.userAgent());
    }

    @Override
    public FeedSource feedSource() {
        FeedSource far = new WebFeedSource(web);
        return FeedSource.byScheme(Map.of("http", far, "https", far, "sample", new BundledFeedSource()));
    }

    @Override
    public List<Feed> feeds() {
        return config.mode() == Mode.SAMPLE ? sampleFeeds() : config.feeds();
    }

    /** The feeds that come with the bot. */
    static List<Feed> sampleFeeds() {
        return SAMPLE_FEEDS.stream()
                .map(name -> new Feed(URI.create("sample:" + name), Duration.ofHours(1), Set.of(), "en"))
                .toList();
    }

    @Override
    public List<PriceSource> sources() {
        if (config.mode() == Mode.SAMPLE) {
            return List.of(new SampleSource());
        }
        List<PriceSource> sources = new ArrayList<>();
        for (String name : config.prices().order()) {
            sources.add(source(name, config.prices()));
        }
        return sources;
    }

    @Override
    public Rates rates(InstantSource clock) {
        return config.mode() == Mode.SAMPLE ? new SampleRates() : new EcbRates(web, EcbRates.HOME, clock);
    }

    @Override
    public QuoteSettings freshness() {
        return QuoteSettings.defaults();
    }

    @Override
    public TickStream stream() {
        Secret key = config.prices().finnhub();
        return key == null || config.mode() == Mode.SAMPLE
                ? TickStream.none()
                : new FinnhubStream(web, FinnhubStream.HOME, key.text());
    }

    private PriceSource source(String name, Config.Prices prices) {
        return switch (name) {
            case "csv" -> new CsvSource(Objects.requireNonNull(prices.csvFolder(), CHECKED));
            case "finnhub" ->
                new FinnhubSource(
                        web,
                        FinnhubSource.HOME,
                        Objects.requireNonNull(prices.finnhub(), CHECKED).text());
            case "yahoo" -> new YahooSource(web, YahooSource.HOME);
            case "stooq" -> new StooqSource(web, StooqSource.HOME);
            default -> throw new IllegalArgumentException("no such source: " + name);
        };
    }
}
