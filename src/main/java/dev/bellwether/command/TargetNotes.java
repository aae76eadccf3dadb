package dev.bellwether.command;

import dev.bellwether.analyst.Consensus;
import dev.bellwether.analyst.Coverage;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.Mark;
import dev.bellwether.analyst.Position;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.quote.Rates;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a person should know about a table of targets: what is disputed, contradicted, converted, or not counted. */
final class TargetNotes {
    private final Coverage coverage;
    private final Consensus ours;
    private final Firms firms;
    private final Exchange exchange;
    private final List<Line> notes = new ArrayList<>();

    TargetNotes(Coverage coverage, Consensus ours, Firms firms, Exchange exchange) {
        this.coverage = coverage;
        this.ours = ours;
        this.firms = firms;
        this.exchange = exchange;
    }

    /** @param wanted which firms are spoken of, by key */
    List<Line> all(Predicate<String> wanted) {
        coverage.calls().stream()
                .filter(fact -> wanted.test(firms.key(TargetsCard.firm(fact))))
                .forEach(this::mark);
        ours.targets().stream()
                .map(Consensus.Valued::position)
                .filter(position -> wanted.test(position.key()))
                .filter(position -> !position.contradicting().isEmpty())
                .forEach(position -> say("(?) Sources disagree on " + position.firm() + "; the newest word counts."));
        ours.rates().forEach(this::rate);
        counted();
        coverage.faded().stream()
                .filter(position -> wanted.test(position.key()))
                .forEach(this::faded);
        return notes;
    }

    private void mark(Fact.Call fact) {
        Mark mark = coverage.marks().get(fact.key());
        if (mark == null) {
            return;
        }
        String firm = firms.name(TargetsCard.firm(fact));
        String why = mark.reason().isEmpty() ? "" : " (\"" + mark.reason() + "\")";
        switch (mark.state()) {
            case OPEN ->
                notes.add(
                        Line.of(firm + ": " + mark.member() + " says this is wrong" + why + ". A manager settles it: ")
                                .code("/targets " + fact.symbol() + " settle " + firm + " accept"));
            case ACCEPTED ->
                say(firm + " is struck out: " + mark.member() + " said it is wrong" + why + ", " + mark.settledBy()
                        + " agreed.");
            case REJECTED ->
                rejected(
                        fact,
                        firm + ": " + mark.member() + " said it is wrong" + why + ", " + mark.settledBy()
                                + " kept it.");
        }
    }

    /** That a row stands is worth saying as long as it is shown. */
    private void rejected(Fact.Call fact, String sentence) {
        boolean isShown = coverage.positions().stream()
                .anyMatch(position -> position.call().key().equals(fact.key()));
        if (isShown) {
            say(sentence);
        }
    }

    private void rate(Rates.Rate rate) {
        notes.add(Line.of("Converted at " + rate.from() + "/" + rate.to() + " ")
                .value(new Value.Figure(rate.value(), 4, null))
                .text(" of " + rate.date() + "."));
    }

    private void counted() {
        boolean assumed = ours.targets().stream()
                .anyMatch(target -> target.target() != null && target.target().assumed());
        if (assumed) {
            say("Where no currency was printed the main listing's was taken.");
        }
        if (ours.leftOut() > 0) {
            say(ours.leftOut() + " not counted: no exchange rate is known.");
        }
        if (coverage.unnamed() > 0) {
            say(coverage.unnamed() + (coverage.unnamed() == 1 ? " target names" : " targets name")
                    + " no firm and can't be counted.");
        }
    }

    private void faded(Position position) {
        notes.add(Line.of("Older than 12 months, not counted: " + position.firm() + " ")
                .then(CallShown.target(position.call().call()))
                .text(", ")
                .value(CallShown.day(position.call(), exchange)));
    }

    private void say(String sentence) {
        notes.add(Line.of(sentence));
    }
}
