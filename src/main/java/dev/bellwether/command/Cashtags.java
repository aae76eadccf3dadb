package dev.bellwether.command;

import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Places;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code $BABA} in what people write to each other, answered with a line for each: price and change. Only symbols that the group
 * follows count, so that {@code $HOME} and {@code $100} are nobody's question.
 */
public final class Cashtags {
    private static final Pattern TAG = Pattern.compile(
            "(?<![\\w$./])\\$([A-Za-z][A-Za-z0-9]{0,9}(?:\\.[A-Za-z]{1,2})?|[0-9]{4,5}\\.[A-Za-z]{2})(?![\\w$]|\\.\\w)");

    private static final int LONGEST = 4_000;
    private static final int MOST = 3;

    private final Markets markets;
    private final Symbols symbols;

    /** @param symbols those that count */
    public Cashtags(Markets markets, Symbols symbols) {
        this.markets = markets;
        this.symbols = symbols;
    }

    /** The tags in a text as a question of their own, such as {@code $BABA $JD}: each once, at most three; empty if there are none. */
    Optional<String> question(String text) {
        if (text.indexOf('$') < 0) {
            return Optional.empty();
        }
        String tags = targets(text).stream()
                .map(target -> "$" + target.listing().symbol())
                .collect(Collectors.joining(" "));
        return tags.isEmpty() ? Optional.empty() : Optional.of(tags);
    }

    private List<Target> targets(String text) {
        List<Target> found = new ArrayList<>();
        TAG.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                .results()
                .map(tag -> tag.group(1))
                .flatMap(code -> symbols.find(code).filter(target -> isSymbol(target, code)).stream())
                .filter(target ->
                        found.stream().noneMatch(other -> other.listing().equals(target.listing())))
                .limit(MOST)
                .forEach(found::add);
        return found;
    }

    /** A tag is a symbol, never a name: {@code $Alibaba} is somebody's word. */
    private static boolean isSymbol(Target target, String code) {
        return target.configured()
                && (target.listing().symbol().equalsIgnoreCase(code)
                        || target.instrument().symbol().equalsIgnoreCase(code));
    }

    /** A small card; a failure if no source has a price, which is then better not shown. */
    Answer answer(Ask ask) {
        List<Target> targets = targets(ask.text());
        List<Snapshot> snapshots =
                markets.look(targets.stream().map(Target::listing).toList(), ask.at());
        Line title = Line.joined(
                "value.comma",
                targets.stream()
                        .map(target -> Line.of(target.instrument().name()))
                        .toList());
        Card.Builder card = Card.titled(title, ask.at());
        List<Block.Button> buttons = new ArrayList<>();
        List<Datum> tags = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            LatestPrice price = snapshot.view().price();
            if (price != null) {
                String symbol = snapshot.listing().symbol();
                card.paragraph(line(snapshot, price));
                Sources.of(snapshot, ask.at()).forEach(card::source);
                buttons.add(new Block.Button(Line.of(symbol), "/quote " + symbol, false));
                tags.add(new Value.Words(symbol));
            }
        }
        if (tags.isEmpty()) {
            return Answer.failure(card.build());
        }
        return Answer.of(card.block(new Block.Buttons(buttons))
                .datum("symbols", new Datum.Items(tags))
                .build());
    }

    private static Line line(Snapshot snapshot, LatestPrice price) {
        Value amount = new Value.Price(price.price(), snapshot.listing().currency());
        Value change = Shown.change(snapshot.view().change("1d").percent(), "1d");
        Line place = Places.of(snapshot.listing().exchange());
        Value asOf = new Value.Moment(price.asOf());
        Line words = price.live()
                ? Line.say("quote.price.live", amount, change, place, asOf)
                : Line.say("quote.price", amount, change, place, asOf);
        return Line.empty().strong(snapshot.listing().symbol()).text("  ").then(words);
    }
}
