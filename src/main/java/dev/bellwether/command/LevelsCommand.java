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
import dev.bellwether.watch.level.MemberLevels;
import dev.bellwether.watch.level.PressLevels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /levels [symbol] [add|remove PRICE "note"]}: supports and resistances around the price, and where each comes from; what the press
 * names and members set; and the setting of those.
 */
public final class LevelsCommand implements Command {
    private static final int EACH_SIDE = 5;
    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    /** Of a price with a note. */
    private static final int LONGEST = 200;

    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column(Line.say("levels.column.level"), true),
            new Block.Column(Line.say("levels.column.away"), true),
            new Block.Column(Line.say("levels.column.atrs"), true),
            new Block.Column(Line.say("levels.column.touched"), true),
            new Block.Column(Line.say("levels.column.what"), false));

    private final CommandSpec spec = new CommandSpec(
            "levels",
            Line.say("levels.summary"),
            List.of(
                    new Parameter("symbol", Line.say("levels.symbol"), new Parameter.Symbol(), 0, 1),
                    new Parameter("what", Line.say("levels.what"), new Parameter.Choice(List.of(ADD, REMOVE)), 0, 1),
                    new Parameter("price", Line.say("levels.typed"), new Parameter.Rest(LONGEST), 0, 1)),
            List.of("/levels BABA", "/levels", "/levels BABA add 155 \"buy zone\""));
    private final Markets markets;
    private final Symbols symbols;
    private final NamedLevels named;
    private final LevelSetting setting;

    /**
     * Levels are those of {@link dev.bellwether.market.Levels}.
     *
     * @param press what the press names
     * @param members what members set
     * @param most how many levels a member may set in a chat
     */
    public LevelsCommand(Markets markets, Symbols symbols, PressLevels press, MemberLevels members, int most) {
        this.markets = markets;
        this.symbols = symbols;
        this.named = new NamedLevels(press, members);
        this.setting = new LevelSetting(members, named, most);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        if (arguments.word("what").isEmpty() && !arguments.word("price").isEmpty()) {
            throw new Misused(Line.say("ask.odd", "/levels", Typed.shown(arguments.word("price"))));
        }
        Target target = arguments.targets("symbol").stream()
                .findFirst()
                .or(symbols::first)
                .orElseThrow(() -> new Misused(Line.say("levels.none")));
        Snapshot snapshot = markets.look(List.of(target.listing()), ask.at()).getFirst();
        LatestPrice price = snapshot.view().price();
        if (price == null) {
            return NoPrice.answer(ask, target, snapshot.prices(), symbols);
        }
        return switch (arguments.word("what")) {
            case ADD -> setting.add(ask, target.listing(), price.price(), arguments.word("price"));
            case REMOVE -> setting.remove(ask, target.listing(), arguments.word("price"));
            default -> Answer.of(card(ask, target, snapshot, price));
        };
    }

    private Card card(Ask ask, Target target, Snapshot snapshot, LatestPrice price) {
        Listing listing = snapshot.listing();
        Value here = new Value.Price(price.price(), listing.currency());
        List<Level> around = around(snapshot);
        Card.Builder card = Card.titled(Line.say("levels.title", listing.symbol()), ask.at());
        card.paragraph(Line.say(
                "levels.price", here, Shown.price(snapshot.view().volatility().atr14(), listing.currency())));
        if (around.isEmpty()) {
            card.paragraph(Line.say("levels.nothing"));
        } else {
            card.block(new Block.Table(COLUMNS, rows(around, price, listing)));
        }
        named.fields(ask, target, price.price()).ifPresent(card::block);
        card.block(new Block.Footer(Line.say("levels.how")));
        Notes.of(snapshot).forEach(note -> card.block(new Block.Footer(note)));
        card.block(new Block.Buttons(List.of(
                Buttons.refresh("/levels " + listing.symbol()),
                Buttons.quote(listing.symbol()),
                Buttons.alert(listing.symbol()))));
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
        Line what = level.last() == null
                ? level.origin()
                : Line.say("levels.last", level.origin(), new Value.Day(level.last()));
        return List.of(
                Line.of(new Value.Price(level.price(), listing.currency())),
                Line.of(Value.Percent.distance(level.distance())),
                Line.of(Shown.figure(level.distanceAtr(), 1, null)),
                Line.of(touched),
                what);
    }

    private static List<Line> priceRow(LatestPrice price, Listing listing) {
        return List.of(
                Line.of(new Value.Price(price.price(), listing.currency())),
                Line.empty(),
                Line.empty(),
                Line.empty(),
                Line.empty().strong(Line.say("levels.now")));
    }
}
