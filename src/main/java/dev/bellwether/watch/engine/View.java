package dev.bellwether.watch.engine;

import dev.bellwether.market.Indicators;
import dev.bellwether.watch.rule.Quantity;

/**
 * What numbers are computed from at one moment.
 *
 * @param bars up to the last closed one, seen from the price's day
 * @param price NaN if there is none
 * @param parity in percent; NaN if not known
 * @param days until the company is said to report: infinite if nobody says, NaN if the day is not known
 */
record View(Indicators bars, double price, double parity, double days) {
    /** Values are kept to twelve digits, so that what is equal but for the rounding of its computation is equal. */
    private static final int DIGITS = 12;

    /** Nearer to zero than this is zero. */
    private static final double NOTHING = 1e-10;

    /** A quantity's value; NaN if missing. */
    double value(Quantity quantity) {
        return value(quantity.kind(), base(quantity), price);
    }

    /** What remains of a quantity's value while only the price changes: its value, or for a change the close that it is measured from. */
    double base(Quantity quantity) {
        return switch (quantity.kind()) {
            case PRICE -> 0;
            case CHANGE -> bars.changeBase(quantity.period());
            case SMA -> rounded(bars.sma(quantity.length()));
            case EMA -> rounded(bars.ema(quantity.length()));
            case HIGH_52W -> bars.yearHigh();
            case LOW_52W -> bars.yearLow();
            case DONCHIAN_HIGH -> bars.donchianHigh(quantity.length());
            case DONCHIAN_LOW -> bars.donchianLow(quantity.length());
            case ATR -> rounded(bars.atr());
            case RSI -> rounded(bars.rsi());
            case VOLUME -> rounded(bars.volumeMultiple());
            case PARITY -> rounded(parity);
        };
    }

    /** The value at a price. */
    static double value(Quantity.Kind kind, double base, double price) {
        return switch (kind) {
            case PRICE -> price;
            case CHANGE -> rounded((price / base - 1) * 100);
            default -> base;
        };
    }

    static double rounded(double value) {
        double size = Math.abs(value);
        if (size < NOTHING) {
            return 0;
        }
        int places = DIGITS - 1 - (int) Math.floor(Math.log10(size));
        if (!(size < 1e12) || places > 22) {
            return value;
        }
        double scale = Math.pow(10, places);
        return Math.rint(value * scale) / scale;
    }
}
