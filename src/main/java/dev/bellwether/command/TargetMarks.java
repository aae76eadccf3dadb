package dev.bellwether.command;

import dev.bellwether.analyst.Coverage;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Mark;
import dev.bellwether.analyst.Marks;
import dev.bellwether.analyst.Position;
import dev.bellwether.fact.Fact;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Members dispute a row of the table of targets, managers settle it. */
final class TargetMarks {
    private static final int LONGEST_REASON = 200;

    private final Ledger ledger;
    private final Marks marks;

    TargetMarks(Ledger ledger, Marks marks) {
        this.ledger = ledger;
        this.marks = marks;
    }

    /** Marks the row of a firm as wrong; what follows its name is the reason. */
    Answer wrong(Ask ask, String symbol, Coverage coverage, FirmWords firm) {
        Position position = Stream.concat(coverage.positions().stream(), coverage.faded().stream())
                .filter(one -> one.key().equals(firm.key()))
                .findFirst()
                .orElseThrow(() -> new Misused(Line.say("targets.struck.all", firm.name(), symbol)));
        String reason = firm.rest();
        if (reason.length() > LONGEST_REASON) {
            throw new Misused(Line.say("targets.reason.long", LONGEST_REASON));
        }
        String fact = position.call().key();
        if (!marks.add(ask.chat(), fact, symbol, ask.member(), reason, ask.at())) {
            return failure(ask, firm, known(ask, symbol, fact, firm));
        }
        return Answer.of(Card.titled(Line.say("targets.marked"), ask.at())
                .paragraph(Line.say(
                        "targets.marked.stays",
                        firm.name(),
                        CallShown.target(position.call().call())))
                .paragraph(Line.empty().code("/targets " + symbol + " settle " + firm.name() + " accept"))
                .datum("mark", new Value.Words("open"))
                .datum("firm", new Value.Words(firm.name()))
                .build());
    }

    private Line known(Ask ask, String symbol, String fact, FirmWords firm) {
        return marks.of(ask.chat(), symbol).stream()
                .filter(mark -> mark.fact().equals(fact))
                .findFirst()
                .filter(mark -> mark.state() == Mark.State.REJECTED)
                .map(mark -> Line.say(
                        "targets.marked.rejected", mark.member(), String.valueOf(mark.settledBy()), firm.name()))
                .orElseGet(() -> Line.say("targets.marked.already", firm.name()));
    }

    /** Settles what is open on a firm; the word behind its name says how. */
    Answer settle(Ask ask, String symbol, Coverage coverage, FirmWords firm) {
        if (!ask.manager()) {
            return failure(ask, firm, Line.say("targets.settle.manager"));
        }
        boolean accepted = switch (firm.rest().toLowerCase(Locale.ROOT)) {
            case "accept" -> true;
            case "reject" -> false;
            default -> throw new Misused(Line.say("targets.settle.how", firm.name()));
        };
        List<Fact.Call> settled = coverage.history(firm.name(), ledger.firms()).stream()
                .filter(fact -> marks.settle(ask.chat(), fact.key(), accepted, ask.member(), ask.at()))
                .toList();
        if (settled.isEmpty()) {
            return failure(ask, firm, Line.say("targets.settle.nothing", firm.name()));
        }
        Card.Builder card = Card.titled(Line.say("targets.settled"), ask.at());
        settled.forEach(fact -> {
            Line target = CallShown.target(fact.call());
            card.paragraph(
                    accepted
                            ? Line.say("targets.settled.struck", firm.name(), target)
                            : Line.say("targets.settled.stands", firm.name(), target));
        });
        return Answer.of(card.datum("mark", new Value.Words(accepted ? "accepted" : "rejected"))
                .datum("firm", new Value.Words(firm.name()))
                .datum(
                        "facts",
                        new Datum.Items(settled.stream()
                                .<Datum>map(fact -> new Value.Words(fact.key()))
                                .toList()))
                .build());
    }

    private static Answer failure(Ask ask, FirmWords firm, Line sentence) {
        return Answer.failure(Card.titled(Line.say("targets.of", firm.name()), ask.at())
                .tone(Tone.ERROR)
                .paragraph(sentence)
                .build());
    }
}
