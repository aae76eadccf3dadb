package dev.bellwether.watch.rule;

import java.util.List;

/** Which listings a rule is about. It is checked for each of them by itself. */
public sealed interface Scope {
    /**
     * These listings.
     *
     * @param symbols of listings, such as {@code BABA} or {@code 9988.HK}; at least one
     */
    record Symbols(List<String> symbols) implements Scope {
        public Symbols {
            symbols = List.copyOf(symbols);
            if (symbols.isEmpty()) {
                throw new IllegalArgumentException("no symbol");
            }
        }
    }

    /** Whatever stands on the member's watchlist in that chat. */
    record Watchlist() implements Scope {}
}
