package dev.bellwether.quote;

import dev.bellwether.fact.Provenance;
import dev.bellwether.net.Fetch;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Web;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The European Central Bank's euro reference rates: the file of the last day, and for moments before it that of the last 90
 * days. Files are kept for hours; when a new one can't be had, the old one stays and says its date.
 */
public final class EcbRates implements Rates {
    /** The folder at the bank that holds the files. */
    public static final URI HOME = URI.create("https://www.ecb.europa.eu/stats/eurofxref/");

    private static final Logger LOG = LoggerFactory.getLogger(EcbRates.class);
    private static final URI PAGE = URI.create(
            "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html");
    private static final Duration KEPT = Duration.ofHours(2);
    private static final Duration FAILURE_KEPT = Duration.ofMinutes(5);

    private final Web web;
    private final InstantSource clock;
    private final Sheet daily;
    private final Sheet past;

    /** @param base folder with both files, such as {@link #HOME}; ends with a slash */
    public EcbRates(Web web, URI base, InstantSource clock) {
        this.web = web;
        this.clock = clock;
        this.daily = new Sheet(base.resolve("eurofxref-daily.xml"));
        this.past = new Sheet(base.resolve("eurofxref-hist-90d.xml"));
    }

    @Override
    public Optional<Rate> rate(String from, String to, Instant at) {
        RateTable newest = daily.table();
        RateTable table = newest.reaches(at) ? newest : past.table();
        return table.rate(from, to, at, EcbRates::provenance);
    }

    private static Provenance provenance(LocalDate day) {
        return new Provenance("ECB", RateTable.published(day), Duration.ZERO, PAGE, false);
    }

    /** One file and when to ask for it again. Callers wait for the one that is asking. */
    private final class Sheet {
        private final URI address;
        private RateTable table = RateTable.EMPTY;
        private Instant askAgain = Instant.MIN;

        Sheet(URI address) {
            this.address = address;
        }

        synchronized RateTable table() {
            Instant now = clock.instant();
            if (!now.isBefore(askAgain)) {
                askAgain = now.plus(refresh() ? KEPT : FAILURE_KEPT);
            }
            return table;
        }

        private boolean refresh() {
            switch (web.get(Fetch.of(address, "application/xml, text/xml"))) {
                case Fetched.Page page -> {
                    try {
                        table = EcbFile.parse(page.body());
                        return true;
                    } catch (NotPricesException e) {
                        LOG.warn("The ECB gave no rates but {}", e.getMessage());
                    }
                }
                case Fetched.Failed failed ->
                    LOG.warn("No rates from the ECB: {}", Voice.english().plain(failed.message()));
                case Fetched.NotModified _ -> LOG.warn("No rates from the ECB: not modified");
            }
            return false;
        }
    }
}
