package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Provenance;
import java.util.List;

/**
 * Closed daily bars of one listing from one source, checked.
 *
 * @param listing symbol of the listing
 * @param currency ISO 4217 code of the prices, or {@code GBX}
 * @param bars dates rising, no date twice
 * @param flags what looked wrong when they came in, in sentences for a person; bars that can't be true were left out
 * @param provenance the source, and the close of the last bar as its moment
 */
public record History(String listing, String currency, List<Bar> bars, List<String> flags, Provenance provenance) {
    public History {
        bars = List.copyOf(bars);
        flags = List.copyOf(flags);
    }
}
