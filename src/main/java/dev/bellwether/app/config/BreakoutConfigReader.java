package dev.bellwether.app.config;

import dev.bellwether.watch.level.BreakRules;

/** Reads when a level counts as broken for good. */
final class BreakoutConfigReader {
    private static final int MOST_CLOSES = 10;
    private static final int MOST_SESSIONS = 30;
    private static final int MOST_LEVELS = 200;
    private static final int USUAL_LEVELS = 20;
    private static final double MOST_VOLUME = 20;

    private final Readers readers;

    BreakoutConfigReader(Readers readers) {
        this.readers = readers;
    }

    Config.Breakouts read(Section section) {
        BreakRules usual = BreakRules.defaults();
        int closes = section.entry("closes")
                .map(entry -> readers.number(entry, 1, MOST_CLOSES, usual.closes()))
                .orElse(usual.closes());
        double volume = section.entry("volume")
                .map(entry -> readers.decimal(entry, 0, MOST_VOLUME, usual.volume()))
                .orElse(usual.volume());
        int shortest = Math.max(closes, usual.within());
        int within = section.entry("within")
                .map(entry -> readers.number(entry, closes, MOST_SESSIONS, shortest))
                .orElse(shortest);
        int levels = section.entry("member-levels")
                .map(entry -> readers.number(entry, 1, MOST_LEVELS, USUAL_LEVELS))
                .orElse(USUAL_LEVELS);
        section.refuseTheRest();
        return new Config.Breakouts(new BreakRules(closes, volume, within), levels);
    }
}
