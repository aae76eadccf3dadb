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
                .forEach(position -> notes.add(Line.say("targets.note.disagree", position.firm())));
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
        Line why = mark.reason().isEmpty() ? Line.empty() : Line.say("targets.note.reason", mark.reason());
        String settledBy = String.valueOf(mark.settledBy());
        switch (mark.state()) {
            case OPEN -> {
                Line command = Line.empty().code("/targets " + fact.symbol() + " settle " + firm + " accept");
                notes.add(Line.say("targets.note.open", firm, mark.member(), why, command));
            }
            case ACCEPTED -> notes.add(Line.say("targets.note.accepted", firm, mark.member(), why, settledBy));
            case REJECTED -> rejected(fact, Line.say("targets.note.rejected", firm, mark.member(), why, settledBy));
        }
    }

    /** That a row stands is worth saying as long as it is shown. */
    private void rejected(Fact.Call fact, Line sentence) {
        boolean isShown = coverage.positions().stream()
                .anyMatch(position -> position.call().key().equals(fact.key()));
        if (isShown) {
            notes.add(sentence);
        }
    }

    private void rate(Rates.Rate rate) {
        notes.add(Line.say(
                "targets.note.rate",
                rate.from() + "/" + rate.to(),
                new Value.Figure(rate.value(), 4, null),
                new Value.Day(rate.date())));
    }

    private void counted() {
        boolean assumed = ours.targets().stream()
                .anyMatch(target -> target.target() != null && target.target().assumed());
        if (assumed) {
            notes.add(Line.say("targets.note.assumed"));
        }
        if (ours.leftOut() > 0) {
            notes.add(Line.say("targets.note.rateless", ours.leftOut()));
        }
        if (coverage.unnamed() > 0) {
            notes.add(Line.count("targets.note.unnamed", coverage.unnamed()));
        }
    }

    private void faded(Position position) {
        notes.add(Line.say(
                "targets.note.old",
                position.firm(),
                CallShown.target(position.call().call()),
                CallShown.day(position.call(), exchange)));
    }
}
