/**
 * What the bot knows about the world: instruments and where they trade, bars, ticks, articles, and where each came from.
 * Values only: immutable, no input or output, no clock.
 */
@NullMarked
package dev.bellwether.fact;

import org.jspecify.annotations.NullMarked;
