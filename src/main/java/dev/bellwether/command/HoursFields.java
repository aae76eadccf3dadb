package dev.bellwether.command;

import dev.bellwether.fact.Exchange;
import dev.bellwether.market.Snapshot;
import dev.bellwether.market.calendar.Hours;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the exchange of the price is open, and when that changes next. */
public final class HoursFields implements QuoteExtra {
    private final TradingCalendars calendars;

    /** @param calendars of all exchanges */
    public HoursFields(TradingCalendars calendars) {
        this.calendars = calendars;
    }

    /** Exchanges have hours whoever follows their listings. */
    @Override
    public boolean forAny() {
        return true;
    }

    @Override
    public Part part(Ask ask, Target target, Snapshot snapshot) {
        Exchange exchange = snapshot.listing().exchange();
        Hours hours = new Hours(exchange, calendars.of(exchange), ask.at());
        Map<String, Datum> data = new LinkedHashMap<>();
        data.put("exchange", new Value.Words(exchange.mic()));
        data.put("open", new Value.Words(hours.open() ? "yes" : "no"));
        data.put("changes", new Value.Moment(hours.change()));
        return new Part(
                List.of(new Block.Field(Line.say("calendar.label"), hours.sentence())),
                Map.of("hours", new Datum.Parts(null, data)),
                List.of());
    }
}
