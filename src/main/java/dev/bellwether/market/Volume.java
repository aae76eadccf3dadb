package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;

/**
 * The volume of the last closed bar, in units of the listing, against what was usual before it. The averages are of the 20 and
 * 50 bars <em>before</em> that bar, so that a spike does not raise what it is compared with. The running session's volume
 * is not looked at: half a day does not compare with whole ones.
 *
 * @param multiple20 last / average20: 2 is twice the usual
 * @param multiple50 last / average50
 */
public record Volume(Measure last, Measure average20, Measure average50, Measure multiple20, Measure multiple50) {

    static final int DAYS = 20;

    static Volume missing(Measure.Missing why) {
        return new Volume(why, why, why, why, why);
    }

    static Volume of(ClosedBars bars) {
        if (bars.size() == 0) {
            return missing(bars.tooShort(1));
        }
        Bar bar = bars.get(bars.size() - 1);
        Measure last = bar.hasVolume() ? Measure.of((double) bar.volume()) : noVolume(bar);
        Measure average20 = average(bars, DAYS);
        Measure average50 = average(bars, 50);
        return new Volume(last, average20, average50, multiple(last, average20), multiple(last, average50));
    }

    private static Measure average(ClosedBars bars, int days) {
        int end = bars.size() - 1;
        if (end < days) {
            return bars.tooShort(days + 1);
        }
        double sum = 0;
        for (int i = end - days; i < end; i++) {
            if (!bars.get(i).hasVolume()) {
                return noVolume(bars.get(i));
            }
            sum += bars.get(i).volume();
        }
        return Measure.of(sum / days);
    }

    private static Measure noVolume(Bar bar) {
        return new Measure.Missing(Line.say("market.volume.none", new Value.Day(bar.date())));
    }

    private static Measure multiple(Measure last, Measure average) {
        return switch (average) {
            case Measure.Known(double usual) when usual == 0 -> new Measure.Missing(Line.say("market.volume.before"));
            case Measure.Known(double usual) -> last.map(volume -> volume / usual);
            case Measure.Missing missing -> missing;
        };
    }
}
