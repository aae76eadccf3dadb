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

/** {@code /watch add|remove|list [symbol ...]}: the asker's own list, with prices. */
public final class WatchCommand implements Command {
    private final CommandSpec spec;
    private final Watchlists watchlists;
    private final Markets markets;
    private final Symbols symbols;
    private final int most;

    /** @param most how many symbols a list may hold */
    public WatchCommand(Watchlists watchlists, Markets markets, Symbols symbols, int most) {
        this.spec = new CommandSpec(
                "watch",
                "Your own list: add, remove, or see it with prices",
                List.of(
                        new Parameter(
                                "what",
                                "add, remove or list",
                                new Parameter.Choice(List.of("add", "remove", "list")),
                                1,
                                1),
                        new Parameter("symbol", "a symbol such as BABA, or several", new Parameter.Symbol(), 0, 10)),
                List.of("/watch add BABA JD", "/watch list", "/watch remove JD"));
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
        if (!arguments.unknown().isEmpty()) {
            throw new Misused(UnknownSymbol.say(arguments.unknown().getFirst(), symbols));
        }
        String what = arguments.word("what");
        List<Target> targets = arguments.targets("symbol");
        if (!what.equals("list") && targets.isEmpty()) {
            throw new Misused("/watch " + what + " needs a symbol.");
        }
        return switch (what) {
            case "add" -> add(ask, targets);
            case "remove" -> remove(ask, targets);
            default -> list(ask);
        };
    }

    private Answer add(Ask ask, List<Target> targets) {
        int room = most - watchlists.list(ask.chat(), ask.member()).size();
        if (targets.size() > room) {
            throw new Misused("Your list holds at most " + most + " symbols; remove some first.");
        }
        List<String> added = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Target target : targets) {
            String symbol = target.listing().symbol();
            (watchlists.add(ask.chat(), ask.member(), symbol, ask.at()) ? added : known).add(symbol);
        }
        return changed(ask, "Added: ", added, "On your list already: ", known);
    }

    private Answer remove(Ask ask, List<Target> targets) {
        List<String> removed = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (Target target : targets) {
            String symbol = target.listing().symbol();
            (watchlists.remove(ask.chat(), ask.member(), symbol) ? removed : absent).add(symbol);
        }
        return changed(ask, "Removed: ", removed, "Not on your list: ", absent);
    }

    private Answer changed(
            Ask ask, String done, List<String> symbolsDone, String notDone, List<String> symbolsNotDone) {
        Card.Builder card = Card.titled("Your watchlist", ask.at());
        if (!symbolsDone.isEmpty()) {
            card.paragraph(done + String.join(", ", symbolsDone) + ".");
        }
        if (!symbolsNotDone.isEmpty()) {
            card.paragraph(notDone + String.join(", ", symbolsNotDone) + ".");
        }
        List<String> now = watchlists.list(ask.chat(), ask.member());
        card.paragraph(now.isEmpty() ? "It is empty now." : "Now on it: " + String.join(", ", now) + ".");
        card.datum(
                "watchlist",
                new Datum.Items(now.stream().<Datum>map(Value.Words::new).toList()));
        return Answer.of(card.build());
    }

    private Answer list(Ask ask) {
        List<Target> targets = watchlists.list(ask.chat(), ask.member()).stream()
                .map(symbols::find)
                .flatMap(Optional::stream)
                .toList();
        if (targets.isEmpty()) {
            return Answer.of(Card.titled("Your watchlist", ask.at())
                    .paragraph(Line.of("It is empty. Put something on it: ").code("/watch add BABA"))
                    .datum("watchlist", new Datum.Items(List.of()))
                    .build());
        }
        return new QuoteTable(markets, symbols).answer(ask, targets, List.of());
    }
}
