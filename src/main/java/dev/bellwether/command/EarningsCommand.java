package dev.bellwether.command;

import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
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
            "When companies report, and who says so",
            List.of(new Parameter("symbol", "a symbol such as BABA; else all", new Parameter.Symbol(), 0, 1)),
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
        String of = targets.isEmpty() ? "" : " of " + wanted.getFirst().symbol();
        Card.Builder card = Card.titled("Earnings" + of, ask.at());
        if (ahead.isEmpty()) {
            card.paragraph(nothing(targets));
        }
        ahead.stream().limit(MOST).forEach(expected -> {
            card.paragraph(line(expected));
            expected.mentions().forEach(mention -> card.source(source(mention)));
        });
        if (ahead.size() > MOST) {
            card.paragraph("And " + (ahead.size() - MOST) + " more; ask for one symbol.");
        }
        return Answer.of(card.datum(
                        "dates",
                        new Datum.Items(ahead.stream()
                                .limit(MOST)
                                .map(EarningsCommand::datum)
                                .toList()))
                .build());
    }

    private static String nothing(List<Target> targets) {
        if (targets.isEmpty()) {
            return "No source I read has named a date that is still to come.";
        }
        Target target = targets.getFirst();
        return target.configured()
                ? "No source I read has named a date of " + target.instrument().name() + " that is still to come."
                : "I follow no news on " + target.listing().symbol()
                        + "; the operator can add it to instruments and a feed to feeds in the configuration.";
    }

    private static Line line(EarningsDays.Expected expected) {
        return Line.empty()
                .strong(expected.instrument().symbol())
                .text(" ")
                .value(new Value.Day(expected.day()))
                .text(", " + countdown(expected.daysAhead()) + "; ")
                .then(confirmation(expected));
    }

    static String countdown(long days) {
        if (days == 0) {
            return "today";
        }
        return days == 1 ? "tomorrow" : "in " + days + " days";
    }

    /** Who says so, in brackets. */
    private static Line confirmation(EarningsDays.Expected expected) {
        String outlets = expected.mentions().stream()
                .limit(MOST_OUTLETS)
                .map(Mention::publisher)
                .collect(Collectors.joining(", "));
        String more = expected.mentions().size() > MOST_OUTLETS ? ", ..." : "";
        return expected.confirmed()
                ? Line.of("confirmed by " + expected.mentions().size() + " outlets ")
                        .emphasis("(" + outlets + more + ")")
                : Line.of("not confirmed, one outlet ").emphasis("(" + outlets + ")");
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
