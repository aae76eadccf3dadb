package dev.bellwether.reading;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tickers by the exchange they are used at, because the same letters are another company elsewhere: {@code JD} is a retailer in
 * China at Nasdaq and one of sports shoes in London.
 */
final class Tickers {
    /** What the press calls the exchanges, beside their own names and market identifier codes. */
    private static final Map<String, List<Exchange>> VENUES = venues();

    private final Map<String, String> symbols = new HashMap<>();

    Tickers(List<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            for (Listing listing : instrument.listings()) {
                symbols.putIfAbsent(key(listing.exchange(), local(listing)), instrument.symbol());
            }
        }
    }

    /** Whether a word is the name of an exchange as it stands before a ticker. */
    static boolean isVenue(String word) {
        return VENUES.containsKey(word.toUpperCase(Locale.ROOT));
    }

    /** The instrument with this ticker at the exchange of this name; null if there is none. */
    @Nullable
    String find(String venue, String ticker) {
        return VENUES.getOrDefault(venue.toUpperCase(Locale.ROOT), List.of()).stream()
                .map(exchange -> symbols.get(key(exchange, ticker)))
                .filter(symbol -> symbol != null)
                .findFirst()
                .orElse(null);
    }

    /** Whether letters behind a dot are the suffix of an exchange, as in {@code 9988.HK}. */
    static boolean isSuffix(String letters) {
        return !letters.isEmpty() && Exchange.ofSymbol("X." + letters).isPresent();
    }

    /** The ticker of a listing as it is used at its exchange, without the suffix. */
    static String local(Listing listing) {
        String suffix = listing.exchange().suffix();
        String symbol = listing.symbol();
        return suffix.isEmpty() || !symbol.endsWith(suffix)
                ? symbol
                : symbol.substring(0, symbol.length() - suffix.length());
    }

    /** The American exchanges share one set of tickers, and the press mixes them up. */
    private static String key(Exchange exchange, String ticker) {
        String market = exchange.suffix().isEmpty() ? "US" : exchange.name();
        String letters = ticker.toUpperCase(Locale.ROOT).replaceAll("[.-]", "");
        return market + ":" + letters.replaceFirst("^0+(?=[0-9])", "");
    }

    private static Map<String, List<Exchange>> venues() {
        Map<String, List<Exchange>> venues = new HashMap<>();
        for (Exchange exchange : Exchange.values()) {
            venues.put(exchange.name(), List.of(exchange));
            venues.put(exchange.mic(), List.of(exchange));
        }
        List<String> more = List.of(
                "NASDAQGS NASDAQ",
                "NASDAQGM NASDAQ",
                "NASDAQCM NASDAQ",
                "NYSEARCA NYSE",
                "NYSEAMERICAN NYSE",
                "AMEX NYSE",
                "HKG HKEX",
                "SEHK HKEX",
                "HKSE HKEX",
                "HK HKEX",
                "ETR XETRA",
                "FRA FRANKFURT",
                "FWB FRANKFURT",
                "LON LSE",
                "EPA PARIS",
                "AMS AMSTERDAM",
                "AEX AMSTERDAM",
                "EBR BRUSSELS",
                "BIT MILAN",
                "BME MADRID",
                "VIE VIENNA",
                "SWX ZURICH",
                "SIX ZURICH",
                "STO STOCKHOLM",
                "OSL OSLO",
                "OSE OSLO",
                "CPH COPENHAGEN",
                "HEL HELSINKI",
                "WSE WARSAW",
                "GPW WARSAW",
                "TYO TOKYO",
                "TSE TOKYO TORONTO",
                "TSX TORONTO",
                "SHA SHANGHAI",
                "SSE SHANGHAI",
                "SHE SHENZHEN",
                "SZSE SHENZHEN",
                "KRX SEOUL",
                "TPE TAIPEI",
                "TWSE TAIPEI",
                "SGX SINGAPORE",
                "BOM BOMBAY",
                "BSE BOMBAY",
                "ASX SYDNEY",
                "B3 SAO_PAULO");
        more.forEach(row -> addVenue(venues, row.split(" ")));
        return Map.copyOf(venues);
    }

    private static void addVenue(Map<String, List<Exchange>> venues, String[] words) {
        List<Exchange> exchanges = Arrays.stream(words)
                .skip(1)
                .map(Exchange::named)
                .flatMap(Optional::stream)
                .toList();
        venues.put(words[0], exchanges);
    }
}
