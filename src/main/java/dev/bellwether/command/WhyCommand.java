package dev.bellwether.command;

import dev.bellwether.analyst.Explainer;
import dev.bellwether.analyst.Explanation;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /why [symbol] [day]}: what may explain the move of a day; without a symbol, of the day's biggest mover. */
public final class WhyCommand implements Command {
    private static final int MOST_MOVERS = 20;

    private final CommandSpec spec = new CommandSpec(
            "why",
            Line.say("why.summary"),
            List.of(
                    new Parameter("symbol", Line.say("why.parameter.symbol"), new Parameter.Symbol(), 0, 1),
                    new Parameter("day", Line.say("why.parameter.day"), new Parameter.Day(), 0, 1)),
            List.of("/why BABA", "/why BABA 2026-01-02", "/why"));
    private final Explainer explainer;
    private final Markets markets;
    private final Instruments instruments;
    private final Symbols symbols;

    /** @param instruments those among which the biggest mover is looked for */
    public WhyCommand(Explainer explainer, Markets markets, Instruments instruments, Symbols symbols) {
        this.explainer = explainer;
        this.markets = markets;
        this.instruments = instruments;
        this.symbols = symbols;
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String word = arguments.word("day");
        Target target = arguments.targets("symbol").stream().findFirst().orElseGet(() -> biggestMover(word, ask.at()));
        LocalDate day = word.isEmpty() ? null : day(word, target, ask.at());
        Instrument instrument = target.instrument();
        return switch (explainer.explain(instrument, target.listing(), day, ask.at())) {
            case Explanation.Found found -> Answer.of(new WhyCard(ask.at(), found, target.configured()).card());
            case Explanation.NoPrices none ->
                NoPrice.answer(ask, target, none.snapshot().prices(), symbols);
            case Explanation.NoSession none ->
                Answer.failure(Card.titled(
                                Line.say("why.title.none", target.listing().symbol(), new Value.Day(none.day())),
                                ask.at())
                        .tone(Tone.ERROR)
                        .paragraph(none.why())
                        .build());
        };
    }

    private static LocalDate day(String word, Target target, Instant at) {
        return DayWord.day(word, target.listing().exchange().dayAt(at))
                .orElseThrow(() -> new Misused(DayWord.say(word)));
    }

    /** The instrument whose main listing moved most that day, counted in its average true ranges. */
    private Target biggestMover(String word, Instant at) {
        List<Instrument> all = instruments.all().stream().limit(MOST_MOVERS).toList();
        if (all.isEmpty()) {
            throw new Misused(Line.say("why.nothing"));
        }
        Listing first = all.getFirst().primary();
        LocalDate day = word.isEmpty()
                ? null
                : DayWord.day(word, first.exchange().dayAt(at)).orElseThrow(() -> new Misused(DayWord.say(word)));
        Instant until = day == null ? at : earlier(at, first.exchange().closing(day));
        List<Snapshot> snapshots =
                markets.look(all.stream().map(Instrument::primary).toList(), until);
        return snapshots.stream()
                .filter(snapshot -> isOf(day, snapshot.view()))
                .max(Comparator.comparingDouble(WhyCommand::size))
                .flatMap(snapshot -> target(snapshot.listing()))
                .orElseGet(() -> new Target(all.getFirst().symbol(), all.getFirst(), first, true));
    }

    private static boolean isOf(@Nullable LocalDate day, MarketView view) {
        return view.price() != null && (day == null || view.price().day().equals(day));
    }

    private static double size(Snapshot snapshot) {
        MarketView view = snapshot.view();
        return view.change("1d").percent() instanceof Measure.Known(double change)
                        && view.volatility().atrPercent() instanceof Measure.Known(double usual)
                        && usual > 0
                ? Math.abs(change) / usual
                : 0;
    }

    private Optional<Target> target(Listing listing) {
        return symbols.find(listing.symbol());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
