package dev.bellwether.command;

import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Score;
import dev.bellwether.analyst.Scorecard;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.History;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /analysts [symbol]}: how well the firms' targets did, from the bot's own archive. */
public final class AnalystsCommand implements Command {
    private static final int ROWS = 20;
    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column(Line.say("analysts.column.firm"), false),
            new Block.Column(Line.say("analysts.column.judged"), true),
            new Block.Column(Line.say("analysts.column.reached"), true),
            new Block.Column(Line.say("analysts.column.days"), true),
            new Block.Column(Line.say("analysts.column.error"), true),
            new Block.Column(Line.say("analysts.column.young"), true));
    private static final CommandSpec SPEC = new CommandSpec(
            "analysts",
            Line.say("analysts.summary"),
            List.of(new Parameter("symbol", Line.say("analysts.symbol"), new Parameter.Symbol(), 0, 1)),
            List.of("/analysts BABA", "/analysts"));

    private final Ledger ledger;
    private final Markets markets;
    private final Instruments instruments;

    /** @param instruments those the group follows */
    public AnalystsCommand(Ledger ledger, Markets markets, Instruments instruments) {
        this.ledger = ledger;
        this.markets = markets;
        this.instruments = instruments;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        List<Instrument> wanted = arguments.targets("symbol").stream()
                .filter(Target::configured)
                .map(Target::instrument)
                .toList();
        if (wanted.isEmpty() && !arguments.targets("symbol").isEmpty()) {
            throw new Misused(Line.say(
                    "targets.unfollowed",
                    arguments.targets("symbol").getFirst().listing().symbol()));
        }
        Card.Builder card = Card.titled(title(wanted), ask.at());
        Scorecard scorecard = new Scorecard(ledger.firms(), ask.at());
        (wanted.isEmpty() ? instruments.all() : wanted).forEach(one -> judge(one, ask, scorecard, card));
        filled(card, scorecard.scores());
        String targets =
                wanted.isEmpty() ? "/targets" : "/targets " + wanted.getFirst().symbol();
        return Answer.of(card.block(new Block.Buttons(List.of(new Block.Button(Line.say("button.targets"), targets))))
                .build());
    }

    private static Line title(List<Instrument> wanted) {
        return wanted.isEmpty()
                ? Line.say("analysts.title")
                : Line.say("analysts.title.on", wanted.getFirst().name());
    }

    private void judge(Instrument instrument, Ask ask, Scorecard scorecard, Card.Builder card) {
        var coverage = ledger.of(instrument, ask.chat(), ask.at());
        if (coverage.calls().isEmpty()) {
            return;
        }
        Map<Listing, History> histories = new HashMap<>();
        for (Snapshot snapshot : markets.look(instrument.listings(), ask.at())) {
            @Nullable History history = snapshot.prices().history();
            if (history != null) {
                histories.put(snapshot.listing(), history);
                Sources.of(snapshot, ask.at()).forEach(card::source);
            }
        }
        scorecard.add(instrument, coverage, histories::get);
    }

    private static void filled(Card.Builder card, List<Score> scores) {
        if (scores.isEmpty()) {
            card.paragraph(Line.say("analysts.unread"));
        } else {
            card.block(new Block.Table(
                    COLUMNS,
                    scores.stream().limit(ROWS).map(AnalystsCommand::row).toList()));
        }
        card.block(new Block.Footer(Line.say("analysts.explained", Scorecard.LEAST)));
        card.datum(
                "analysts",
                new Datum.Items(scores.stream().map(AnalystsCommand::datum).toList()));
    }

    private static List<Line> row(Score score) {
        return List.of(
                Line.of(score.firm()),
                Line.say("analysts.judged", score.judged(), score.calls()),
                Line.of(brief(Shown.share(score.share()))),
                Line.of(brief(Shown.figure(score.medianDays(), 0, null))),
                Line.of(brief(Shown.distance(score.meanError()))),
                Line.of(String.valueOf(score.young())));
    }

    /** The reason stands in the small print; ten of them would fill the table. */
    private static Value brief(Value value) {
        return value instanceof Value.Missing ? new Value.Missing("") : value;
    }

    private static Datum datum(Score score) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("firm", new Value.Words(score.firm()));
        parts.put("calls", count(score.calls()));
        parts.put("judged", count(score.judged()));
        parts.put("reached", count(score.reached()));
        parts.put("reachedShare", Shown.share(score.share()));
        parts.put("medianDays", Shown.figure(score.medianDays(), 1, "days"));
        parts.put("meanError", Shown.distance(score.meanError()));
        parts.put("meanDistance", Shown.share(score.meanDistance()));
        parts.put("young", count(score.young()));
        parts.put("youngReached", count(score.youngReached()));
        parts.put("unjudged", count(score.unjudged()));
        return new Datum.Parts(null, parts);
    }

    private static Value count(int number) {
        return new Value.Count(number, "calls");
    }
}
