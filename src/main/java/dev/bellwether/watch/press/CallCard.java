package dev.bellwether.watch.press;

import dev.bellwether.analyst.Consensus;
import dev.bellwether.analyst.Conversion;
import dev.bellwether.analyst.Coverage;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.History;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** An analyst's call as a card: what was done, from where to where, what it means against the price and for our mean. */
final class CallCard {
    private CallCard() {}

    /**
     * A call and what it is seen against.
     *
     * @param firm as shown; null if it is not named
     * @param price of the main listing; empty if it is not known
     * @param before our consensus without the call
     * @param after with it
     * @param corrected the call that this one contradicts; null if there is none
     */
    record Sight(
            Fact.Call fact,
            @Nullable String firm,
            Instrument instrument,
            Snapshot snapshot,
            OptionalDouble price,
            Conversion conversion,
            Consensus before,
            Consensus after,
            Fact.@Nullable Call corrected,
            Instant now) {
        String currency() {
            return instrument.primary().currency();
        }
    }

    static Card of(Sight sight) {
        AnalystCall call = sight.fact().call();
        String symbol = sight.fact().symbol();
        Card.Builder card = Card.titled(title(sight), sight.now()).tone(tone(call));
        if (sight.corrected() != null) {
            card.paragraph(
                    Line.say("press.call.corrects", target(sight.corrected().call())));
        }
        card.block(new Block.Fields(fields(sight)));
        sight.fact().mentions().forEach(mention -> card.source(PressCards.source(mention)));
        priceSource(sight, card);
        List<Block.Button> buttons = new ArrayList<>();
        buttons.add(new Block.Button(Line.say("button.targets"), "/targets " + symbol));
        buttons.addAll(Topic.buttons(Topic.Kind.TARGETS, symbol));
        return card.block(new Block.Buttons(buttons)).data(data(sight)).build();
    }

    private static Line title(Sight sight) {
        String symbol = sight.fact().symbol();
        return sight.firm() == null
                ? Line.say("press.call.unnamed", symbol, action(sight.fact().call()))
                : Line.say(
                        "press.call", sight.firm(), symbol, action(sight.fact().call()));
    }

    private static Line action(AnalystCall call) {
        return switch (call.action()) {
            case RAISE -> Line.say("press.action.raise");
            case CUT -> Line.say("press.action.cut");
            case SET -> Line.say("press.action.set");
            case REITERATE -> Line.say("press.action.reiterate");
            case INITIATE -> Line.say("press.action.initiate");
            case DROP -> Line.say("press.action.drop");
        };
    }

    private static Tone tone(AnalystCall call) {
        return switch (Coverage.direction(call)) {
            case 1 -> Tone.UP;
            case -1 -> Tone.DOWN;
            default -> Tone.NEUTRAL;
        };
    }

    private static List<Block.Field> fields(Sight sight) {
        AnalystCall call = sight.fact().call();
        List<Block.Field> fields = new ArrayList<>();
        if (call.newTarget() != null || call.oldTarget() != null) {
            fields.add(new Block.Field(Line.say("press.call.target"), target(call)));
        }
        if (call.rating() != null) {
            fields.add(new Block.Field(Line.say("press.call.rating"), Line.of(call.rating())));
        }
        if (call.analyst() != null) {
            fields.add(new Block.Field(Line.say("press.call.analyst"), Line.of(call.analyst())));
        }
        against(sight).ifPresent(line -> fields.add(new Block.Field(Line.say("press.call.against"), line)));
        consensus(sight).ifPresent(line -> fields.add(new Block.Field(Line.say("press.call.mean"), line)));
        fields.add(new Block.Field(
                Line.say("press.read"), PressCards.outlets(sight.fact().mentions())));
        return fields;
    }

    /** From the old target to the new one, as far as they are printed. */
    static Line target(AnalystCall call) {
        Line before = call.oldTarget() == null
                ? Line.empty()
                : Line.of(amount(call.oldTarget(), call)).text(" → ");
        if (call.action() == AnalystCall.Action.DROP) {
            return before.then(Line.say("targets.dropped"));
        }
        return call.newTarget() == null
                ? before.then(Line.say("targets.unprinted"))
                : before.value(amount(call.newTarget(), call));
    }

    private static Value amount(BigDecimal number, AnalystCall call) {
        return call.currency() == null
                ? new Value.Figure(number.doubleValue(), 2, null)
                : new Value.Price(number.doubleValue(), call.currency());
    }

    private static Optional<Line> against(Sight sight) {
        Measure upside = upside(sight);
        LatestPrice price = sight.snapshot().view().price();
        return upside instanceof Measure.Known(double percent) && price != null
                ? Optional.of(Line.say(
                        "press.call.upside",
                        Value.Percent.distance(percent),
                        new Value.Price(price.price(), sight.currency()),
                        new Value.Day(price.day())))
                : Optional.empty();
    }

    private static Measure upside(Sight sight) {
        BigDecimal target = sight.fact().call().newTarget();
        if (target == null) {
            return new Measure.Missing(Line.say("targets.none"));
        }
        return sight.conversion()
                .of(target, sight.fact().call().currency())
                .map(converted -> Consensus.upside(converted.amount(), sight.price()))
                .orElseGet(() -> new Measure.Missing(Line.say("targets.none.rate")));
    }

    private static Optional<Line> consensus(Sight sight) {
        if (!(sight.after().mean() instanceof Measure.Known(double after))) {
            return Optional.empty();
        }
        Value now = new Value.Price(after, sight.currency());
        int firms = sight.after().firms();
        return Optional.of(
                sight.before().mean() instanceof Measure.Known(double before)
                        ? Line.count("press.call.means", firms, new Value.Price(before, sight.currency()), now)
                        : Line.count("press.call.first", firms, now));
    }

    private static void priceSource(Sight sight, Card.Builder card) {
        LatestPrice price = sight.snapshot().view().price();
        if (price == null || upside(sight) instanceof Measure.Missing) {
            return;
        }
        History history = sight.snapshot().prices().history();
        if (price.tick() != null) {
            card.source(price.tick().provenance());
        } else if (history != null) {
            card.source(history.provenance());
        }
    }

    private static Map<String, Datum> data(Sight sight) {
        AnalystCall call = sight.fact().call();
        Map<String, Datum> data = new LinkedHashMap<>();
        data.put("fact", new Value.Words(sight.fact().key()));
        data.put("symbol", new Value.Words(sight.fact().symbol()));
        data.put("firm", words(sight.firm()));
        data.put("analyst", words(call.analyst()));
        data.put("action", new Value.Words(call.action().label()));
        data.put("old", call.oldTarget() == null ? words(null) : amount(call.oldTarget(), call));
        data.put("new", call.newTarget() == null ? words(null) : amount(call.newTarget(), call));
        data.put("rating", words(call.rating()));
        data.put("upside", value(upside(sight)));
        data.put("meanBefore", mean(sight.before(), sight));
        data.put("meanAfter", mean(sight.after(), sight));
        data.put("sources", PressCards.sources(sight.fact()));
        return data;
    }

    private static Value words(@Nullable String text) {
        return text == null ? new Value.Missing("not printed") : new Value.Words(text);
    }

    private static Value value(Measure upside) {
        return switch (upside) {
            case Measure.Known(double percent) -> Value.Percent.distance(percent);
            case Measure.Missing missing -> new Value.Missing(missing.why());
        };
    }

    private static Value mean(Consensus consensus, Sight sight) {
        return switch (consensus.mean()) {
            case Measure.Known(double amount) -> new Value.Price(amount, sight.currency());
            case Measure.Missing missing -> new Value.Missing(missing.why());
        };
    }
}
