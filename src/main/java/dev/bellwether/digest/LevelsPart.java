package dev.bellwether.digest;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.market.Level;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Levels that were met since the last digest, each with the last that became of it, and those that are near now. */
final class LevelsPart {
    private static final int MOST = 12;
    private static final int MOST_SHORT = 4;
    private static final int NEAR = 6;
    private static final int NEAR_SHORT = 2;

    /** Near is within half an average true range, as for breakouts. */
    private static final double NEAR_ATRS = 0.5;

    private final Scene scene;

    LevelsPart(Scene scene) {
        this.scene = scene;
    }

    Part part() {
        List<Fact.LevelMet> met = met();
        List<Line> lines =
                new ArrayList<>(Part.cut(met.stream().map(LevelsPart::line).toList(), scene.most(MOST, MOST_SHORT)));
        Line near = near();
        if (!near.isEmpty()) {
            lines.add(near);
        }
        Line heading = Line.say("digest.levels");
        return met.isEmpty()
                ? Part.standing(heading, lines)
                : Part.news(
                        heading, lines, met.stream().map(Fact.LevelMet::source).toList());
    }

    /** Of each try at a level the last thing that happened, the newest first. */
    private List<Fact.LevelMet> met() {
        Map<String, Fact.LevelMet> last = new LinkedHashMap<>();
        scene.common().seen(Fact.LevelMet.class, scene.newAfter()).stream()
                .filter(fact -> scene.symbols().contains(fact.symbol()))
                // What a member of some chat set is that chat's own.
                .filter(fact -> fact.level().kind() != WatchedLevel.Kind.MEMBER)
                .filter(fact -> scene.tells(fact.key(), fact.at()))
                .forEach(fact -> last.put(fact.first(), fact));
        return last.values().stream()
                .sorted(Comparator.comparing(Fact.LevelMet::at).reversed())
                .toList();
    }

    private static Line line(Fact.LevelMet fact) {
        Line level = Line.say(
                "digest.level.at",
                name(fact.level()),
                new Value.Price(fact.level().price(), fact.level().currency()));
        Value price = new Value.Price(fact.price(), fact.level().currency());
        Line symbol = Line.empty().strong(fact.listing());
        Line line = switch (fact.stage()) {
            case NEAR -> Line.say("digest.level.near", symbol, level, price);
            case BROKEN ->
                fact.upward()
                        ? Line.say("digest.level.above", symbol, level, price)
                        : Line.say("digest.level.below", symbol, level, price);
            case CONFIRMED ->
                fact.upward()
                        ? Line.say("digest.level.held-above", symbol, level, price)
                        : Line.say("digest.level.held-below", symbol, level, price);
            case FAILED -> Line.say("digest.level.failed", symbol, level, price);
        };
        return fact.volume() == null
                ? line
                : Line.say("digest.level.volume", line, new Value.Figure(fact.volume(), 1, "x"));
    }

    private static Line name(WatchedLevel level) {
        return switch (level.kind()) {
            case HIGH_52W -> Line.say("digest.level.high-year");
            case LOW_52W -> Line.say("digest.level.low-year");
            case SMA_50 -> Line.of("SMA 50");
            case SMA_200 -> Line.of("SMA 200");
            case DONCHIAN_20_HIGH -> Line.say("digest.level.high-month");
            case DONCHIAN_20_LOW -> Line.say("digest.level.low-month");
            case SWING_HIGHS -> Line.say("digest.level.swing-highs");
            case SWING_LOWS -> Line.say("digest.level.swing-lows");
            case SWINGS -> Line.say("digest.level.swings");
            case PRESS -> Line.say("digest.level.press", level.named());
            case MEMBER -> Line.say("digest.level.member");
        };
    }

    private Line near() {
        List<Line> near = new ArrayList<>();
        for (Snapshot snapshot : scene.snapshots()) {
            snapshot.view().levels().all().stream()
                    .filter(LevelsPart::isNear)
                    .min(Comparator.comparingDouble(level -> Math.abs(level.distance())))
                    .ifPresent(level -> near.add(near(snapshot, level)));
        }
        return near.isEmpty()
                ? Line.empty()
                : Line.say(
                        "digest.level.now",
                        Line.joined("desk.semicolon", Part.cut(near, scene.most(NEAR, NEAR_SHORT))));
    }

    private static boolean isNear(Level level) {
        return level.distanceAtr() instanceof Measure.Known(double atrs) && Math.abs(atrs) <= NEAR_ATRS;
    }

    private static Line near(Snapshot snapshot, Level level) {
        String symbol = snapshot.listing().symbol();
        Value price = new Value.Price(level.price(), snapshot.listing().currency());
        Value away = Value.Percent.distance(level.distance());
        return level.kind() == Level.Kind.RESISTANCE
                ? Line.say("digest.level.under", symbol, level.origin(), price, away)
                : Line.say("digest.level.over", symbol, level.origin(), price, away);
    }
}
