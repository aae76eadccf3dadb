package dev.bellwether.watch.rule;

import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which currency an amount is in. Without a currency it is the listing's; a stated one must be the listing's, since two prices in two currencies
 * move apart from each other and an alert must mean what it says.
 */
final class Monies {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("us$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollar", "$"),
            Map.entry("dollars", "$"),
            Map.entry("$", "$"),
            Map.entry("美元", "USD"),
            Map.entry("hk$", "HKD"),
            Map.entry("hkd", "HKD"),
            Map.entry("港元", "HKD"),
            Map.entry("港币", "HKD"),
            Map.entry("c$", "CAD"),
            Map.entry("ca$", "CAD"),
            Map.entry("a$", "AUD"),
            Map.entry("au$", "AUD"),
            Map.entry("s$", "SGD"),
            Map.entry("nt$", "TWD"),
            Map.entry("r$", "BRL"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("欧元", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("p", "GBX"),
            Map.entry("pence", "GBX"),
            Map.entry("gbx", "GBX"),
            Map.entry("¥", "¥"),
            Map.entry("元", "¥"),
            Map.entry("cn¥", "CNY"),
            Map.entry("rmb", "CNY"),
            Map.entry("人民币", "CNY"),
            Map.entry("日元", "JPY"),
            Map.entry("₩", "KRW"),
            Map.entry("₹", "INR"));

    private static final Set<String> ISO = Set.of(
            "USD", "HKD", "EUR", "GBP", "GBX", "CHF", "SEK", "NOK", "DKK", "PLN", "JPY", "CNY", "KRW", "TWD", "SGD",
            "INR", "AUD", "CAD", "BRL", "NZD", "ZAR", "ILS", "THB", "MXN");

    private static final Map<String, Set<String>> SHARED =
            Map.of("$", Set.of("USD", "HKD", "CAD", "AUD", "SGD", "TWD", "NZD", "MXN"), "¥", Set.of("CNY", "JPY"));

    private static final Map<String, String> USUAL = Map.of("$", "USD", "¥", "CNY");

    private final @Nullable Listings known;
    private final Scope scope;
    private final List<Listing> listings;

    /**
     * @param known null for a kept rule, in which a currency stays as it is
     * @param listings those of the scope; empty for a watchlist
     */
    Monies(@Nullable Listings known, Scope scope, List<Listing> listings) {
        this.known = known;
        this.scope = scope;
        this.listings = listings;
    }

    /** The currency that a word or sign means: a code, or a sign that several currencies share; empty if it means none. */
    static Optional<String> currency(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(CODES.get(word)).or(() -> Optional.of(upper).filter(ISO::contains));
    }

    /**
     * An amount in the listings' own currency.
     *
     * @param currency as {@link #currency(String)} gives it; null if none was typed
     * @throws Misread if a listing of the rule trades in another one
     */
    Operand.Constant amount(double value, @Nullable String currency, int start, int end) {
        if (currency == null) {
            return new Operand.Constant(value, null);
        }
        if (known == null) {
            return new Operand.Constant(value, USUAL.getOrDefault(currency, currency));
        }
        if (scope instanceof Scope.Watchlist) {
            throw new Misread(start, end, Line.say("rule.currency.watchlist"), List.of());
        }
        boolean pounds = false;
        for (Listing listing : listings) {
            if (currency.equals("GBP") && listing.currency().equals("GBX")) {
                pounds = true;
            } else if (!matches(currency, listing.currency())) {
                throw other(known, listing, USUAL.getOrDefault(currency, currency), start, end);
            }
        }
        double pence = BigDecimal.valueOf(value).movePointRight(2).doubleValue();
        return new Operand.Constant(pounds ? pence : value, null);
    }

    private static boolean matches(String typed, String currency) {
        return typed.equals(currency) || SHARED.getOrDefault(typed, Set.of()).contains(currency);
    }

    private static Misread other(Listings known, Listing listing, String wanted, int start, int end) {
        Value own = new Value.Words(listing.currency());
        return new Misread(
                start,
                end,
                known.siblings(listing).stream()
                        .filter(sibling -> sibling.currency().equals(wanted))
                        .findFirst()
                        .map(sibling ->
                                Line.say("rule.currency.sibling", listing.symbol(), own, sibling.symbol(), wanted))
                        .orElseGet(() -> Line.say("rule.currency.differs", listing.symbol(), own)),
                List.of());
    }
}
