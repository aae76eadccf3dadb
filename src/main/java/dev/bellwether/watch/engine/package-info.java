/**
 * Decides when rules fire: the cost of a price depends on what it crosses, not on how many rules are armed.
 *
 * <p><b>Two bases.</b> On {@code TICKS} the price is the latest one: the last {@code Priced}, or the last close once its day's bar is
 * complete. On {@code CLOSES} it is the last close. All else is the same on both and counts at once when it is told: indicators of the
 * last closed bar ({@code market.Indicators}), parity, days until the report, news, facts. Levels of days (52-week extremes, Donchian's
 * channel, the closes that changes are measured from) are those before the price's day, which is a day at the exchange.
 *
 * <p><b>Conditions.</b>
 *
 * <ul>
 *   <li>{@code Compare}: equal to the threshold counts as the relation says. Computed numbers are rounded to twelve digits, so a change
 *       from 100 to 105 is 5% and not a little more, and averages of a price that stands still are that price.
 *   <li>{@code Crosses}: on one side at the observation before, on the other now. A number that stands on the level keeps the side it came
 *       from: that of the last other price (or parity); without one, of the last close that was not on it, twenty closes back. So touching and
 *       coming back is no crossing; touching and going on is.
 *   <li>{@code Closes}: each of the last closes lay strictly beyond the level, which is that of its own day if it moves. Changes with closes on
 *       both bases.
 *   <li>{@code Within}: both ends count. Of a constant the range is rounded to twelve digits; percents of zero are unknown.
 *   <li>{@code NewExtreme}: the first price of its day strictly beyond the extreme of the 52 weeks before that day.
 *   <li>{@code AverageCross}: {@code Crosses} of SMA 50 and SMA 200, which only closes change.
 *   <li>{@code Breakout}: a {@code Fact.LevelMet} of this listing is learned, at its stage {@code BROKEN} or {@code CONFIRMED}.
 *   <li>{@code TargetChanged}: a {@code Fact.Call} of one analyst is learned in which old and new target are printed and differ, or in which no
 *       old target is printed and the text says raised or cut.
 *   <li>{@code News}: the phrase stands in title or text as whole words, see {@link dev.bellwether.watch.engine.Phrases}.
 *   <li>{@code EarningsIn}: from so many days before the report to its day; false if nobody names a day, unknown before the first
 *       {@code Dawned}.
 *   <li>{@code All}, {@code Any}, {@code Not} combine as Kleene has it. An event is true at its observation and false again before the next.
 * </ul>
 *
 * <p><b>Beginnings.</b> What a rule is armed with, and the first bars, price, parity and day that are told of a listing, are where it starts
 * from: nothing fires by them.
 *
 * <p><b>Gaps.</b> What fires at a price marked as the first of its session is marked as a gap, since the session opened beyond the threshold.
 *
 * <p><b>Splits.</b> Known bars that come back in another scale, a suspected split whose day's bar comes, and the first price of a suspected
 * day that shows the jump: all prices known, and all amounts of money in conditions, are brought to the new scale before anything is looked
 * at, see {@link dev.bellwether.watch.engine.Scales}. A price of the new day that comes before the split is known can't be told from a crash;
 * so bars, or the suspicion, should be told first.
 *
 * <p><b>How it is kept.</b> A {@code Ticker} for each listing knows bars (packed) and prices, and has a {@code Side} for each basis. A side
 * has one {@code Leaf} for each different condition without parts and one {@code Joint} for each different combination, with the ids of the
 * rules that have just it. Leaves with a number wait in the {@code LevelBook} of that number. A {@code Pass} carries what changes from leaves
 * to joints to rules.
 */
@NullMarked
package dev.bellwether.watch.engine;

import org.jspecify.annotations.NullMarked;
