package dev.bellwether.market;

import java.util.Arrays;

/**
 * Exponential averages that start with the simple average of their first n values, as Wilder (New Concepts in Technical
 * Trading Systems, 1978) and the charting packages compute them. ta4j starts with one value, which shows for some hundred
 * bars; see the package's comment.
 *
 * <p>Results are arrays as long as the input; places before the first average are NaN and are never shown.
 */
final class Smoothing {
    private Smoothing() {}

    /**
     * The exponential moving average: each new value counts 2 / (n + 1).
     *
     * @param first index of the first usable value
     */
    static double[] exponential(double[] values, int first, int n) {
        return smooth(values, first, n, 2.0 / (n + 1));
    }

    /**
     * Wilder's average: each new value counts 1 / n.
     *
     * @param first index of the first usable value
     */
    static double[] wilder(double[] values, int first, int n) {
        return smooth(values, first, n, 1.0 / n);
    }

    private static double[] smooth(double[] values, int first, int n, double weight) {
        double[] smoothed = new double[values.length];
        Arrays.fill(smoothed, Double.NaN);
        int seed = first + n - 1;
        if (seed >= values.length) {
            return smoothed;
        }
        double average = mean(values, first, n);
        smoothed[seed] = average;
        for (int i = seed + 1; i < values.length; i++) {
            average += weight * (values[i] - average);
            smoothed[i] = average;
        }
        return smoothed;
    }

    private static double mean(double[] values, int first, int n) {
        double sum = 0;
        for (int i = first; i < first + n; i++) {
            sum += values[i];
        }
        return sum / n;
    }
}
