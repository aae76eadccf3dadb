package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prices from a folder with one file {@code <CODE>.csv} per listing (see {@link CsvBars} for what may stand in it), in UTF-8 and
 * in the listing's currency. The file is found in any case, the exact one first. Its latest price is its last close.
 */
public final class CsvSource implements PriceSource {
    private static final String NAME = "csv";
    private static final String SUFFIX = ".csv";
    private static final long LARGEST = 32L * 1024 * 1024;

    private final Path folder;

    /** @param folder need not exist yet; as long as it does not, the answers say so */
    public CsvSource(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
        Origin origin = origin(listing);
        if (!Files.isDirectory(folder)) {
            return origin.no(
                    Priced.Cause.UNREADABLE, Line.say("source.csv.folder", folder.toString(), listing.symbol()));
        }
        try {
            Optional<Path> file = find(listing.code(NAME));
            return file.isEmpty() ? missing(origin) : read(file.get(), origin, from, to, now);
        } catch (IOException e) {
            return origin.unreadable(Line.say("source.what.file"));
        } catch (NotPricesException e) {
            return origin.unreadable(e.what());
        }
    }

    private static Priced<History> missing(Origin origin) {
        String file = origin.listing().code(NAME) + SUFFIX;
        return origin.no(Priced.Cause.UNKNOWN_SYMBOL, Line.say("source.csv.file", origin.code(), file));
    }

    private static Priced<History> read(Path file, Origin origin, LocalDate from, LocalDate to, Instant now)
            throws IOException, NotPricesException {
        if (Files.size(file) > LARGEST) {
            throw new NotPricesException(Line.say("source.what.large"));
        }
        CsvBars csv = CsvBars.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        return origin.history(csv.bars(), from, to, origin.closedAt(now), csv.flags());
    }

    /** Looks names up in the folder's own list, so that no code, whatever stands in it, leads out of the folder. */
    private Optional<Path> find(String code) throws IOException {
        String wanted = code + SUFFIX;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.equalsIgnoreCase(nameOf(file)))
                    .sorted()
                    .reduce((first, second) -> wanted.equals(nameOf(second)) ? second : first);
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Priced<Tick> latest(Listing listing, Instant now) {
        LocalDate today = listing.exchange().dayAt(now);
        return origin(listing).lastClose(history(listing, LocalDate.EPOCH, today, now));
    }

    @Override
    public Provenance closing(Listing listing, Instant close) {
        return origin(listing).provenance(close, Duration.ZERO);
    }

    private static Origin origin(Listing listing) {
        return new Origin(NAME, "CSV", listing, null, false);
    }
}
