package dev.bellwether.watch.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule's condition became true. Whether somebody is told is decided by {@code watch.alert}: once, daily, cooldown, snoozed.
 *
 * @param alert the rule's id
 * @param listing for which of its listings
 * @param at of the observation
 * @param price in the listing's currency; null if no price is known
 * @param gap whether the session opened beyond the threshold
 */
public record Firing(
        long alert, String listing, Instant at, @Nullable Double price, boolean gap) {}
