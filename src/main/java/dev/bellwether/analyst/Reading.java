package dev.bellwether.analyst;

import dev.bellwether.market.MarketView;
import dev.bellwether.market.Measure;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.LocalDate;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value that a statement may mean.
 *
 * @param number in the unit of the statement
 * @param shown the same for a person
 * @param what what it is
 * @param listing symbol of the listing
 * @param day the trading day it holds for
 */
record Reading(
        double number,
        Value shown,
        Line what,
        String listing,
        @Nullable LocalDate day) {

    /** The reading of a measure of the last closed bar; none if it is missing. */
    static Stream<Reading> ofBar(MarketView view, Measure measure, Line what, DoubleFunction<Value> shown) {
        LocalDate day = view.lastBar() == null ? null : view.lastBar().date();
        return of(view, measure, what, day, shown);
    }

    /** The reading of a measure of the view's price; none if it is missing. */
    static Stream<Reading> ofPrice(MarketView view, Measure measure, Line what, DoubleFunction<Value> shown) {
        LocalDate day = view.price() == null ? null : view.price().day();
        return of(view, measure, what, day, shown);
    }

    static Stream<Reading> of(
            MarketView view, Measure measure, Line what, @Nullable LocalDate day, DoubleFunction<Value> shown) {
        return measure.number().stream()
                .mapToObj(number -> new Reading(
                        number, shown.apply(number), what, view.listing().symbol(), day));
    }
}
