/**
 * What can be computed from prices: indicators, levels, parity of listings. The only home of ta4j.
 */
@NullMarked
package dev.bellwether.market;

import org.jspecify.annotations.NullMarked;
