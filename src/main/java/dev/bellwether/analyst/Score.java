package dev.bellwether.analyst;

import dev.bellwether.market.Measure;

/**
 * How well a firm's targets did. The measures are missing on fewer than five judged calls.
 *
 * @param key the firm's key
 * @param firm its name as shown
 * @param calls how many of its targets are known
 * @param judged how many of them are at least 12 months old and have prices
 * @param reached how many of the judged were reached within 12 months
 * @param share {@code reached} in percent of {@code judged}
 * @param medianDays from the call to the day it was reached, over the judged that were reached; calendar days
 * @param meanError of target against the close 12 months later, in percent of that close; positive where targets were too high
 * @param meanDistance the same without the sign: how far off the targets were
 * @param young how many are too young to be judged
 * @param youngReached how many of the young were reached already
 * @param unjudged how many lack prices
 */
public record Score(
        String key,
        String firm,
        int calls,
        int judged,
        int reached,
        Measure share,
        Measure medianDays,
        Measure meanError,
        Measure meanDistance,
        int young,
        int youngReached,
        int unjudged) {}
