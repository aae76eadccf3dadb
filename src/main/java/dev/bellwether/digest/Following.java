package dev.bellwether.digest;

import java.util.List;
import java.util.Optional;

/** What there is to be followed. Safe for threads. */
public interface Following {
    /** What a symbol or name means; empty if nothing. */
    Optional<Followed> find(String typed);

    /** The symbols nearest to what was typed; at most three. */
    List<String> near(String typed);

    /** The favourites of the settings, all configured instruments if there are none; in their order. */
    List<Followed> favourites();
}
