package dev.bellwether.digest;

import dev.bellwether.market.MarketView;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The table of the instruments, and over a longer one those that moved most. */
final class MovesPart {
    private static final int ROWS = 25;
    private static final int ROWS_SHORT = 6;
    private static final int NAMED = 3;

    private final Scene scene;

    MovesPart(Scene scene) {
        this.scene = scene;
    }

    Part part() {
        List<Snapshot> priced =
                scene.snapshots().stream().filter(Snapshot::hasPrice).toList();
        if (priced.isEmpty()) {
            return Part.NOTHING;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(scene.spec().weekly() ? Line.say("digest.moves.week") : Line.say("digest.moves")));
        if (scene.spec().weekly() || priced.size() > NAMED) {
            blocks.addAll(extremes(priced));
        }
        blocks.add(table(shown(priced)));
        int left = priced.size() - shown(priced).size();
        if (left > 0) {
            blocks.add(new Block.Paragraph(Line.count("digest.more", left)));
        }
        List<String> without = scene.followed().stream()
                .filter(followed ->
                        priced.stream().noneMatch(snapshot -> snapshot.listing().equals(followed.listing())))
                .map(Followed::symbol)
                .toList();
        if (!without.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.say("digest.moves.without", String.join(", ", without))));
        }
        return new Part(
                blocks,
                priced.stream()
                        .flatMap(snapshot -> snapshot.sources(scene.window().until()).stream())
                        .toList(),
                false);
    }

    /** All in their order if there is room; else those that moved most. */
    private List<Snapshot> shown(List<Snapshot> priced) {
        int most = scene.most(ROWS, ROWS_SHORT);
        return priced.size() <= most
                ? priced
                : priced.stream()
                        .sorted(Comparator.comparingDouble((Snapshot snapshot) -> scene.size(snapshot.view()))
                                .reversed())
                        .limit(most)
                        .toList();
    }

    private List<Block> extremes(List<Snapshot> priced) {
        List<Snapshot> rising = priced.stream()
                .filter(scene::moved)
                .filter(snapshot -> scene.move(snapshot.view()) instanceof Measure.Known)
                .sorted(Comparator.comparingDouble(this::percent))
                .toList();
        List<Block> blocks = new ArrayList<>();
        Line up = named(rising.reversed().stream()
                .filter(snapshot -> percent(snapshot) > 0)
                .toList());
        Line down =
                named(rising.stream().filter(snapshot -> percent(snapshot) < 0).toList());
        if (!up.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    scene.spec().weekly() ? Line.say("digest.best", up) : Line.say("digest.up", up)));
        }
        if (!down.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    scene.spec().weekly() ? Line.say("digest.worst", down) : Line.say("digest.down", down)));
        }
        return blocks;
    }

    private double percent(Snapshot snapshot) {
        return scene.move(snapshot.view()).number().orElse(0);
    }

    private Line named(List<Snapshot> snapshots) {
        return Line.joined(
                "value.comma",
                snapshots.stream()
                        .limit(NAMED)
                        .map(snapshot -> Line.of(snapshot.listing().symbol() + " ")
                                .value(Value.Percent.change(percent(snapshot), scene.period())))
                        .toList());
    }

    private static Block table(List<Snapshot> rows) {
        return new Block.Table(
                List.of(
                        new Block.Column("", false),
                        new Block.Column(Line.say("digest.column.price"), true),
                        new Block.Column(Line.say("digest.column.day"), true),
                        new Block.Column(Line.say("digest.column.week"), true),
                        new Block.Column(Line.say("digest.column.volume"), true),
                        new Block.Column("RSI", true),
                        new Block.Column("SMA 200", true)),
                rows.stream().map(MovesPart::row).toList());
    }

    private static List<Line> row(Snapshot snapshot) {
        MarketView view = snapshot.view();
        return List.of(
                Line.of(snapshot.listing().symbol()),
                Line.of(Cells.price(snapshot)),
                Cells.cell(view.change("1d").percent(), number -> Value.Percent.change(number, "1d")),
                Cells.cell(view.change("7d").percent(), number -> Value.Percent.change(number, "7d")),
                Cells.cell(view.volume().multiple20(), number -> new Value.Figure(number, 1, "x")),
                Cells.cell(view.momentum().rsi14(), number -> new Value.Figure(number, 0, null)),
                Cells.cell(view.averages().sma200().distance(), Value.Percent::distance));
    }
}
