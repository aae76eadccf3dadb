import java.util.Arrays;
import java.util.NavigableMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Curves over the days of one calendar. */
final class Curve {
    private Curve() {}

    /** Values through every anchor, the logarithms between two anchors a random walk tied down at both ends. */
    static double[] bridge(int size, NavigableMap<Integer, Double> anchors, double volatility, Dice dice) {
        double[] values = new double[size];
        for (var from = anchors.firstEntry(); from != null; from = anchors.higherEntry(from.getKey())) {
            values[from.getKey()] = from.getValue();
            var to = anchors.higherEntry(from.getKey());
            if (to != null) {
                fill(values, from.getKey(), to.getKey(), from.getValue(), to.getValue(), volatility, dice);
            }
        }
        return values;
    }

    private static void fill(
            double[] values, int from, int to, double start, double end, double volatility, Dice dice) {
        double[] walk = new double[to - from + 1];
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + volatility * dice.normal();
        }
        double slope = (StrictMath.log(end / start) - walk[to - from]) / (to - from);
        for (int i = 1; i < to - from; i++) {
            values[from + i] = start * StrictMath.exp(walk[i] + slope * i);
        }
    }

    /** Straight lines through the points given, level before the first and after the last. */
    static double[] lines(int size, NavigableMap<Integer, Double> points) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            var before = points.floorEntry(i) == null ? points.firstEntry() : points.floorEntry(i);
            var after = points.ceilingEntry(i) == null ? points.lastEntry() : points.ceilingEntry(i);
            double span = after.getKey() - before.getKey();
            double part = span <= 0 ? 0 : (i - before.getKey()) / span;
            values[i] = before.getValue() + part * (after.getValue() - before.getValue());
        }
        return values;
    }

    /** Lifts (or lowers) a stretch by a smooth hump so that the mean of the last values up to a day is the one wanted. */
    static void solveMean(double[] values, int count, int until, double mean, int humpFrom, int humpTo) {
        ToDoubleFunction<Integer> hump = i -> {
            double sine = StrictMath.sin(StrictMath.PI * (i - humpFrom) / (humpTo - humpFrom));
            return sine * sine;
        };
        double missing = mean * count
                - Arrays.stream(values, until - count + 1, until + 1).sum();
        double weight =
                IntStream.range(humpFrom, humpTo).boxed().mapToDouble(hump).sum();
        for (int i = humpFrom; i < humpTo; i++) {
            values[i] += missing / weight * hump.applyAsDouble(i);
        }
    }

    static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    static double round(double value, double perUnit) {
        return StrictMath.rint(value * perUnit) / perUnit;
    }
}
