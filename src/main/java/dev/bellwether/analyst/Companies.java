package dev.bellwether.analyst;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which configured instrument a printed company or ticker is. Exact but for case, punctuation and legal form: "Alibaba Group
 * Holding Ltd" is Alibaba, "Alibaba Health" is not. Immutable.
 */
final class Companies {
    /** {@code $BABA}, {@code NYSE: BABA}, {@code 9988.HK}, {@code 9988 HK}, {@code BABA US}: the code, then its market. */
    private static final Pattern TICKER =
            Pattern.compile("(?:.{1,20}:\\s*)?\\$?([A-Z0-9][A-Z0-9-]{0,11})(?:[. ]([A-Z]{1,3}))?");

    /** What data services put behind the tickers of the United States. */
    private static final Set<String> AMERICAN = Set.of("US", "N", "O", "OQ", "NY", "K", "P");

    private final Instruments instruments;
    private final Map<String, Instrument> byName = new HashMap<>();

    Companies(Instruments instruments) {
        this.instruments = instruments;
        for (Instrument instrument : instruments.all()) {
            byName.putIfAbsent(Names.bare(instrument.name()), instrument);
            instrument.aliases().forEach(alias -> byName.putIfAbsent(Names.bare(alias), instrument));
        }
    }

    /**
     * The instrument that is meant. What is printed decides; only where neither company nor ticker is printed it is the one
     * instrument of the article, since a text on Alibaba that names Tencent's target says nothing about Alibaba's.
     *
     * @param article symbols of the instruments the whole article is about
     */
    Optional<Instrument> meant(@Nullable String company, @Nullable String ticker, Set<String> article) {
        if (ticker != null) {
            Optional<Instrument> found = byTicker(ticker);
            if (found.isPresent()) {
                return found;
            }
        }
        if (company != null) {
            return byName(company);
        }
        return ticker == null && article.size() == 1
                ? instruments.find(article.iterator().next())
                : Optional.empty();
    }

    private Optional<Instrument> byName(String company) {
        return Optional.ofNullable(byName.get(Names.bare(company))).or(() -> instruments.find(company));
    }

    private Optional<Instrument> byTicker(String printed) {
        Matcher ticker = TICKER.matcher(printed.strip().toUpperCase(Locale.ROOT));
        if (!ticker.matches()) {
            return Optional.empty();
        }
        String code = ticker.group(1);
        String market = ticker.group(2);
        if (market == null || AMERICAN.contains(market)) {
            return instruments.find(code);
        }
        return spellings(code).stream()
                .flatMap(spelling -> instruments.find(spelling + "." + market).stream())
                .findFirst();
    }

    /** Hong Kong's codes are written with and without leading zeros. */
    private static List<String> spellings(String code) {
        if (!code.matches("[0-9]{1,5}")) {
            return List.of(code);
        }
        int number = Integer.parseInt(code);
        return List.of(code, String.format(Locale.ROOT, "%04d", number), Integer.toString(number));
    }
}
