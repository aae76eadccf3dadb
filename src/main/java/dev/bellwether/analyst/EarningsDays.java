package dev.bellwether.analyst;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The days on which companies are said to report, as the fact log has them. */
public final class EarningsDays {
    private final FactLog facts;

    public EarningsDays(FactLog facts) {
        this.facts = facts;
    }

    /**
     * A day on which a company is said to report.
     *
     * @param daysAhead calendar days from today at the main listing's exchange; 0 is today
     * @param mentions where it was read, earliest first, one for each outlet; at least one
     */
    public record Expected(Instrument instrument, LocalDate day, long daysAhead, List<Mention> mentions) {
        public Expected {
            mentions = List.copyOf(mentions);
        }

        /** Whether two outlets or more say so. */
        public boolean confirmed() {
            return mentions.size() > 1;
        }
    }

    /** The days of today and later that were known at a moment, soonest first. Different dates are all in it. */
    public List<Expected> ahead(Instrument instrument, Instant at) {
        LocalDate today = instrument.primary().exchange().dayAt(at);
        Map<LocalDate, List<Mention>> byDay = new TreeMap<>();
        for (Fact.Earnings fact : facts.known(Fact.Earnings.class, instrument.symbol(), at)) {
            if (!fact.day().isBefore(today)) {
                byDay.computeIfAbsent(fact.day(), day -> new ArrayList<>()).addAll(fact.mentions());
            }
        }
        return byDay.entrySet().stream()
                .map(entry -> new Expected(
                        instrument,
                        entry.getKey(),
                        ChronoUnit.DAYS.between(today, entry.getKey()),
                        onePerOutlet(entry.getValue())))
                .toList();
    }

    private static List<Mention> onePerOutlet(List<Mention> mentions) {
        List<Mention> outlets = new ArrayList<>();
        mentions.stream().sorted(Comparator.comparing(Mention::at)).forEach(mention -> {
            if (outlets.stream().noneMatch(known -> known.publisher().equals(mention.publisher()))) {
                outlets.add(mention);
            }
        });
        return outlets;
    }
}
