/**
 * Prices: one class per source, the order in which they are asked, checks on what they answer, exchange rates.
 */
@NullMarked
package dev.bellwether.quote;

import org.jspecify.annotations.NullMarked;
