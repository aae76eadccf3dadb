package dev.bellwether.watch.run;

import dev.bellwether.fact.Provenance;
import dev.bellwether.watch.engine.Observation;
import java.time.Duration;
import java.time.Instant;

/**
 * One observation of one listing, and how far the watch has come with it.
 *
 * @param watched the listing
 * @param observation what is new
 * @param after how far the watch has come then
 * @param late how long ago it happened; zero while the bot was watching
 * @param source where it comes from
 * @param origin what is younger than this does not fire: an alert that was set after it happened
 * @param quiet whether nothing fires: the first of its kind only says how things stand
 */
record Step(
        Watched watched,
        Observation observation,
        Cursor after,
        Duration late,
        Provenance source,
        Instant origin,
        boolean quiet) {}
