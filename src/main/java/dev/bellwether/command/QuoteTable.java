package dev.bellwether.command;

import dev.bellwether.fact.Listing;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row for each of several instruments; what has no price gets a sentence below. */
final class QuoteTable {
    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column("", false),
            new Block.Column(Line.say("quote.column.price"), true),
            new Block.Column(Line.say("quote.column.day"), true),
            new Block.Column(Line.say("quote.column.week"), true),
            new Block.Column(Line.say("quote.column.year"), true),
            new Block.Column(Line.say("quote.column.volume"), true),
            new Block.Column("RSI", true),
            new Block.Column("SMA 200", true));

    private final Markets markets;
    private final Symbols symbols;

    QuoteTable(Markets markets, Symbols symbols) {
        this.markets = markets;
        this.symbols = symbols;
    }

    /**
     * @param title of the card
     * @param command asks for the same again
     * @param unknown what was typed and means nothing
     */
    Answer answer(Ask ask, Line title, String command, List<Target> targets, List<String> unknown) {
        List<Listing> listings = targets.stream().map(Target::listing).toList();
        List<Snapshot> snapshots = markets.look(listings, ask.at());
        List<List<Line>> rows = new ArrayList<>();
        List<Datum> items = new ArrayList<>();
        List<Line> troubles = new ArrayList<>();
        List<Line> notes = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        Card.Builder card = Card.titled(title, ask.at());
        for (int i = 0; i < targets.size(); i++) {
            Snapshot snapshot = snapshots.get(i);
            LatestPrice price = snapshot.view().price();
            if (price == null) {
                troubles.add(NoPrice.sentence(targets.get(i), snapshot.prices(), symbols));
            } else {
                rows.add(row(snapshot, price));
                Map<String, Datum> data =
                        QuoteData.of(targets.get(i).instrument(), snapshot, List.of(), Optional.empty());
                items.add(new Datum.Parts(null, data));
                Sources.of(snapshot, ask.at()).forEach(card::source);
                String symbol = snapshot.listing().symbol();
                shown.add(symbol);
                Notes.of(snapshot)
                        .forEach(note -> notes.add(Line.of(symbol + ": ").then(note)));
            }
        }
        unknown.forEach(typed -> troubles.add(UnknownSymbol.say(typed, symbols)));
        if (!rows.isEmpty()) {
            card.block(new Block.Table(COLUMNS, rows));
        } else {
            card.tone(Tone.ERROR);
        }
        troubles.forEach(card::paragraph);
        notes.forEach(note -> card.block(new Block.Footer(note)));
        if (!shown.isEmpty()) {
            card.block(new Block.Buttons(List.of(Buttons.refresh(command))));
            card.block(Buttons.open(shown));
        }
        card.datum("instruments", new Datum.Items(items));
        card.datum(
                "problems",
                new Datum.Items(
                        troubles.stream().<Datum>map(QuoteTable::english).toList()));
        return new Answer(card.build(), rows.isEmpty());
    }

    private static Value english(Line trouble) {
        return new Value.Words(Voice.english().plain(trouble));
    }

    private static List<Line> row(Snapshot snapshot, LatestPrice price) {
        MarketView view = snapshot.view();
        return List.of(
                Line.empty().strong(snapshot.listing().symbol()),
                Line.of(new Value.Price(price.price(), snapshot.listing().currency())),
                cell(Shown.change(view.change("1d").percent(), "1d")),
                cell(Shown.change(view.change("7d").percent(), "7d")),
                cell(Shown.change(view.change("12m").percent(), "12m")),
                cell(Shown.figure(view.volume().multiple20(), 2, "x")),
                cell(Shown.figure(view.momentum().rsi14(), 1, null)),
                cell(Shown.distance(view.averages().sma200().distance())));
    }

    /** A table has no room for the reason. */
    private static Line cell(Value value) {
        return Line.of(value instanceof Value.Missing ? new Value.Missing("") : value);
    }
}
