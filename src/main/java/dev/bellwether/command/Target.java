package dev.bellwether.command;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;

/**
 * What a symbol means.
 *
 * @param typed what was typed
 * @param instrument the company or fund
 * @param listing the listing that was named, else the main one
 * @param configured whether the group follows it; false for any other symbol that a price source may know
 */
public record Target(String typed, Instrument instrument, Listing listing, boolean configured) {}
