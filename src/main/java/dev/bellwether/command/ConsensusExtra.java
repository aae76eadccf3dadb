package dev.bellwether.command;

import dev.bellwether.analyst.Consensus;
import dev.bellwether.analyst.Conversion;
import dev.bellwether.analyst.Coverage;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Position;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.Rates;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Adds to the card of one instrument: what analysts think it is worth, and the newest call. */
public final class ConsensusExtra implements QuoteExtra {
    private final Ledger ledger;
    private final Rates rates;

    /** @param rates for targets in other currencies */
    public ConsensusExtra(Ledger ledger, Rates rates) {
        this.ledger = ledger;
        this.rates = rates;
    }

    @Override
    public Part part(Ask ask, Target target, Snapshot snapshot) {
        Coverage coverage = ledger.of(target.instrument(), ask.chat(), ask.at());
        if (coverage.positions().isEmpty() && coverage.stated().isEmpty()) {
            return Part.none();
        }
        Conversion conversion = new Conversion(target.instrument(), snapshot.listing(), rates, ask.at());
        OptionalDouble price = price(snapshot);
        Consensus ours = Consensus.of(coverage, conversion, price);
        ConsensusShown shown = new ConsensusShown(coverage, ours, conversion, price);
        return new Part(fields(ours, shown, snapshot), data(ours, shown, snapshot), sources(coverage));
    }

    static OptionalDouble price(Snapshot snapshot) {
        LatestPrice price = snapshot.view().price();
        return price == null ? OptionalDouble.empty() : OptionalDouble.of(price.price());
    }

    private static List<Block.Field> fields(Consensus ours, ConsensusShown shown, Snapshot snapshot) {
        List<Block.Field> fields = new ArrayList<>();
        Optional<Line> press = shown.stated(AnalystCall.Kind.CONSENSUS);
        if (ours.firms() > 0) {
            fields.add(new Block.Field(Line.say("targets.field"), shown.mean()));
        }
        press.ifPresent(line -> fields.add(new Block.Field(Line.say("targets.press.mean"), line)));
        newest(ours).ifPresent(newest -> fields.add(new Block.Field(Line.say("targets.call"), line(newest, snapshot))));
        return fields;
    }

    private static Optional<Consensus.Valued> newest(Consensus ours) {
        return ours.targets().stream().findFirst();
    }

    private static Line line(Consensus.Valued newest, Snapshot snapshot) {
        Position position = newest.position();
        Line target = CallShown.target(position.call().call());
        Value day = CallShown.day(position.call(), snapshot.listing().exchange());
        Line sources = CallShown.sources(position.call());
        String rating = position.rating();
        return rating == null
                ? Line.say("targets.newest", position.firm(), target, day, sources)
                : Line.say("targets.newest.rated", position.firm(), target, rating, day, sources);
    }

    private static Map<String, Datum> data(Consensus ours, ConsensusShown shown, Snapshot snapshot) {
        Map<String, Datum> all = shown.data();
        Map<String, Datum> data = new LinkedHashMap<>();
        Map<String, Datum> consensus = new LinkedHashMap<>();
        List.of("mean", "median", "firms").forEach(name -> consensus.put(name, Objects.requireNonNull(all.get(name))));
        data.put("consensus", new Datum.Parts(null, consensus));
        data.put("statedConsensus", shown.statedDatum(AnalystCall.Kind.CONSENSUS));
        newest(ours)
                .ifPresent(newest ->
                        data.put("newestCall", datum(newest, snapshot.listing().exchange())));
        return data;
    }

    private static Datum datum(Consensus.Valued newest, Exchange exchange) {
        Position position = newest.position();
        return new Datum.Parts(
                null,
                CallShown.data(
                        position.firm(),
                        position.call(),
                        position.rating(),
                        Shown.distance(newest.upside()),
                        exchange));
    }

    /** Of what is shown: the newest call and the newest number of the press. */
    private static List<Provenance> sources(Coverage coverage) {
        List<Provenance> sources = new ArrayList<>();
        coverage.positions().stream()
                .limit(1)
                .forEach(position -> sources.addAll(CallShown.provenance(position.call())));
        coverage.stated(AnalystCall.Kind.CONSENSUS).ifPresent(fact -> sources.addAll(CallShown.provenance(fact)));
        return sources;
    }
}
