package dev.bellwether.command;

import dev.bellwether.analyst.Consensus;
import dev.bellwether.analyst.Conversion;
import dev.bellwether.analyst.Coverage;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.Mark;
import dev.bellwether.analyst.Position;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where every firm stands on one instrument, as a table with its statistics. Not thread-safe; one for each card. */
final class TargetsCard {
    private final Coverage coverage;
    private final Consensus ours;
    private final Conversion conversion;
    private final OptionalDouble price;
    private final Firms firms;
    private final Exchange exchange;
    private final List<List<Line>> rows = new ArrayList<>();
    private final List<Datum> calls = new ArrayList<>();
    private final List<Fact.Printed> shown = new ArrayList<>();

    /** @param price of the listing that targets are converted to; empty if it is not known */
    TargetsCard(Coverage coverage, Conversion conversion, OptionalDouble price, Firms firms) {
        this.coverage = coverage;
        this.conversion = conversion;
        this.price = price;
        this.firms = firms;
        this.ours = Consensus.of(coverage, conversion, price);
        this.exchange = conversion.reference().exchange();
    }

    /** @param wanted which firms' rows are shown, by key */
    void fill(Card.Builder card, Predicate<String> wanted) {
        ours.targets().stream()
                .filter(target -> wanted.test(target.position().key()))
                .forEach(this::rows);
        coverage.struck().stream()
                .filter(fact -> wanted.test(firms.key(firm(fact))))
                .forEach(this::struck);
        if (!rows.isEmpty()) {
            card.block(new Block.Table(TargetColumns.POSITIONS, rows));
        }
        ConsensusShown statistics = new ConsensusShown(coverage, ours, conversion, price);
        card.block(new Block.Fields(statistics.fields()));
        footers(card, wanted);
        card.datum("calls", new Datum.Items(calls)).data(statistics.data());
        shown.forEach(fact -> CallShown.provenance(fact).forEach(card::source));
        coverage.stated(AnalystCall.Kind.CONSENSUS)
                .ifPresent(fact -> CallShown.provenance(fact).forEach(card::source));
        ours.rates().forEach(rate -> card.source(rate.provenance()));
    }

    private void rows(Consensus.Valued valued) {
        Position position = valued.position();
        add(position, position.call(), valued, position.rating(), "");
        for (Fact.Call other : position.contradicting()) {
            String rating = other.call().rating();
            add(position, other, Consensus.valued(position, other, conversion, price), rating, " (?)");
        }
    }

    private void add(Position position, Fact.Call fact, Consensus.Valued valued, @Nullable String rating, String sign) {
        Value upside = Shown.distance(valued.upside());
        rows.add(List.of(
                Line.of(position.firm() + sign),
                CallShown.target(fact.call()),
                CallShown.rating(rating),
                Line.of(CallShown.day(fact, exchange)),
                Line.of(upside),
                CallShown.sources(fact)));
        Map<String, Datum> data = CallShown.data(position.firm(), fact, rating, upside, exchange);
        data.put("counted", new Value.Words(sign.isEmpty() && valued.target() != null ? "yes" : "no"));
        Mark mark = coverage.marks().get(fact.key());
        if (mark != null) {
            data.put("mark", CallShown.mark(mark));
        }
        calls.add(new Datum.Parts(null, data));
        shown.add(fact);
    }

    private void struck(Fact.Call fact) {
        String rating = fact.call().rating();
        rows.add(List.of(
                Line.empty().struck(firms.name(firm(fact))),
                CallShown.struckTarget(fact.call()),
                rating == null ? Line.empty() : Line.empty().struck(rating),
                Line.of(CallShown.day(fact, exchange)),
                Line.empty(),
                CallShown.sources(fact)));
        Value none = new Value.Missing("struck out");
        Map<String, Datum> data =
                new LinkedHashMap<>(CallShown.data(firms.name(firm(fact)), fact, rating, none, exchange));
        data.put("counted", new Value.Words("no"));
        data.put("mark", CallShown.mark(Objects.requireNonNull(coverage.marks().get(fact.key()))));
        calls.add(new Datum.Parts(null, data));
        shown.add(fact);
    }

    private void footers(Card.Builder card, Predicate<String> wanted) {
        TargetNotes notes = new TargetNotes(coverage, ours, firms, exchange);
        notes.all(wanted).forEach(note -> card.block(new Block.Footer(note)));
    }

    static String firm(Fact.Call fact) {
        return Objects.requireNonNull(fact.call().firm(), "calls of a coverage name their firm");
    }
}
