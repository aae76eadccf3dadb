package dev.bellwether.command;

import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /earnings [symbol]}: when companies report, by how many outlets, and in how many days. */
public final class EarningsCommand implements Command {
    private static final int MOST = 20;
    private static final int MOST_OUTLETS = 3;

    private final CommandSpec spec = new CommandSpec(
            "earnings",
            Line.say("earnings.summary"),
            List.of(new Parameter("symbol", Line.say("earnings.symbol"), new Parameter.Symbol(), 0, 1)),
            List.of("/earnings BABA", "/earnings"));
    private final EarningsDays days;
    private final Instruments instruments;

    /** @param instruments those that are shown when no symbol is named */
    public EarningsCommand(EarningsDays days, Instruments instruments) {
        this.days = days;
        this.instruments = instruments;
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        List<Target> targets = arguments.targets("symbol");
        List<Instrument> wanted = targets.isEmpty()
                ? instruments.all()
                : targets.stream().map(Target::instrument).toList();
        List<EarningsDays.Expected> ahead = wanted.stream()
                .flatMap(instrument -> days.ahead(instrument, ask.at()).stream())
                .sorted(Comparator.comparing(EarningsDays.Expected::day))
                .toList();
        Line title = targets.isEmpty()
                ? Line.say("earnings.title")
                : Line.say("earnings.title.of", wanted.getFirst().symbol());
        Card.Builder card = Card.titled(title, ask.at());
        if (ahead.isEmpty()) {
            card.paragraph(nothing(targets));
        }
        ahead.stream().limit(MOST).forEach(expected -> {
            card.paragraph(line(expected));
            expected.mentions().forEach(mention -> card.source(source(mention)));
        });
        if (ahead.size() > MOST) {
            card.paragraph(Line.say("earnings.more", ahead.size() - MOST));
        }
        if (!targets.isEmpty()) {
            card.block(new Block.Buttons(buttons(targets)));
        }
        return Answer.of(card.datum(
                        "dates",
                        new Datum.Items(ahead.stream()
                                .limit(MOST)
                                .map(EarningsCommand::datum)
                                .toList()))
                .build());
    }

    private static Line nothing(List<Target> targets) {
        if (targets.isEmpty()) {
            return Line.say("earnings.none");
        }
        Target target = targets.getFirst();
        return target.configured()
                ? Line.say("earnings.none.of", target.instrument().name())
                : Line.say("earnings.unfollowed", target.listing().symbol());
    }

    private static Line line(EarningsDays.Expected expected) {
        Line symbol = Line.empty().strong(expected.instrument().symbol());
        Value day = new Value.Day(expected.day());
        Line countdown = countdown(expected.daysAhead());
        return expected.confirmed()
                ? Line.say(
                        "earnings.confirmed",
                        symbol,
                        day,
                        countdown,
                        expected.mentions().size(),
                        outlets(expected))
                : Line.say("earnings.unconfirmed", symbol, day, countdown, outlets(expected));
    }

    static Line countdown(long days) {
        if (days == 0) {
            return Line.say("earnings.today");
        }
        return days == 1 ? Line.say("earnings.tomorrow") : Line.say("earnings.days", days);
    }

    private static List<Block.Button> buttons(List<Target> targets) {
        List<Block.Button> buttons = new ArrayList<>();
        for (Target target : targets) {
            String symbol = target.instrument().symbol();
            buttons.add(new Block.Button(
                    Line.say("button.quote"), "/quote " + target.listing().symbol()));
            if (target.configured()) {
                buttons.add(new Block.Button(Line.say("button.news"), "/news " + symbol));
                buttons.add(new Block.Button(Line.say("button.targets"), "/targets " + symbol));
            }
            buttons.add(new Block.Button(Line.say("earnings.all"), "/earnings"));
        }
        return buttons;
    }

    /** Who says so, in brackets. */
    private static Line outlets(EarningsDays.Expected expected) {
        String outlets = expected.mentions().stream()
                .limit(MOST_OUTLETS)
                .map(Mention::publisher)
                .collect(Collectors.joining(", "));
        String more = expected.mentions().size() > MOST_OUTLETS ? ", ..." : "";
        return Line.empty().emphasis("(" + outlets + more + ")");
    }

    static Datum datum(EarningsDays.Expected expected) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("symbol", new Value.Words(expected.instrument().symbol()));
        parts.put("date", new Value.Day(expected.day()));
        parts.put("daysAhead", new Value.Count(expected.daysAhead(), "days"));
        parts.put("confirmed", new Value.Words(expected.confirmed() ? "yes" : "no"));
        parts.put("outlets", new Value.Count(expected.mentions().size(), "outlets"));
        parts.put("known", new Value.Moment(firstKnown(expected)));
        return new Datum.Parts(null, parts);
    }

    private static Instant firstKnown(EarningsDays.Expected expected) {
        return expected.mentions().getFirst().at();
    }

    static Provenance source(Mention mention) {
        boolean sample = mention.feed().startsWith("sample:");
        return new Provenance(mention.publisher(), mention.at(), Duration.ZERO, mention.link(), sample);
    }
}
