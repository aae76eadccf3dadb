package dev.bellwether.watch.run;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which listings somebody wants watched, and how closely. */
final class Interest {
    private static final String ALL = "breakouts";

    private final Sensors sensors;
    private final Interests others;
    private final Supply supply;
    private final WatchSettings settings;

    Interest(Sensors sensors, Interests others, Supply supply, WatchSettings settings) {
        this.sensors = sensors;
        this.others = others;
        this.supply = supply;
        this.settings = settings;
    }

    /** Each such listing with the pause between two looks. */
    Map<Listing, Duration> wanted() {
        Map<Listing, Duration> wanted = new LinkedHashMap<>();
        for (String symbol : sensors.listings()) {
            Duration pause = sensors.wantsTicks(symbol) ? settings.ticks() : settings.otherwise();
            supply.listings().apply(symbol).ifPresent(listing -> want(wanted, listing, pause));
        }
        for (String topic : others.breakoutTopics()) {
            if (topic.equals(ALL)) {
                supply.followed().forEach(one -> want(wanted, one.primary(), settings.otherwise()));
            } else {
                find(topic.substring(ALL.length() + 1))
                        .ifPresent(listing -> want(wanted, listing, settings.otherwise()));
            }
        }
        for (String symbol : others.listed()) {
            find(symbol).ifPresent(listing -> want(wanted, listing, settings.otherwise()));
        }
        return wanted;
    }

    /** What has several listings means the main one, unless the symbol is one of the others'. */
    private Optional<Listing> find(String symbol) {
        Function<Instrument, Listing> meant =
                instrument -> instrument.listing(symbol).orElse(instrument.primary());
        return supply.instruments()
                .apply(symbol)
                .map(meant)
                .or(() -> supply.listings().apply(symbol));
    }

    private static void want(Map<Listing, Duration> wanted, Listing listing, Duration pause) {
        wanted.merge(listing, pause, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }
}
