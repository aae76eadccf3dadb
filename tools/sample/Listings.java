import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The listings, and what each of them has to pass through besides its {@link Anchors}. */
final class Listings {
    private Listings() {}

    static Bars baba() {
        TradingDays nyse = TradingDays.NYSE;
        Dice dice = new Dice(9988);
        double[] close = Curve.bridge(nyse.days.size(), nyse.table(Anchors.BABA), 0.018, dice);
        int turn = nyse.at("2026-01-02");
        Curve.solveMean(close, 200, turn, 144.00, nyse.at("2025-03-24"), nyse.at("2025-09-17"));
        return new Bars(nyse, close, dice)
                .draw(0.009)
                .fence("2024-01-02", "2025-10-01", 1, 186.50)
                .fence("2025-10-03", "2025-11-14", 1, 190.40)
                .fence("2025-11-18", "2025-12-31", 1, 154.20)
                .fence("2026-01-02", "2026-01-02", 144.10, 154.60)
                .fence("2026-01-05", "2026-01-09", 146.10, 153.90)
                .fence("2026-01-12", "2026-01-12", 154.40, 168.90)
                .fence("2026-01-13", "2026-01-30", 155.60, 184.40)
                .peak("2025-10-02", 192.10)
                .peak("2025-11-26", 155.30)
                .peak("2025-12-09", 154.85)
                .peak("2025-12-17", 155.10)
                .trade(7.6e6)
                .meanVolume("2026-01-02", 50, 20, 7.34e6)
                .meanVolume("2026-01-02", 20, 0, 7.28e6)
                .volume("2026-01-02", 15_742_300)
                .volumeMultiple("2026-01-12", 2.3);
    }

    /** Hong Kong closes before New York opens: its close knows most of the day's news, and yesterday's price. */
    static Bars hongKong(Bars adr, Rates rates) {
        Dice dice = new Dice(2019);
        ToDoubleFunction<LocalDate> unit = day -> rates.hkdPerUsd(day) / 8;
        double[] close = follow(adr, TradingDays.HKEX, 0.8, unit, Anchors.HONG_KONG, dice);
        return new Bars(TradingDays.HKEX, close, dice)
                .draw(0.007)
                .trade(6.2e7)
                .volumeMultiple("2026-01-02", 1.9)
                .volumeMultiple("2026-01-12", 2.1);
    }

    /** One unit of the Frankfurt line is one American one; it closes two hours after New York opens. */
    static Bars frankfurt(Bars adr, Rates rates) {
        Dice dice = new Dice(2014);
        ToDoubleFunction<LocalDate> unit = day -> 1 / rates.usdPerEuro(day);
        double[] close = follow(adr, TradingDays.XETRA, 0.6, unit, Anchors.FRANKFURT, dice);
        return new Bars(TradingDays.XETRA, close, dice)
                .draw(0.006)
                .fence("2024-01-02", "2025-10-01", 1, 160.90)
                .fence("2025-10-03", "2026-01-30", 1, 160.90)
                .peak("2025-10-02", 161.60)
                .trade(3.4e4)
                .volumeMultiple("2026-01-02", 2.0)
                .volumeMultiple("2026-01-12", 2.2);
    }

    /** Closes that follow another line, with a small drift of their own that is bent to meet the anchors. */
    private static double[] follow(
            Bars leader,
            TradingDays calendar,
            double today,
            ToDoubleFunction<LocalDate> unit,
            String anchors,
            Dice dice) {
        double[] close = new double[calendar.days.size()];
        double drift = 0;
        for (int i = 0; i < close.length; i++) {
            LocalDate day = calendar.days.get(i);
            drift = 0.6 * drift + 0.002 * dice.normal();
            double known = today * leader.closeUpTo(day) + (1 - today) * leader.closeUpTo(day.minusDays(1));
            close[i] = known * unit.applyAsDouble(day) * StrictMath.exp(drift);
        }
        NavigableMap<Integer, Double> bends = new TreeMap<>();
        calendar.table(anchors).forEach((i, price) -> bends.put(i, StrictMath.log(price / close[i])));
        double[] bend = Curve.lines(close.length, bends);
        for (int i = 0; i < close.length; i++) {
            close[i] *= StrictMath.exp(bend[i]);
        }
        return close;
    }

    static Bars bidu() {
        return american(Anchors.BIDU, 0.017, 2800)
                .trade(3.1e6)
                .volumeMultiple("2026-01-02", 3.0)
                .volumeMultiple("2026-01-12", 1.7);
    }

    static Bars pdd() {
        return american(Anchors.PDD, 0.017, 2018).trade(7.4e6).volumeMultiple("2026-01-02", 1.2);
    }

    static Bars jd() {
        return american(Anchors.JD, 0.015, 1998).trade(9.2e6).volumeMultiple("2026-01-02", 1.3);
    }

    private static Bars american(String anchors, double volatility, long seed) {
        TradingDays nyse = TradingDays.NYSE;
        Dice dice = new Dice(seed);
        double[] close = Curve.bridge(nyse.days.size(), nyse.table(anchors), volatility, dice);
        return new Bars(nyse, close, dice).draw(0.008);
    }
}
