package dev.bellwether.watch.rule;

/**
 * Something about one listing that has a number.
 *
 * @param kind what
 * @param length over how many bars, for kinds that say so; else 0
 * @param period {@code 1d}, {@code 7d}, {@code 1m}, {@code ytd} or {@code 12m} for {@link Kind#CHANGE}; else empty
 */
public record Quantity(Kind kind, int length, String period) {
    /** One without length and period. */
    public static Quantity of(Kind kind) {
        return new Quantity(kind, 0, "");
    }

    /** One over a number of bars. */
    public static Quantity over(Kind kind, int length) {
        return new Quantity(kind, length, "");
    }

    /** The change over a period, in percent. */
    public static Quantity change(String period) {
        return new Quantity(Kind.CHANGE, 0, period);
    }

    /** In what a quantity is counted. */
    public enum Unit {
        /** The listing's currency. */
        MONEY,
        PERCENT,
        /** How many times the usual. */
        TIMES,
        /** A plain number. */
        NUMBER
    }

    /** What has a number. */
    public enum Kind {
        /** The latest price; on {@link Rule.Basis#CLOSES} the close. */
        PRICE(Unit.MONEY),
        /** The mean of the last {@code length} closes. */
        SMA(Unit.MONEY),
        /** The exponential average of the closes, weight 2 / (length + 1). */
        EMA(Unit.MONEY),
        /** The highest high of 52 weeks before the price's day. */
        HIGH_52W(Unit.MONEY),
        /** The lowest low of 52 weeks before the price's day. */
        LOW_52W(Unit.MONEY),
        /** The highest high of the last {@code length} closed bars. */
        DONCHIAN_HIGH(Unit.MONEY),
        /** The lowest low of the last {@code length} closed bars. */
        DONCHIAN_LOW(Unit.MONEY),
        /** Wilder's average true range, 14 bars. */
        ATR(Unit.MONEY),
        /** Wilder's RSI, 14 changes, of the last closed bar. */
        RSI(Unit.NUMBER),
        /** The last closed bar's volume against the mean of the 20 before it. */
        VOLUME(Unit.TIMES),
        /** The price against an earlier close, see {@code market.Change}. */
        CHANGE(Unit.PERCENT),
        /** How far the listing stands above what its first other listing implies, either way, see {@code market.Parity}. */
        PARITY(Unit.PERCENT);

        private final Unit unit;

        Kind(Unit unit) {
            this.unit = unit;
        }

        /** In what it is counted. */
        public Unit unit() {
            return unit;
        }
    }
}
