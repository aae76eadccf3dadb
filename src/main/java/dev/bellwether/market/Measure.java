package dev.bellwether.market;

import dev.bellwether.talk.Line;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A computed number, or the reason why there is none. Never a stand-in such as 0 or NaN. */
public sealed interface Measure {

    /**
     * A number.
     *
     * @param value finite
     */
    record Known(double value) implements Measure {
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not finite: " + value);
            }
        }
    }

    /**
     * No number.
     *
     * @param why the reason in a few words that can stand in brackets, such as "needs 200 bars, has 57"
     * @param barsMissing at least how many more bars are needed; 0 if more bars would not help
     */
    record Missing(Line why, int barsMissing) implements Measure {
        /** Missing for a reason that is the same in every language. */
        public Missing(String why, int barsMissing) {
            this(Line.of(why), barsMissing);
        }

        /** Missing for a reason that more bars would not change. */
        public Missing(Line why) {
            this(why, 0);
        }

        /** The same where the reason is the same in every language. */
        public Missing(String why) {
            this(Line.of(why));
        }
    }

    /** The number if it is finite; else missing, since the prices were too large or too small to compute with. */
    static Measure of(double value) {
        return Double.isFinite(value) ? new Known(value) : new Missing(Line.say("market.beyond"));
    }

    /** The number, if there is one. */
    default OptionalDouble number() {
        return switch (this) {
            case Known(double value) -> OptionalDouble.of(value);
            case Missing _ -> OptionalDouble.empty();
        };
    }

    /** What the function makes of the number; a missing one stays missing for the same reason. */
    default Measure map(DoubleUnaryOperator function) {
        return switch (this) {
            case Known(double value) -> of(function.applyAsDouble(value));
            case Missing missing -> missing;
        };
    }
}
