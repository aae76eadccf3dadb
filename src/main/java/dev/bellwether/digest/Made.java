package dev.bellwether.digest;

import dev.bellwether.talk.Card;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A digest that was put together.
 *
 * @param card what it says
 * @param told names of all it tells of, and of what it left out for length, with the moment as of which; the next digest is given them
 * @param quiet whether nothing happened
 */
public record Made(Card card, Map<String, Instant> told, boolean quiet) {
    public Made {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    }
}
