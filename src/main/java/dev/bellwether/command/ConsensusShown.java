package dev.bellwether.command;

import dev.bellwether.analyst.Consensus;
import dev.bellwether.analyst.Conversion;
import dev.bellwether.analyst.Coverage;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.Measure;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Our consensus and the one the press states, side by side. */
final class ConsensusShown {
    private final Coverage coverage;
    private final Consensus ours;
    private final Conversion conversion;
    private final OptionalDouble price;
    private final Listing listing;

    /** @param price of the listing that targets are converted to; empty if it is not known */
    ConsensusShown(Coverage coverage, Consensus ours, Conversion conversion, OptionalDouble price) {
        this.coverage = coverage;
        this.ours = ours;
        this.conversion = conversion;
        this.price = price;
        this.listing = conversion.reference();
    }

    /** Our mean with its upside, in one line. */
    Line mean() {
        return Line.count("targets.mean", ours.firms(), price(ours.mean()), Shown.distance(upside(ours.mean())));
    }

    /** The lines of our statistics, of the press and of what changed. */
    List<Block.Field> fields() {
        List<Block.Field> fields = new ArrayList<>();
        if (ours.firms() > 0) {
            fields.add(new Block.Field(
                    Line.say("targets.ours"),
                    Line.say(
                            "targets.statistics",
                            mean(),
                            price(ours.median()),
                            price(ours.high()),
                            price(ours.low()))));
        }
        stated(AnalystCall.Kind.CONSENSUS)
                .ifPresent(line -> fields.add(new Block.Field(Line.say("targets.press.mean"), line)));
        stated(AnalystCall.Kind.HIGH)
                .ifPresent(line -> fields.add(new Block.Field(Line.say("targets.press.high"), line)));
        stated(AnalystCall.Kind.LOW)
                .ifPresent(line -> fields.add(new Block.Field(Line.say("targets.press.low"), line)));
        if (!coverage.calls().isEmpty()) {
            fields.add(new Block.Field(
                    Line.say("targets.changes"), Line.say("targets.changes.two", changes(30), changes(90))));
        }
        return fields;
    }

    private Line changes(int days) {
        return Line.say("targets.changes.days", days, coverage.raised(days), coverage.cut(days));
    }

    /** A number that the press states, with its upside, day and source; empty if it states none. */
    Optional<Line> stated(AnalystCall.Kind kind) {
        return coverage.stated(kind)
                .map(fact -> Line.say(
                        "targets.stated",
                        CallShown.amount(fact.call().newTarget(), fact.call()),
                        Shown.distance(upside(fact)),
                        CallShown.day(fact, listing.exchange()),
                        CallShown.sources(fact)));
    }

    private Measure upside(Fact.Call fact) {
        BigDecimal number = Objects.requireNonNull(fact.call().newTarget(), "stated calls have a number");
        return conversion
                .of(number, fact.call().currency())
                .map(converted -> Consensus.upside(converted.amount(), price))
                .orElseGet(() -> new Measure.Missing(Line.say("targets.none.rate")));
    }

    private Measure upside(Measure target) {
        return switch (target) {
            case Measure.Known(double amount) -> Consensus.upside(amount, price);
            case Measure.Missing missing -> missing;
        };
    }

    private Value price(Measure measure) {
        return Shown.price(measure, listing.currency());
    }

    /** All of it as named values. */
    Map<String, Datum> data() {
        Map<String, Datum> data = new LinkedHashMap<>();
        data.put("mean", new Datum.Parts(price(ours.mean()), Map.of("upside", Shown.distance(upside(ours.mean())))));
        data.put("median", price(ours.median()));
        data.put("high", price(ours.high()));
        data.put("low", price(ours.low()));
        data.put("firms", new Value.Count(ours.firms(), "firms"));
        data.put("statedConsensus", statedDatum(AnalystCall.Kind.CONSENSUS));
        data.put("statedHigh", statedDatum(AnalystCall.Kind.HIGH));
        data.put("statedLow", statedDatum(AnalystCall.Kind.LOW));
        data.put("raised30", new Value.Count(coverage.raised(30), "calls"));
        data.put("cut30", new Value.Count(coverage.cut(30), "calls"));
        data.put("raised90", new Value.Count(coverage.raised(90), "calls"));
        data.put("cut90", new Value.Count(coverage.cut(90), "calls"));
        return data;
    }

    /** A number of the press with its date, upside and sources. */
    Datum statedDatum(AnalystCall.Kind kind) {
        return coverage.stated(kind)
                .<Datum>map(fact -> {
                    Map<String, Datum> parts = new LinkedHashMap<>();
                    parts.put("date", CallShown.day(fact, listing.exchange()));
                    parts.put("upside", Shown.distance(upside(fact)));
                    parts.put(
                            "sources",
                            new Datum.Items(fact.mentions().stream()
                                    .map(CallShown::source)
                                    .toList()));
                    return new Datum.Parts(CallShown.amount(fact.call().newTarget(), fact.call()), parts);
                })
                .orElseGet(() -> new Value.Missing("the press states none"));
    }
}
