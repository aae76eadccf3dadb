package dev.bellwether.watch.press;

import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.EarningsDays.Expected;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.watch.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days of results as notices: when a day becomes known or another one does, and a reminder three days and one day before, in the
 * morning at the main listing's exchange. Keys name instrument, day and reminder, so nothing is told twice.
 */
public final class EarningsNotices {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Two days so near are two words on the same results, not two quarters. */
    private static final int SAME_QUARTER = 45;

    private static final int FIRST = 3;
    private static final int SECOND = 1;

    private final FactLog facts;
    private final EarningsDays days;
    private final Instruments instruments;

    /** @param facts all that is known */
    public EarningsNotices(FactLog facts, Instruments instruments) {
        this.facts = facts;
        this.days = new EarningsDays(facts);
        this.instruments = instruments;
    }

    private static String key(String symbol, LocalDate day) {
        return "earnings:" + symbol + ":" + day;
    }

    /** The notice that a day became known; empty if it is over. */
    public Optional<Notice> known(Fact.Earnings fact, Instant now) {
        return instruments.find(fact.symbol()).flatMap(instrument -> {
            Exchange exchange = instrument.primary().exchange();
            if (fact.day().isBefore(exchange.dayAt(now))) {
                return Optional.empty();
            }
            LocalDate other = earlier(fact, now);
            return Optional.of(new Notice(
                    key(fact.symbol(), fact.day()),
                    EarningsCard.known(instrument, fact, other, expected(instrument, fact.day(), now), now),
                    Topic.audience(Topic.Kind.EARNINGS, fact.symbol()),
                    Lane.ALERT,
                    end(exchange, fact.day(), now),
                    other == null ? null : new Notice.Follow(key(fact.symbol(), other), false)));
        });
    }

    /** Worth telling until the day; on the day itself until it is over. */
    private static Instant end(Exchange exchange, LocalDate day, Instant now) {
        Instant start = day.atStartOfDay(exchange.zone()).toInstant();
        return start.isAfter(now) ? start : start.plus(Duration.ofDays(1));
    }

    /** The day that was known last for the same results; null if none was. */
    private @Nullable LocalDate earlier(Fact.Earnings fact, Instant now) {
        return facts.known(Fact.Earnings.class, fact.symbol(), now).stream()
                .filter(other -> !other.day().equals(fact.day()) && !other.at().isAfter(fact.at()))
                .map(Fact.Earnings::day)
                .filter(day -> sameQuarter(day, fact.day()))
                .findFirst()
                .orElse(null);
    }

    private static boolean sameQuarter(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= SAME_QUARTER;
    }

    private List<Expected> expected(Instrument instrument, LocalDate day, Instant now) {
        return days.ahead(instrument, now).stream()
                .filter(expected -> sameQuarter(expected.day(), day))
                .toList();
    }

    /** The reminders of an instrument that are due at a moment; each is due for some days, in case nobody was there to send it. */
    public List<Notice> due(String symbol, Instant now) {
        List<Notice> notices = new ArrayList<>();
        instruments.find(symbol).ifPresent(instrument -> {
            List<Expected> ahead = days.ahead(instrument, now);
            for (Expected expected : ahead) {
                if (isBest(expected, ahead)) {
                    reminder(instrument, expected, now).ifPresent(notices::add);
                }
            }
        });
        return notices;
    }

    /** Of several days for the same results the one that most outlets name, of equals the one named last. */
    private static boolean isBest(Expected expected, List<Expected> ahead) {
        return ahead.stream()
                .filter(other -> sameQuarter(other.day(), expected.day()))
                .max(Comparator.comparingInt((Expected each) -> each.mentions().size())
                        .thenComparing(each -> each.mentions().getLast().at())
                        .thenComparing(Expected::day))
                .filter(expected::equals)
                .isPresent();
    }

    private Optional<Notice> reminder(Instrument instrument, Expected expected, Instant now) {
        Exchange exchange = instrument.primary().exchange();
        Instant first = morning(exchange, expected.day().minusDays(FIRST));
        Instant second = morning(exchange, expected.day().minusDays(SECOND));
        Instant day = expected.day().atStartOfDay(exchange.zone()).toInstant();
        Instant known = expected.mentions().getFirst().at();
        if (!now.isBefore(first) && now.isBefore(second) && known.isBefore(first)) {
            return Optional.of(reminder(instrument, expected, FIRST, second, now));
        }
        return !now.isBefore(second) && now.isBefore(day) && known.isBefore(second)
                ? Optional.of(reminder(instrument, expected, SECOND, day, now))
                : Optional.empty();
    }

    private static Instant morning(Exchange exchange, LocalDate day) {
        return day.atTime(MORNING).atZone(exchange.zone()).toInstant();
    }

    private Notice reminder(Instrument instrument, Expected expected, int before, Instant end, Instant now) {
        String key = key(instrument.symbol(), expected.day());
        return new Notice(
                key + ":" + before,
                EarningsCard.reminder(instrument, expected, expected(instrument, expected.day(), now), now),
                Topic.audience(Topic.Kind.EARNINGS, instrument.symbol()),
                Lane.ALERT,
                end,
                new Notice.Follow(key, false));
    }
}
