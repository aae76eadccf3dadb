import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;

/** Units of US dollar and Hong Kong dollar per euro, on the days of the euro payment system. */
final class Rates {
    private static final TradingDays DAYS = TradingDays.TARGET;

    private final double[] usd;
    private final double[] hkd;

    Rates() {
        int size = DAYS.days.size();
        double[] dollar = Curve.bridge(size, DAYS.table(Anchors.USD_PER_EURO), 0.0018, new Dice(1999));
        double[] peg = Curve.bridge(size, DAYS.table(Anchors.HKD_PER_USD), 0.0001, new Dice(1983));
        usd = IntStream.range(0, size)
                .mapToDouble(i -> Curve.round(dollar[i], 1e4))
                .toArray();
        hkd = IntStream.range(0, size)
                .mapToDouble(i -> Curve.round(dollar[i] * peg[i], 1e4))
                .toArray();
    }

    /** US dollars per euro, at the last fixing on or before a day. */
    double usdPerEuro(LocalDate day) {
        return usd[DAYS.lastUpTo(day)];
    }

    /** Hong Kong dollars per US dollar, at the last fixing on or before a day. */
    double hkdPerUsd(LocalDate day) {
        return hkd[DAYS.lastUpTo(day)] / usd[DAYS.lastUpTo(day)];
    }

    void write(Path file) throws IOException {
        CsvFile.write(
                file,
                "Date,USD,HKD",
                usd.length,
                i -> String.format(Locale.ROOT, "%s,%.4f,%.4f", DAYS.days.get(i), usd[i], hkd[i]));
    }
}
