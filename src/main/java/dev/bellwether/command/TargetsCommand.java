package dev.bellwether.command;

import dev.bellwether.analyst.Conversion;
import dev.bellwether.analyst.Coverage;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Marks;
import dev.bellwether.analyst.Position;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.Rates;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /targets [symbol] [firm ...]}: who set which price target, what follows from all of them, and what is disputed. */
public final class TargetsCommand implements Command {
    private static final int NEWEST = 12;
    private static final CommandSpec SPEC = new CommandSpec(
            "targets",
            Line.say("targets.summary"),
            List.of(
                    new Parameter("symbol", Line.say("targets.symbol"), new Parameter.Symbol(), 0, 1),
                    new Parameter("firm", Line.say("targets.firm"), new Parameter.Rest(300), 0, 1)),
            List.of("/targets BABA", "/targets BABA Jefferies", "/targets BABA history Jefferies", "/targets"));

    private final Ledger ledger;
    private final TargetMarks marks;
    private final Markets markets;
    private final Rates rates;
    private final Instruments instruments;

    /**
     * @param marks what members say is wrong
     * @param rates for targets in other currencies
     * @param instruments those the group follows
     */
    public TargetsCommand(Ledger ledger, Marks marks, Markets markets, Rates rates, Instruments instruments) {
        this.ledger = ledger;
        this.marks = new TargetMarks(ledger, marks);
        this.markets = markets;
        this.rates = rates;
        this.instruments = instruments;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        if (arguments.targets("symbol").isEmpty()) {
            return newest(ask);
        }
        Target target = arguments.targets("symbol").getFirst();
        String symbol = target.instrument().symbol();
        if (!target.configured()) {
            throw new Misused(Line.say("targets.unfollowed", symbol));
        }
        String text = arguments.word("firm");
        String[] words = text.split("\\s+", 2);
        String rest = words.length < 2 ? "" : words[1];
        Coverage coverage = ledger.of(target.instrument(), ask.chat(), ask.at());
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "" -> all(ask, target, coverage);
            case "history" -> history(ask, target, coverage, firm(rest, coverage, symbol));
            case "wrong" -> marks.wrong(ask, symbol, coverage, firm(rest, coverage, symbol));
            case "settle" -> marks.settle(ask, symbol, coverage, firm(rest, coverage, symbol));
            default -> one(ask, target, coverage, only(text, coverage, symbol));
        };
    }

    private FirmWords firm(String text, Coverage coverage, String symbol) {
        return FirmWords.of(text, coverage, ledger.firms(), symbol);
    }

    private FirmWords only(String text, Coverage coverage, String symbol) {
        FirmWords firm = firm(text, coverage, symbol);
        if (!firm.rest().isEmpty()) {
            throw new Misused(Line.say("targets.firm.rest", firm.rest(), firm.name()));
        }
        return firm;
    }

    private Answer all(Ask ask, Target target, Coverage coverage) {
        Card.Builder card = Card.titled(Line.say("targets.for", target.listing().symbol()), ask.at());
        if (coverage.calls().isEmpty() && coverage.stated().isEmpty()) {
            card.paragraph(Line.say("targets.unread", target.instrument().name()));
        }
        fill(card, ask, target, coverage).fill(card, key -> true);
        return Answer.of(card.block(new Block.Buttons(buttons(target, coverage.positions())))
                .build());
    }

    private static List<Block.Button> buttons(Target target, List<Position> positions) {
        String symbol = target.instrument().symbol();
        String listing = target.listing().symbol();
        List<Block.Button> buttons = new ArrayList<>();
        buttons.add(new Block.Button(Line.say("button.refresh"), "/targets " + listing, true));
        positions.stream()
                .limit(1)
                .map(newest -> "/targets " + symbol + " history " + newest.firm())
                .forEach(history -> buttons.add(new Block.Button(Line.say("targets.history"), history)));
        buttons.add(new Block.Button(Line.say("targets.scorecard"), "/analysts " + symbol));
        buttons.add(new Block.Button(Line.say("button.why"), "/why " + listing));
        buttons.add(new Block.Button(Line.say("button.quote"), "/quote " + listing));
        return buttons;
    }

    private Answer one(Ask ask, Target target, Coverage coverage, FirmWords firm) {
        Line title =
                Line.say("targets.firm.on", firm.name(), target.instrument().name());
        Card.Builder card = Card.titled(title, ask.at());
        fill(card, ask, target, coverage).fill(card, firm.key()::equals);
        String symbol = target.instrument().symbol();
        card.block(new Block.Buttons(List.of(
                new Block.Button(Line.say("targets.history"), "/targets " + symbol + " history " + firm.name()),
                new Block.Button(Line.say("targets.all"), "/targets " + symbol))));
        return Answer.of(card.build());
    }

    private TargetsCard fill(Card.Builder card, Ask ask, Target target, Coverage coverage) {
        Snapshot snapshot = markets.look(List.of(target.listing()), ask.at()).getFirst();
        Value price = new Value.Missing("no price");
        if (snapshot.view().price() != null) {
            price = new Value.Price(
                    snapshot.view().price().price(), target.listing().currency());
            card.paragraph(Line.say("targets.price", price));
        }
        card.datum("symbol", new Value.Words(target.instrument().symbol()))
                .datum("listing", new Value.Words(target.listing().symbol()))
                .datum("price", price);
        Sources.of(snapshot, ask.at()).forEach(card::source);
        Conversion conversion = new Conversion(target.instrument(), target.listing(), rates, ask.at());
        return new TargetsCard(coverage, conversion, ConsensusExtra.price(snapshot), ledger.firms());
    }

    private Answer history(Ask ask, Target target, Coverage coverage, FirmWords firm) {
        Exchange exchange = target.listing().exchange();
        Line title = Line.say(
                "targets.firm.history", firm.name(), target.instrument().name());
        Card.Builder card = Card.titled(title, ask.at());
        List<List<Line>> rows = new ArrayList<>();
        List<Datum> calls = new ArrayList<>();
        for (Fact.Call fact : coverage.history(firm.name(), ledger.firms())) {
            boolean struck = coverage.isStruck(fact);
            rows.add(List.of(
                    Line.of(CallShown.day(fact, exchange)),
                    CallShown.action(fact.call().action()),
                    struck ? CallShown.struckTarget(fact.call()) : CallShown.target(fact.call()),
                    CallShown.rating(fact.call().rating()),
                    CallShown.sources(fact)));
            Value upside = new Value.Missing("history");
            Map<String, Datum> data = new LinkedHashMap<>(
                    CallShown.data(firm.name(), fact, fact.call().rating(), upside, exchange));
            data.remove("upside");
            calls.add(new Datum.Parts(null, data));
            CallShown.provenance(fact).forEach(card::source);
        }
        return Answer.of(card.block(new Block.Table(TargetColumns.HISTORY, rows))
                .datum("firm", new Value.Words(firm.name()))
                .datum("calls", new Datum.Items(calls))
                .build());
    }

    /** A firm and where it stands on one instrument. */
    private record Held(Instrument instrument, Position position) {}

    private Answer newest(Ask ask) {
        List<Held> newest = instruments.all().stream()
                .flatMap(instrument -> ledger.of(instrument, ask.chat(), ask.at()).positions().stream()
                        .map(position -> new Held(instrument, position)))
                .sorted(Comparator.comparing(
                                (Held held) -> held.position().call().at())
                        .reversed())
                .limit(NEWEST)
                .toList();
        Card.Builder card = Card.titled(Line.say("targets.newest.title"), ask.at());
        if (newest.isEmpty()) {
            card.paragraph(Line.say("targets.newest.unread"));
        }
        List<List<Line>> rows = new ArrayList<>();
        List<Datum> calls = new ArrayList<>();
        for (Held held : newest) {
            rows.add(row(held));
            calls.add(datum(held));
            CallShown.provenance(held.position().call()).forEach(card::source);
        }
        if (!rows.isEmpty()) {
            card.block(new Block.Table(TargetColumns.NEWEST, rows));
        }
        return Answer.of(card.datum("calls", new Datum.Items(calls)).build());
    }

    private static List<Line> row(Held held) {
        Position position = held.position();
        return List.of(
                Line.of(held.instrument().symbol()),
                Line.of(position.firm()),
                CallShown.target(position.call().call()),
                CallShown.rating(position.rating()),
                Line.of(CallShown.day(
                        position.call(), held.instrument().primary().exchange())),
                CallShown.sources(position.call()));
    }

    private static Datum datum(Held held) {
        Position position = held.position();
        Map<String, Datum> data = new LinkedHashMap<>();
        data.put("symbol", new Value.Words(held.instrument().symbol()));
        data.putAll(CallShown.data(
                position.firm(),
                position.call(),
                position.rating(),
                new Value.Missing("ask for one symbol"),
                held.instrument().primary().exchange()));
        return new Datum.Parts(null, data);
    }
}
