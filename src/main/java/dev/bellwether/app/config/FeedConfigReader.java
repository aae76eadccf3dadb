package dev.bellwether.app.config;

import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Nearest;
import dev.bellwether.news.Feed;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the feeds. */
final class FeedConfigReader {
    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    private final Readers readers;
    private final List<Problem> problems;
    private final Instruments instruments;

    FeedConfigReader(Readers readers, List<Problem> problems, Instruments instruments) {
        this.readers = readers;
        this.problems = problems;
        this.instruments = instruments;
    }

    /** The built-in feeds, without those for instruments that the settings do not have. */
    List<Feed> readDefaults(List<Section> sections) {
        return read(sections.stream()
                .filter(section -> section.entries("for").stream()
                        .allMatch(entry ->
                                isAll(entry) || instruments.find(entry.text()).isPresent()))
                .toList());
    }

    List<Feed> read(List<Section> sections) {
        List<Feed> feeds = new ArrayList<>();
        Set<URI> taken = new HashSet<>();
        for (Section section : sections) {
            Feed feed = feed(section);
            section.refuseTheRest();
            if (feed != null && taken.add(feed.address())) {
                feeds.add(feed);
            } else if (feed != null) {
                problems.add(new Problem(section.where(), section.full("url"), "stands here twice; keep one"));
            }
        }
        return feeds;
    }

    private @Nullable Feed feed(Section section) {
        URI address = section.entry("url")
                .map(entry -> readers.address(entry, Set.of("http", "https")))
                .orElse(null);
        if (address == null && !section.has("url")) {
            problems.add(new Problem(section.where(), section.full("url"), "is missing; the feed's http(s) address"));
        }
        Duration every = section.entry("every")
                .map(entry -> readers.duration(entry, SHORTEST, USUAL))
                .orElse(USUAL);
        Set<String> symbols = new HashSet<>();
        section.entries("for").forEach(entry -> instrument(entry, symbols));
        String language = section.entry("language").map(Entry::text).orElse("en");
        return address == null ? null : new Feed(address, every, symbols, language);
    }

    private void instrument(Entry entry, Set<String> symbols) {
        if (isAll(entry)) {
            return;
        }
        instruments
                .find(entry.text())
                .ifPresentOrElse(
                        instrument -> symbols.add(instrument.symbol()),
                        () -> readers.problem(entry, unknown(entry, instruments)));
    }

    private static boolean isAll(Entry entry) {
        return entry.text().equalsIgnoreCase("all");
    }

    /** What to say of a symbol that is no configured instrument. */
    static String unknown(Entry entry, Instruments instruments) {
        List<String> known = instruments.all().stream()
                .map(instrument -> instrument.symbol())
                .toList();
        List<String> near = Nearest.to(entry.text().toUpperCase(Locale.ROOT), known, 1);
        String meant = near.isEmpty() ? "" : "did you mean " + near.getFirst() + "? ";
        return "no instrument has the symbol " + Readers.quoted(entry) + "; " + meant + "configured are "
                + String.join(", ", known);
    }
}
