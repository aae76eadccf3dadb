/**
 * What can be computed from prices: indicators, levels, parity of listings. The only home of ta4j.
 *
 * <p>Everything here is a pure function of closed daily bars, one live price and a moment: no clock, no state, no caches
 * that outlive a call. {@link dev.bellwether.market.MarketView#of} is the door. Indicators are values of the last closed
 * bar; only distances and changes look at the live price.
 *
 * <p><b>What comes from ta4j 0.22 and what does not.</b> Simple averages, the (population) standard deviation, highest and
 * lowest value of a window and the true range are ta4j's. The two recursive averages are our own
 * ({@link dev.bellwether.market.Smoothing}), because ta4j starts them with a single value where Wilder, Appel and the
 * charting packages start with the simple average of the first n values: on the 20 closes of the best known printed example
 * its first RSI 14 is 0 instead of 70.5, and its ATR starts from the 14th day alone.
 */
@NullMarked
package dev.bellwether.market;

import org.jspecify.annotations.NullMarked;
