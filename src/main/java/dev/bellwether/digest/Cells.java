package dev.bellwether.digest;

import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.function.DoubleFunction;

/** Measures as values of a card. */
final class Cells {
    private Cells() {}

    static Value of(Measure measure, DoubleFunction<Value> shown) {
        return switch (measure) {
            case Measure.Known(double number) -> shown.apply(number);
            case Measure.Missing(Line why, int _) -> new Value.Missing(why);
        };
    }

    /** In a table a reason would tear the columns apart. */
    static Line cell(Measure measure, DoubleFunction<Value> shown) {
        return Line.of(
                measure instanceof Measure.Known(double number)
                        ? shown.apply(number)
                        : new Value.Missing(Line.empty()));
    }

    static Value change(Measure measure, String period) {
        return of(measure, number -> Value.Percent.change(number, period));
    }

    static Value price(Snapshot snapshot) {
        return snapshot.view().price() == null
                ? new Value.Missing(Line.empty())
                : new Value.Price(
                        snapshot.view().price().price(), snapshot.listing().currency());
    }
}
