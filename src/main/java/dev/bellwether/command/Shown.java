package dev.bellwether.command;

import dev.bellwether.market.Measure;
import dev.bellwether.talk.Value;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Measures as values of a card; what is missing says why. */
final class Shown {
    private Shown() {}

    static Value price(Measure measure, String currency) {
        return switch (measure) {
            case Measure.Known(double amount) -> new Value.Price(amount, currency);
            case Measure.Missing missing -> missing(missing);
        };
    }

    static Value change(Measure measure, String period) {
        return switch (measure) {
            case Measure.Known(double percent) -> Value.Percent.change(percent, period);
            case Measure.Missing missing -> missing(missing);
        };
    }

    static Value distance(Measure measure) {
        return switch (measure) {
            case Measure.Known(double percent) -> Value.Percent.distance(percent);
            case Measure.Missing missing -> missing(missing);
        };
    }

    static Value share(Measure measure) {
        return switch (measure) {
            case Measure.Known(double percent) -> Value.Percent.share(percent);
            case Measure.Missing missing -> missing(missing);
        };
    }

    static Value figure(Measure measure, int decimals, @Nullable String unit) {
        return switch (measure) {
            case Measure.Known(double value) -> new Value.Figure(value, decimals, unit);
            case Measure.Missing missing -> missing(missing);
        };
    }

    static Value count(Measure measure, String unit) {
        return switch (measure) {
            case Measure.Known(double value) -> new Value.Count(Math.round(value), unit);
            case Measure.Missing missing -> missing(missing);
        };
    }

    static Value day(@Nullable LocalDate date) {
        return date == null ? new Value.Missing("") : new Value.Day(date);
    }

    private static Value missing(Measure.Missing missing) {
        return new Value.Missing(missing.why());
    }
}
