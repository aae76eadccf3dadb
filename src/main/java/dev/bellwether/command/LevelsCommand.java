package dev.bellwether.command;

import dev.bellwether.fact.Listing;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Level;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code /levels SYMBOL}: supports and resistances around the price, and where each comes from. */
public final class LevelsCommand implements Command {
    private static final int EACH_SIDE = 5;
    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column("Level", true),
            new Block.Column("Away", true),
            new Block.Column("ATRs", true),
            new Block.Column("Touched", true),
            new Block.Column("What it is", false));

    private final CommandSpec spec = new CommandSpec(
            "levels",
            "Supports and resistances around the price",
            List.of(new Parameter(
                    "symbol", "a symbol such as BABA; else the group's first", new Parameter.Symbol(), 0, 1)),
            List.of("/levels BABA", "/levels"));
    private final Markets markets;
    private final Symbols symbols;

    /** Levels are those of {@link dev.bellwether.market.Levels}. */
    public LevelsCommand(Markets markets, Symbols symbols) {
        this.markets = markets;
        this.symbols = symbols;
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        Target target = arguments.targets("symbol").stream()
                .findFirst()
                .or(symbols::first)
                .orElseThrow(() -> new Misused("/levels needs a symbol; the group follows none."));
        Snapshot snapshot = markets.look(List.of(target.listing()), ask.at()).getFirst();
        LatestPrice price = snapshot.view().price();
        if (price == null) {
            return NoPrice.answer(ask, target, snapshot.prices(), symbols);
        }
        return Answer.of(card(ask, snapshot, price));
    }

    private static Card card(Ask ask, Snapshot snapshot, LatestPrice price) {
        Listing listing = snapshot.listing();
        Value here = new Value.Price(price.price(), listing.currency());
        List<Level> around = around(snapshot);
        Card.Builder card = Card.titled("Levels of " + listing.symbol(), ask.at());
        card.paragraph(Line.of("Price ")
                .value(here)
                .text(", ATR 14 ")
                .value(Shown.price(snapshot.view().volatility().atr14(), listing.currency())));
        if (around.isEmpty()) {
            card.paragraph("No level found; that takes some weeks of prices.");
        } else {
            card.block(new Block.Table(COLUMNS, rows(around, price, listing)));
        }
        card.block(
                new Block.Footer(Line.of("Found from swings of the last 250 days that met within half an ATR, from the"
                        + " 52-week range, SMA 50 and 200, and the 20-day channel.")));
        Notes.of(snapshot).forEach(note -> card.block(new Block.Footer(note)));
        Sources.of(snapshot, ask.at()).forEach(card::source);
        return card.datum("symbol", new Value.Words(listing.symbol()))
                .datum("price", here)
                .datum(
                        "levels",
                        new Datum.Items(around.stream()
                                .map(level -> QuoteData.level(level, listing.currency()))
                                .toList()))
                .build();
    }

    /** The nearest on each side, highest first. */
    private static List<Level> around(Snapshot snapshot) {
        return Stream.concat(
                        snapshot.view().levels().resistances().stream().limit(EACH_SIDE),
                        snapshot.view().levels().supports().stream().limit(EACH_SIDE))
                .sorted(Comparator.comparingDouble(Level::price).reversed())
                .toList();
    }

    private static List<List<Line>> rows(List<Level> levels, LatestPrice price, Listing listing) {
        List<List<Line>> rows = new ArrayList<>();
        boolean above = true;
        for (Level level : levels) {
            if (above && level.kind() == Level.Kind.SUPPORT) {
                rows.add(priceRow(price, listing));
                above = false;
            }
            rows.add(row(level, listing));
        }
        if (above) {
            rows.add(priceRow(price, listing));
        }
        return rows;
    }

    private static List<Line> row(Level level, Listing listing) {
        String touched = level.touches() == 0 ? "" : level.touches() + "×";
        String last = level.last() == null ? "" : ", last " + level.last();
        return List.of(
                Line.of(new Value.Price(level.price(), listing.currency())),
                Line.of(Value.Percent.distance(level.distance())),
                Line.of(Shown.figure(level.distanceAtr(), 1, null)),
                Line.of(touched),
                Line.of(level.origin() + last));
    }

    private static List<Line> priceRow(LatestPrice price, Listing listing) {
        return List.of(
                Line.of(new Value.Price(price.price(), listing.currency())),
                Line.empty(),
                Line.empty(),
                Line.empty(),
                Line.empty().strong("price now"));
    }
}
