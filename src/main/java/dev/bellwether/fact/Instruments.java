package dev.bellwether.fact;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The configured instruments, found by symbol, by the symbol of a listing, or by ISIN. Immutable. */
public final class Instruments {
    private final Map<String, Instrument> bySymbol = new LinkedHashMap<>();
    private final Map<String, Instrument> byCode = new HashMap<>();

    /** Where two instruments claim the same code, the earlier one keeps it. */
    public Instruments(Collection<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            bySymbol.put(instrument.symbol(), instrument);
            byCode.putIfAbsent(key(instrument.symbol()), instrument);
        }
        for (Instrument instrument : instruments) {
            instrument.listings().forEach(listing -> byCode.putIfAbsent(key(listing.symbol()), instrument));
            if (instrument.isin() != null) {
                byCode.putIfAbsent(instrument.isin().code(), instrument);
            }
        }
    }

    /** All of them, in the order of the configuration. */
    public List<Instrument> all() {
        return List.copyOf(bySymbol.values());
    }

    /** The instrument with this symbol, listing symbol or ISIN, in any case. */
    public Optional<Instrument> find(String code) {
        return Optional.ofNullable(byCode.get(key(code)));
    }

    private static String key(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
