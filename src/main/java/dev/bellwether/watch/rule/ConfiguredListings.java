package dev.bellwether.watch.rule;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The listings of the configured instruments. Immutable. */
final class ConfiguredListings implements Listings {
    private final Instruments instruments;
    private final Map<String, Instrument> byName = new HashMap<>();
    private final List<String> symbols;

    ConfiguredListings(Instruments instruments) {
        this.instruments = instruments;
        for (Instrument instrument : instruments.all()) {
            byName.putIfAbsent(key(instrument.name()), instrument);
            instrument.aliases().forEach(alias -> byName.putIfAbsent(key(alias), instrument));
        }
        this.symbols = instruments.all().stream()
                .flatMap(instrument -> Stream.concat(
                        Stream.of(instrument.symbol()),
                        instrument.listings().stream().map(Listing::symbol)))
                .distinct()
                .toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Listing> find(String typed) {
        String code = typed.startsWith("$") ? typed.substring(1) : typed;
        return instruments
                .find(code)
                .or(() -> Optional.ofNullable(byName.get(key(code))))
                .map(found -> found.listing(code).orElse(found.primary()));
    }

    @Override
    public List<String> near(String typed) {
        return Nearest.to(typed, symbols, 3);
    }

    @Override
    public List<String> beginning(String typed) {
        return symbols.stream()
                .filter(symbol -> key(symbol).startsWith(key(typed)))
                .toList();
    }

    @Override
    public List<Listing> siblings(Listing listing) {
        return instruments.find(listing.symbol()).map(Instrument::listings).orElse(List.of(listing));
    }
}
