package dev.bellwether.market;

/** Percentages of prices. */
final class Percent {
    private Percent() {}

    /** How far a value lies above (negative: below) a base, in percent of the base. */
    static Measure above(double base, double value) {
        return Measure.of((value / base - 1) * 100);
    }
}
