package dev.bellwether.quote;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What price services call a listing when the configuration does not say. */
final class Codes {
    /** Stooq's endings where they differ from those of our symbols. */
    private static final Map<Exchange, String> STOOQ =
            Map.of(Exchange.NYSE, ".us", Exchange.NASDAQ, ".us", Exchange.LSE, ".uk", Exchange.TOKYO, ".jp");

    private Codes() {}

    /** The configured code, taken as it is. */
    static Optional<String> given(Listing listing, String source) {
        return Optional.ofNullable(listing.codes().get(source));
    }

    static boolean isAmerican(Listing listing) {
        return listing.exchange() == Exchange.NYSE || listing.exchange() == Exchange.NASDAQ;
    }

    /** A class of shares behind a dash, as services write it in the United States: {@code BRK-B} for {@code BRK.B}. */
    static String dashed(Listing listing) {
        return isAmerican(listing) ? listing.symbol().replace('.', '-') : listing.symbol();
    }

    /** Lower case with Stooq's ending: {@code baba.us}, {@code 9988.hk}, {@code vod.uk}. */
    static String stooq(Listing listing) {
        String symbol = dashed(listing);
        String ending = STOOQ.get(listing.exchange());
        String suffix = listing.exchange().suffix();
        if (ending != null && symbol.toUpperCase(Locale.ROOT).endsWith(suffix)) {
            symbol = symbol.substring(0, symbol.length() - suffix.length()) + ending;
        }
        return symbol.toLowerCase(Locale.ROOT);
    }
}
