import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** The bars of a listing, columns side by side; the closes come first, the rest of a bar is drawn around them. */
final class Bars {
    private final TradingDays calendar;
    private final Dice dice;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    Bars(TradingDays calendar, double[] close, Dice dice) {
        this.calendar = calendar;
        this.dice = dice;
        this.close = Arrays.stream(close).map(c -> Curve.round(c, 100)).toArray();
        open = new double[close.length];
        high = new double[close.length];
        low = new double[close.length];
        volume = new double[close.length];
    }

    /** Draws open, high and low; the wick is the usual distance of a high from open and close, as a part of the price. */
    Bars draw(double wick) {
        for (int i = 0; i < close.length; i++) {
            double before = close[Math.max(0, i - 1)];
            double gap = 0.5 * StrictMath.log(close[i] / before) + 0.7 * wick * dice.normal();
            open[i] = Curve.round(before * StrictMath.exp(gap), 100);
            double up = StrictMath.exp(wick * Math.abs(dice.normal()));
            double down = StrictMath.exp(-wick * Math.abs(dice.normal()));
            high[i] = Curve.round(Math.max(open[i], close[i]) * up, 100);
            low[i] = Curve.round(Math.min(open[i], close[i]) * down, 100);
        }
        return this;
    }

    /** Keeps the bars of a stretch between two prices: what would reach beyond them turns halfway. */
    Bars fence(String from, String to, double floor, double ceiling) {
        for (int i = calendar.at(from); i <= calendar.at(to); i++) {
            if (close[i] < floor || close[i] > ceiling) {
                throw new IllegalStateException(calendar.days.get(i) + " closes outside of its fence: " + close[i]);
            }
            open[i] = turned(open[i], close[i], floor, ceiling);
            high[i] = turned(high[i], Math.max(open[i], close[i]), floor, ceiling);
            low[i] = turned(low[i], Math.min(open[i], close[i]), floor, ceiling);
        }
        return this;
    }

    private static double turned(double price, double start, double floor, double ceiling) {
        double inside = Math.clamp(price, floor, ceiling);
        return inside == price ? price : Curve.round((start + inside) / 2, 100);
    }

    /** Sets the high of a day. */
    Bars peak(String day, double price) {
        int i = calendar.at(day);
        high[i] = price;
        open[i] = Math.min(open[i], price);
        if (close[i] > price) {
            throw new IllegalStateException(day + " closes above its high: " + close[i]);
        }
        return this;
    }

    /** Draws volumes around a typical one: more on days of large moves, half on half days. */
    Bars trade(double typical) {
        for (int i = 0; i < close.length; i++) {
            double move = Math.abs(StrictMath.log(close[i] / close[Math.max(0, i - 1)]));
            double half = calendar.halfDays.contains(calendar.days.get(i)) ? 0.55 : 1;
            volume[i] = typical * half * (0.8 + 9 * Math.min(move, 0.08)) * StrictMath.exp(0.2 * dice.normal());
        }
        return this;
    }

    /** Scales the volumes of the days before one, from so many days back up to so many, to the mean wanted. */
    Bars meanVolume(String day, int back, int upTo, double mean) {
        int from = calendar.at(day) - back;
        int to = calendar.at(day) - upTo;
        double factor = mean / Curve.mean(volume, from, to);
        for (int i = from; i < to; i++) {
            volume[i] *= factor;
        }
        return this;
    }

    Bars volume(String day, double shares) {
        volume[calendar.at(day)] = shares;
        return this;
    }

    /** Sets a day's volume to a multiple of the mean of the 20 days before it. */
    Bars volumeMultiple(String day, double multiple) {
        int i = calendar.at(day);
        return volume(day, multiple * Curve.mean(volume, i - 20, i));
    }

    /** The last close on or before a day. */
    double closeUpTo(LocalDate day) {
        return close[Math.max(0, calendar.lastUpTo(day))];
    }

    void write(Path file) throws IOException {
        CsvFile.write(
                file,
                "Date,Open,High,Low,Close,Volume",
                close.length,
                i -> String.format(
                        Locale.ROOT,
                        "%s,%.2f,%.2f,%.2f,%.2f,%d",
                        calendar.days.get(i),
                        open[i],
                        high[i],
                        low[i],
                        close[i],
                        Math.round(volume[i])));
    }
}
