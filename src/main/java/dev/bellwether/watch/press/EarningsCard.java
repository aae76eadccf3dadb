package dev.bellwether.watch.press;

import dev.bellwether.analyst.EarningsDays.Expected;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day of results as a card, with who names it and what others name instead. */
final class EarningsCard {
    private EarningsCard() {}

    /** @param other the day that was known before for the same results; null if none was */
    static Card known(
            Instrument instrument,
            Fact.Earnings fact,
            @Nullable LocalDate other,
            List<Expected> expected,
            Instant now) {
        Line symbol = Line.empty().strong(instrument.symbol());
        Value.Day day = new Value.Day(fact.day());
        Line sentence = other == null
                ? Line.say("press.earnings.known", symbol, day)
                : Line.say("press.earnings.changed", symbol, day, new Value.Day(other));
        return card(instrument, fact.day(), sentence, expected, now);
    }

    static Card reminder(Instrument instrument, Expected expected, List<Expected> all, Instant now) {
        Line symbol = Line.empty().strong(instrument.symbol());
        Line sentence =
                Line.say("press.earnings.soon", symbol, new Value.Day(expected.day()), countdown(expected.daysAhead()));
        return card(instrument, expected.day(), sentence, all, now);
    }

    private static Line countdown(long days) {
        if (days == 0) {
            return Line.say("earnings.today");
        }
        return days == 1 ? Line.say("earnings.tomorrow") : Line.say("earnings.days", days);
    }

    private static Card card(
            Instrument instrument, LocalDate day, Line sentence, List<Expected> expected, Instant now) {
        String symbol = instrument.symbol();
        Card.Builder card = Card.titled(Line.say("earnings.title.of", symbol), now)
                .tone(Tone.NOTICE)
                .paragraph(sentence);
        for (Expected each : expected) {
            Line outlets = PressCards.outlets(each.mentions());
            card.paragraph(
                    each.day().equals(day)
                            ? Line.say("press.earnings.by", outlets)
                            : Line.say("press.earnings.else", new Value.Day(each.day()), outlets));
            each.mentions().forEach(mention -> card.source(PressCards.source(mention)));
        }
        List<Block.Button> buttons = new ArrayList<>();
        buttons.add(new Block.Button(Line.say("button.quote"), "/quote " + symbol));
        buttons.addAll(Topic.buttons(Topic.Kind.EARNINGS, symbol));
        return card.block(new Block.Buttons(buttons))
                .datum("symbol", new Value.Words(symbol))
                .datum("date", new Value.Day(day))
                .datum("dates", dates(expected))
                .build();
    }

    private static Datum dates(List<Expected> expected) {
        List<Datum> dates = new ArrayList<>();
        for (Expected each : expected) {
            Map<String, Datum> parts = new LinkedHashMap<>();
            parts.put("date", new Value.Day(each.day()));
            parts.put("daysAhead", new Value.Count(each.daysAhead(), "days"));
            parts.put("outlets", new Value.Count(each.mentions().size(), "outlets"));
            dates.add(new Datum.Parts(null, parts));
        }
        return new Datum.Items(dates);
    }
}
