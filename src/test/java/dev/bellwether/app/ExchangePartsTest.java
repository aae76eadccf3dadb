package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.command.StatusPart;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.talk.Voice;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangePartsTest {
    private static List<String> parts(String now, Exchange... exchanges) {
        List<Listing> listings = Arrays.stream(exchanges)
                .map(exchange -> new Listing("X" + exchange.suffix(), exchange, exchange.currency(), 1, Map.of()))
                .toList();
        Instruments instruments =
                new Instruments(List.of(new Instrument("X", "X", List.of(), null, listings, List.of())));
        return new ExchangeParts(TradingCalendars.known(List.of()), instruments, () -> Instant.parse(now))
                .parts().stream().map(ExchangePartsTest::text).toList();
    }

    private static String text(StatusPart part) {
        return part.state() + " " + Voice.english().plain(part.name()) + " "
                + Voice.english().plain(part.text());
    }

    @Test
    void each_exchange_in_use_says_whether_it_is_open_and_until_when() {
        assertThat(parts("2026-01-14T15:00:00Z", Exchange.HKEX, Exchange.NYSE, Exchange.HKEX))
                .containsExactly(
                        "OK Exchange: New York open until 16:00 New York",
                        "OK Exchange: Hong Kong closed, opens Thu 09:30 Hong Kong");
    }

    @Test
    void an_exchange_of_which_only_weekends_are_known_says_so() {
        assertThat(parts("2026-01-14T15:00:00Z", Exchange.LSE))
                .containsExactly(
                        "OK Exchange: London open until 16:30 London; only weekends are known here, not its holidays");
    }

    @Test
    void sixty_days_before_its_last_official_day_a_calendar_warns_and_does_not_stop_after() {
        assertThat(parts("2026-11-01T03:00:00Z", Exchange.HKEX).getFirst()).startsWith("OK ");
        assertThat(parts("2026-11-02T03:00:00Z", Exchange.HKEX))
                .containsExactly(
                        "WARNING Exchange: Hong Kong open until 16:00 Hong Kong; its holidays are official here only"
                                + " until 2026-12-31: please update the bot before then");
        assertThat(parts("2026-12-31T12:00:00Z", Exchange.HKEX).getFirst()).contains("before then");
        assertThat(parts("2027-02-08T03:00:00Z", Exchange.HKEX))
                .containsExactly(
                        "WARNING Exchange: Hong Kong closed (Lunar New Year), opens Wed 09:30 Hong Kong; its holidays"
                                + " are official here only until 2026-12-31, what came since is expected or not known: please update"
                                + " the bot");
    }
}
