package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The made-up prices that come with the program, one resource {@code <symbol>.csv} per listing. Every answer says so. */
public final class SampleSource implements PriceSource {
    /** Where the bundled bars are. */
    public static final String BUNDLED = "/sample/bars";

    private static final String NAME = "sample";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9^=_-]++(\\.[A-Za-z0-9^=_-]++)*+");

    private final String root;

    /** @param root absolute resource path of a folder, without a slash at its end */
    public SampleSource(String root) {
        this.root = root;
    }

    /** The bundled prices. */
    public SampleSource() {
        this(BUNDLED);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
        Origin origin = origin(listing);
        String code = listing.code(NAME);
        if (!PLAIN.matcher(code).matches()) {
            return unknown(origin);
        }
        try (InputStream file = SampleSource.class.getResourceAsStream(root + "/" + code + ".csv")) {
            if (file == null) {
                return unknown(origin);
            }
            CsvBars csv = CsvBars.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return origin.history(csv.bars(), from, to, origin.closedAt(now), csv.flags());
        } catch (IOException e) {
            return origin.unreadable(Line.say("source.what.file"));
        } catch (NotPricesException e) {
            return origin.unreadable(e.what());
        }
    }

    private static Priced<History> unknown(Origin origin) {
        return origin.no(Priced.Cause.UNKNOWN_SYMBOL, Line.say("source.sample", origin.code()));
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
        return new Origin(NAME, "Sample data", listing, null, true);
    }
}
