package dev.bellwether.command;

import dev.bellwether.market.Markets;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.Watchlists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /watch add|remove|list [symbol ...]}: the asker's own list, with prices. */
public final class WatchCommand implements Command {
    private static final Line TITLE = Line.say("watch.title");

    private final CommandSpec spec;
    private final Watchlists watchlists;
    private final Markets markets;
    private final Symbols symbols;
    private final int most;

    /** @param most how many symbols a list may hold */
    public WatchCommand(Watchlists watchlists, Markets markets, Symbols symbols, int most) {
        this.spec = new CommandSpec(
                "watch",
                Line.say("watch.summary"),
                List.of(
                        new Parameter(
                                "what",
                                Line.say("watch.what"),
                                new Parameter.Choice(List.of("add", "remove", "list")),
                                1,
                                1),
                        new Parameter("symbol", Line.say("watch.symbol"), new Parameter.Symbol(), 0, 10)),
                List.of("/watch add BABA JD", "/watch list", "/watch remove JD"),
                Answer.Reach.ASKER);
        this.watchlists = watchlists;
        this.markets = markets;
        this.symbols = symbols;
        this.most = most;
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String what = arguments.word("what");
        List<Target> targets = arguments.targets("symbol");
        boolean bare = targets.isEmpty() && arguments.unknown().isEmpty();
        if (what.equals("list") != bare) {
            throw new Misused(bare ? Line.say("watch.needs", what) : Line.say("watch.takes-none", what));
        }
        Answer own = switch (what) {
            case "add" -> add(ask, targets, arguments.unknown());
            case "remove" -> remove(ask, targets, arguments.unknown());
            default -> list(ask);
        };
        return new Answer(own.card(), own.failed(), Answer.Reach.ASKER);
    }

    private Answer add(Ask ask, List<Target> targets, List<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new Misused(UnknownSymbol.say(unknown.getFirst(), symbols));
        }
        List<String> now = watchlists.list(ask.chat(), ask.member());
        List<Target> fresh = targets.stream()
                .filter(target -> !now.contains(target.listing().symbol()))
                .toList();
        if (now.size() + fresh.size() > most) {
            throw new Misused(Line.say("watch.full", most));
        }
        Tickers.refuseUnknown(fresh, markets, symbols, ask.at());
        List<String> added = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Target target : targets) {
            String symbol = target.listing().symbol();
            (watchlists.add(ask.chat(), ask.member(), symbol, ask.at()) ? added : known).add(symbol);
        }
        return changed(
                ask,
                added.isEmpty() ? Line.empty() : Line.say("watch.added", listed(added)),
                known.isEmpty() ? Line.empty() : Line.say("watch.already", listed(known)));
    }

    /** What the operator took out of the configuration can still be taken off a list. */
    private Answer remove(Ask ask, List<Target> targets, List<String> unknown) {
        List<String> wanted = new ArrayList<>();
        targets.forEach(target -> wanted.add(target.listing().symbol()));
        List<String> now = watchlists.list(ask.chat(), ask.member());
        for (String typed : unknown) {
            wanted.add(now.stream()
                    .filter(typed::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new Misused(UnknownSymbol.say(typed, symbols))));
        }
        List<String> removed = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String symbol : wanted) {
            (watchlists.remove(ask.chat(), ask.member(), symbol) ? removed : absent).add(symbol);
        }
        return changed(
                ask,
                removed.isEmpty() ? Line.empty() : Line.say("watch.removed", listed(removed)),
                absent.isEmpty() ? Line.empty() : Line.say("watch.absent", listed(absent)));
    }

    private Answer changed(Ask ask, Line done, Line notDone) {
        Card.Builder card = Card.titled(TITLE, ask.at());
        Stream.of(done, notDone).filter(sentence -> !sentence.isEmpty()).forEach(card::paragraph);
        List<String> now = watchlists.list(ask.chat(), ask.member());
        card.paragraph(now.isEmpty() ? Line.say("watch.emptied") : Line.say("watch.now", listed(now)));
        return Answer.of(card.datum("watchlist", items(now)).build());
    }

    private static Line listed(List<String> symbols) {
        return Line.joined("value.comma", symbols.stream().map(Line::of).toList());
    }

    private Answer list(Ask ask) {
        List<String> now = watchlists.list(ask.chat(), ask.member());
        if (now.isEmpty()) {
            return Answer.of(Card.titled(TITLE, ask.at())
                    .paragraph(Line.say("watch.empty", Line.empty().code("/watch add BABA")))
                    .datum("instruments", new Datum.Items(List.of()))
                    .datum("watchlist", new Datum.Items(List.of()))
                    .build());
        }
        List<Target> targets =
                now.stream().map(symbols::find).flatMap(Optional::stream).toList();
        List<String> unknown =
                now.stream().filter(symbol -> symbols.find(symbol).isEmpty()).toList();
        Answer table = new QuoteTable(markets, symbols).answer(ask, TITLE, "/watch list", targets, unknown);
        return table.with(table.card().with("watchlist", items(now)));
    }

    private static Datum items(List<String> now) {
        return new Datum.Items(now.stream().<Datum>map(Value.Words::new).toList());
    }
}
