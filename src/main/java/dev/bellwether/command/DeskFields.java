package dev.bellwether.command;

import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.StoryFinder;
import dev.bellwether.fact.Instrument;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the desk adds to the card of one instrument: the next earnings date and how much was told in the last 24 hours. */
public final class DeskFields implements QuoteExtra {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final EarningsDays days;
    private final StoryFinder stories;

    public DeskFields(EarningsDays days, StoryFinder stories) {
        this.days = days;
        this.stories = stories;
    }

    @Override
    public Part part(Ask ask, Target target, Snapshot snapshot) {
        return new Part(fields(target.instrument(), ask.at()), data(target.instrument(), ask.at()), List.of());
    }

    /** Lines for the card; none where nothing is known. */
    List<Block.Field> fields(Instrument instrument, Instant at) {
        List<Block.Field> fields = new ArrayList<>();
        Line earnings = Line.joined(
                "desk.earnings.or",
                nearest(instrument, at).stream().map(DeskFields::date).toList());
        if (!earnings.isEmpty()) {
            fields.add(new Block.Field(Line.say("desk.earnings"), earnings));
        }
        int count = count(instrument, at);
        if (count > 0) {
            fields.add(new Block.Field(Line.say("desk.stories"), Line.count("desk.stories.day", count)));
        }
        return fields;
    }

    private static Line date(EarningsDays.Expected expected) {
        Value day = new Value.Day(expected.day());
        Line countdown = EarningsCommand.countdown(expected.daysAhead());
        return expected.confirmed()
                ? Line.say("desk.earnings.day", day, countdown)
                : Line.say("desk.earnings.unconfirmed", day, countdown);
    }

    /** The same for programs. */
    Map<String, Datum> data(Instrument instrument, Instant at) {
        Map<String, Datum> data = new LinkedHashMap<>();
        data.put(
                "earnings",
                new Datum.Items(nearest(instrument, at).stream()
                        .map(EarningsCommand::datum)
                        .toList()));
        data.put("storiesOfTheDay", new Value.Count(count(instrument, at), "stories"));
        return data;
    }

    /** The soonest date and those that may be meant instead of it: within two weeks of it. */
    private List<EarningsDays.Expected> nearest(Instrument instrument, Instant at) {
        List<EarningsDays.Expected> ahead = days.ahead(instrument, at);
        return ahead.stream()
                .filter(expected ->
                        expected.day().isBefore(ahead.getFirst().day().plusDays(15)))
                .limit(2)
                .toList();
    }

    private int count(Instrument instrument, Instant at) {
        return stories.about(instrument.symbol(), at.minus(A_DAY), at).size();
    }
}
