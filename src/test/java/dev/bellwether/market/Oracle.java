package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import java.util.List;

/** The indicators as a spreadsheet would have them: plain loops, no sharing with the code under test. */
final class Oracle {
    private Oracle() {}

    static double sma(List<Bar> bars, int end, int n) {
        double sum = 0;
        for (int i = end - n + 1; i <= end; i++) {
            sum += bars.get(i).close();
        }
        return sum / n;
    }

    static double ema(List<Bar> bars, int end, int n) {
        double ema = sma(bars, n - 1, n);
        for (int i = n; i <= end; i++) {
            ema = bars.get(i).close() * 2 / (n + 1) + ema * (n - 1) / (n + 1);
        }
        return ema;
    }

    static double macd(List<Bar> bars, int end) {
        return ema(bars, end, 12) - ema(bars, end, 26);
    }

    static double signal(List<Bar> bars, int end) {
        double signal = 0;
        for (int i = 25; i < 34; i++) {
            signal += macd(bars, i) / 9;
        }
        for (int i = 34; i <= end; i++) {
            signal = signal * 0.8 + macd(bars, i) * 0.2;
        }
        return signal;
    }

    static double rsi(List<Bar> bars, int end) {
        double up = 0;
        double down = 0;
        for (int i = 1; i <= end; i++) {
            double change = bars.get(i).close() - bars.get(i - 1).close();
            double gain = change > 0 ? change : 0;
            double loss = change < 0 ? -change : 0;
            up = i <= 14 ? up + gain / 14 : (up * 13 + gain) / 14;
            down = i <= 14 ? down + loss / 14 : (down * 13 + loss) / 14;
        }
        return down == 0 ? 100 : 100 - 100 / (1 + up / down);
    }

    static double atr(List<Bar> bars, int end) {
        double atr = 0;
        for (int i = 0; i <= end; i++) {
            Bar bar = bars.get(i);
            double range = bar.high() - bar.low();
            if (i > 0) {
                double before = bars.get(i - 1).close();
                range = Math.max(range, Math.max(Math.abs(bar.high() - before), Math.abs(bar.low() - before)));
            }
            atr = i < 14 ? atr + range / 14 : (atr * 13 + range) / 14;
        }
        return atr;
    }

    static double deviation(List<Bar> bars, int end, int n) {
        double mean = sma(bars, end, n);
        double squares = 0;
        for (int i = end - n + 1; i <= end; i++) {
            squares += (bars.get(i).close() - mean) * (bars.get(i).close() - mean);
        }
        return Math.sqrt(squares / n);
    }
}
