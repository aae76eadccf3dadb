package dev.bellwether.fact;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a value came from and how old it is.
 *
 * @param source the source's name as shown, such as {@code Yahoo}
 * @param asOf the moment for which the source states the value, not the moment it was asked
 * @param delay how far the source runs behind the market by its own word; zero for a closing price
 * @param link a page on which a person can look the value up; null if there is none
 * @param sample whether the value was made up for the sample mode
 */
public record Provenance(
        String source,
        Instant asOf,
        Duration delay,
        @Nullable URI link,
        boolean sample) {}
