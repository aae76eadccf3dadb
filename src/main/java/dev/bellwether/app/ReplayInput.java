package dev.bellwether.app;

import dev.bellwether.app.replay.ReplayFeeds;
import dev.bellwether.app.replay.ReplayPrices;
import dev.bellwether.net.Fetched;
import dev.bellwether.news.BundledFeedSource;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedSource;
import dev.bellwether.quote.CsvSource;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Rates;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.quote.TickStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is fed with.
 *
 * @param list the feeds
 * @param feeds their items, each at its moment
 * @param prices one source
 * @param rates exchange rates
 * @param from where it begins
 * @param to where it ends
 */
record ReplayInput(List<Feed> list, ReplayFeeds feeds, PriceSource prices, Rates rates, Instant from, Instant to) {
    /** Shorter than the steps, so that each step asks. */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private static final Duration BUDGET = Duration.ofMinutes(5);
    private static final int LISTINGS = 5_000;

    /**
     * Reads everything.
     *
     * @param feedFolder files of feeds; null for none
     * @param barFolder {@code <SYMBOL>.csv} files; null for none
     * @throws Trouble if a folder or a file can't be read
     */
    static ReplayInput of(
            @Nullable Path feedFolder, @Nullable Path barFolder, Instant from, Instant to, InstantSource clock)
            throws Trouble {
        boolean sample = feedFolder == null && barFolder == null;
        Map<URI, byte[]> files = sample ? bundled() : feedFolder == null ? Map.of() : files(feedFolder);
        List<Feed> list = files.keySet().stream()
                .map(address -> new Feed(address, EVERY, Set.of(), "en"))
                .toList();
        PriceSource source =
                sample ? new SampleSource() : new CsvSource(folder(barFolder == null ? feedFolder : barFolder));
        try {
            return new ReplayInput(
                    list,
                    new ReplayFeeds(files, from, clock),
                    new ReplayPrices(source),
                    sample ? new SampleRates() : (one, other, at) -> Optional.empty(),
                    from,
                    to);
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                    e.getMessage() + " is no feed; take it out of the folder, or see what ./bot read --feed says of it",
                    e);
        }
    }

    private static Map<URI, byte[]> bundled() {
        Map<URI, byte[]> files = new LinkedHashMap<>();
        for (Feed feed : ConfiguredSupplies.sampleFeeds()) {
            if (new BundledFeedSource().fetch(feed, null) instanceof Fetched.Page page) {
                files.put(feed.address(), page.body());
            }
        }
        return files;
    }

    private static Map<URI, byte[]> files(Path folder) throws Trouble {
        Map<URI, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> names = Files.list(folder(folder))) {
            for (Path file : names.filter(Files::isRegularFile).sorted().toList()) {
                files.put(new URI("replay", String.valueOf(file.getFileName()), null), Files.readAllBytes(file));
            }
        } catch (IOException | URISyntaxException e) {
            throw new Trouble("the feeds in " + folder + " can't be read; check the files and their rights", e);
        }
        return files;
    }

    private static Path folder(@Nullable Path folder) throws Trouble {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Trouble(folder + " is no folder; check its name");
        }
        return folder;
    }

    Supplies supplies() {
        return new Supplies() {
            @Override
            public List<Feed> feeds() {
                return list;
            }

            @Override
            public FeedSource feedSource() {
                return feeds;
            }

            @Override
            public List<PriceSource> sources() {
                return List.of(prices);
            }

            @Override
            public Rates rates(InstantSource clock) {
                return rates;
            }

            @Override
            public TickStream stream() {
                return TickStream.none();
            }

            // Every step asks, and waits for the answer, so that the same input gives the same output.
            @Override
            public QuoteSettings freshness() {
                return new QuoteSettings(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), BUDGET, LISTINGS);
            }
        };
    }
}
