package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The daily bars kept of each listing and source, so that history survives an outage of its source. */
public interface BarStore {
    /**
     * Keeps bars, all or nothing; a bar of a day that is already kept replaces it (sources correct and re-adjust theirs).
     *
     * @param listing symbol of the listing
     * @param source name of the source
     * @param fetched when the source gave them
     */
    void save(String listing, String source, List<Bar> bars, Instant fetched);

    /** The bars of a listing from one source, from a day to a day, both included, dates rising. */
    List<Bar> bars(String listing, String source, LocalDate from, LocalDate to);

    /** The source whose bars of this listing were fetched last. */
    Optional<String> newestSource(String listing);

    /** A store that forgets everything when the program ends. */
    static BarStore inMemory() {
        return new InMemoryBarStore();
    }
}
