package dev.bellwether.command;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Nearest;
import dev.bellwether.watch.rule.Listings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what members mean by a symbol or name, and what they probably meant when there is no such thing. */
public final class Symbols {
    private static final Pattern TICKER = Pattern.compile("(?=.{0,12}$)[A-Z0-9^][A-Z0-9^-]*(\\.[A-Z]{1,2})?");

    /** A class of shares in New York, such as BRK.B; .C to .E would be read as exchanges that do not exist. */
    private static final Pattern SHARE_CLASS = Pattern.compile("[A-Z]{1,4}\\.[AB]");

    /** Shorter ones are near to everything, longer ones to nothing. */
    private static final int SHORTEST_SLIP = 3;

    private static final int LONGEST_SLIP = 40;

    /** Comparing with more of them would take longer than somebody who types waits. */
    private static final int MOST_FOR_SLIPS = 500;

    private final Instruments instruments;
    private final boolean othersToo;
    private final Map<String, Instrument> byName = new HashMap<>();
    private final int longestName;
    private final SymbolCompletions completions;

    /**
     * @param othersToo whether a symbol that is not configured may be tried with the price sources; false for sample data,
     *     which hold only the configured ones
     */
    public Symbols(Instruments instruments, boolean othersToo) {
        this.instruments = instruments;
        this.othersToo = othersToo;
        for (Instrument instrument : instruments.all()) {
            byName.putIfAbsent(key(instrument.name()), instrument);
            instrument.aliases().forEach(alias -> byName.putIfAbsent(key(alias), instrument));
        }
        this.longestName = byName.keySet().stream()
                .mapToInt(name -> Typed.words(name).size())
                .max()
                .orElse(1);
        this.completions = new SymbolCompletions(instruments.all());
    }

    /** How many of these words, from the first one on, are the longest name known; 1 if they are none. */
    int nameLength(List<String> words) {
        for (int length = Math.min(longestName, words.size()); length > 1; length--) {
            if (byName.containsKey(key(String.join(" ", words.subList(0, length))))) {
                return length;
            }
        }
        return 1;
    }

    /** What was meant: a symbol, with or without {@code $}, a listing's symbol, an ISIN or a name. */
    public Optional<Target> find(String typed) {
        String code = typed.startsWith("$") ? typed.substring(1) : typed;
        return instruments
                .find(code)
                .or(() -> Optional.ofNullable(byName.get(key(code))))
                .map(instrument ->
                        new Target(typed, instrument, instrument.listing(code).orElse(instrument.primary()), true))
                .or(() -> othersToo ? other(typed, code.toUpperCase(Locale.ROOT)) : Optional.empty());
    }

    private static Optional<Target> other(String typed, String symbol) {
        if (!TICKER.matcher(symbol).matches()) {
            return Optional.empty();
        }
        Optional<Exchange> exchange =
                SHARE_CLASS.matcher(symbol).matches() ? Optional.of(Exchange.NYSE) : Exchange.ofSymbol(symbol);
        return exchange.map(found -> {
            Listing listing = new Listing(symbol, found, found.currency(), 1, Map.of());
            Instrument instrument = new Instrument(symbol, symbol, List.of(), null, List.of(listing), List.of());
            return new Target(typed, instrument, listing, false);
        });
    }

    /** What is meant when nothing is named: the first instrument of the configuration; empty if there is none. */
    public Optional<Target> first() {
        return instruments.all().stream()
                .findFirst()
                .map(instrument -> new Target(instrument.symbol(), instrument, instrument.primary(), true));
    }

    /** The symbols nearest to what was typed, by symbol, listing or name; at most three. */
    public List<String> near(String typed) {
        Map<String, String> symbolOf = new HashMap<>();
        for (Instrument instrument : instruments.all()) {
            symbolOf.put(instrument.symbol(), instrument.symbol());
            instrument.listings().forEach(listing -> symbolOf.putIfAbsent(listing.symbol(), listing.symbol()));
            symbolOf.putIfAbsent(instrument.name(), instrument.symbol());
            instrument.aliases().forEach(alias -> symbolOf.putIfAbsent(alias, instrument.symbol()));
        }
        String wanted = typed.startsWith("$") ? typed.substring(1) : typed;
        return Nearest.to(wanted, new TreeSet<>(symbolOf.keySet()), 9).stream()
                .map(symbolOf::get)
                .distinct()
                .limit(3)
                .toList();
    }

    /**
     * What completes a symbol: by symbol, listing or name, best first; if nothing begins so, what is spelt nearly so. Pure memory.
     *
     * @param typed its beginning; may be empty
     */
    List<Completion.Offer> completions(String typed, int most) {
        List<Completion.Offer> found = completions.find(typed, most);
        boolean perhapsSlip = typed.length() >= SHORTEST_SLIP
                && typed.length() <= LONGEST_SLIP
                && completions.all().size() <= MOST_FOR_SLIPS;
        if (!found.isEmpty() || !perhapsSlip) {
            return found;
        }
        return near(typed).stream()
                .flatMap(symbol -> completions.find(symbol, 1).stream())
                .toList();
    }

    /** The symbols of the instruments that the group follows, in its order. */
    List<String> configured() {
        return instruments.all().stream().map(Instrument::symbol).toList();
    }

    /** All symbols there are: of instruments, then of their other listings. */
    public List<String> all() {
        return completions.all().stream().map(Completion.Offer::value).toList();
    }

    /** The same as the reader of alerts' rules asks for them. */
    public Listings listings() {
        return new Listings() {
            @Override
            public Optional<Listing> find(String typed) {
                return Symbols.this.find(typed).map(Target::listing);
            }

            @Override
            public List<String> near(String typed) {
                return Symbols.this.near(typed);
            }

            @Override
            public List<String> beginning(String typed) {
                return completions(typed, Completion.MOST).stream()
                        .map(Completion.Offer::value)
                        .toList();
            }

            @Override
            public List<Listing> siblings(Listing listing) {
                return Symbols.this
                        .find(listing.symbol())
                        .map(target -> target.instrument().listings())
                        .orElse(List.of(listing));
            }
        };
    }

    private static String key(String name) {
        return Typed.words(name).stream()
                .map(Typed.Word::text)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
