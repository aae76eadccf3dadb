/**
 * Decides when rules fire: the cost of a price depends on what it crosses, not on how many rules are armed.
 */
@NullMarked
package dev.bellwether.watch.engine;

import org.jspecify.annotations.NullMarked;
