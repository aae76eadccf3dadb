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
            new Block.Column("Firm", false),
            new Block.Column("Judged", true),
            new Block.Column("Reached", true),
            new Block.Column("Days", true),
            new Block.Column("Error", true),
            new Block.Column("Too young", true));
    private static final CommandSpec SPEC = new CommandSpec(
            "analysts",
            "How well the firms' targets did",
            List.of(new Parameter("symbol", "a symbol such as BABA", new Parameter.Symbol(), 0, 1)),
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
        String of = wanted.isEmpty() ? "" : " on " + wanted.getFirst().name();
        if (wanted.isEmpty() && !arguments.targets("symbol").isEmpty()) {
            throw new Misused("I keep no calls on "
                    + arguments.targets("symbol").getFirst().listing().symbol()
                    + "; the operator can add it to instruments in the configuration.");
        }
        Card.Builder card = Card.titled("Scorecard of analysts" + of, ask.at());
        Scorecard scorecard = new Scorecard(ledger.firms(), ask.at());
        (wanted.isEmpty() ? instruments.all() : wanted).forEach(one -> judge(one, ask, scorecard, card));
        return Answer.of(filled(card, scorecard.scores()));
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

    private static Card filled(Card.Builder card, List<Score> scores) {
        if (scores.isEmpty()) {
            card.paragraph("No target of any firm has been read so far.");
        } else {
            card.block(new Block.Table(
                    COLUMNS,
                    scores.stream().limit(ROWS).map(AnalystsCommand::row).toList()));
        }
        card.block(
                new Block.Footer(Line.of("Judged are calls that are 12 months old and have prices. Reached: a session's"
                        + " high (or low, for a target below the price) touched the target within 12 months; Days: the median until"
                        + " then. Error: target against the close 12 months later, on average. No score on fewer than "
                        + Scorecard.LEAST + " judged calls. Only calls that this bot has read are in it.")));
        return card.datum(
                        "analysts",
                        new Datum.Items(
                                scores.stream().map(AnalystsCommand::datum).toList()))
                .build();
    }

    private static List<Line> row(Score score) {
        return List.of(
                Line.of(score.firm()),
                Line.of(score.judged() + " of " + score.calls()),
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
