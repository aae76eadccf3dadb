package dev.bellwether.analyst;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prices a text can mean. A text of the morning speaks of the last close or of the day that runs; one that names a weekday
 * may speak of that. So each listing is looked at as of the end of the day of publication (as far as it is known by now), as of the
 * publication itself, and as of the end of a weekday named.
 *
 * <p>Loads each listing at each moment once. For one text; not thread-safe.
 */
final class PressMarket {
    private static final Pattern WEEKDAY = Pattern.compile(
            "\\b(?:(Mon)|(Tues)|(Wednes)|(Thurs)|(Fri))day\\b|\\b(?:(Mon)|(Diens)|(Mittwoch)|(Donners)|(Frei))(?:tag)?\\b");
    private static final int FORMS = 5;
    private static final int LONGEST_SENTENCE = 4_000;

    private final Markets markets;
    private final Instant published;
    private final Instant now;
    private final Map<Moment, Snapshot> seen = new HashMap<>();
    private final Map<String, Integer> agreed = new HashMap<>();

    private record Moment(Listing listing, Instant at) {}

    /**
     * @param published when the text was published, not later than {@code now}
     * @param now the moment of the question; nothing later is looked at
     */
    PressMarket(Markets markets, Instant published, Instant now) {
        this.markets = markets;
        this.published = published;
        this.now = now;
    }

    /**
     * The snapshots for a statement, the likeliest first.
     *
     * @param listing symbol of the listing that is named with it; null if none is
     * @param currency of an amount that stands near it; null if none does
     */
    List<Snapshot> around(Instrument instrument, String sentence, @Nullable String listing, @Nullable String currency) {
        List<Listing> ordered = new ArrayList<>(instrument.listings());
        first(ordered, each -> currency != null && ClaimReadings.sameMoney(currency, each.currency()));
        first(ordered, each -> each.symbol().equalsIgnoreCase(listing));
        List<Snapshot> all = new ArrayList<>();
        for (Listing each : ordered) {
            List<Snapshot> sessions = new ArrayList<>();
            moments(each, sentence).forEach(at -> addNew(sessions, look(each, at)));
            all.addAll(sessions);
        }
        all.sort((one, other) -> Integer.compare(votes(other), votes(one)));
        return all;
    }

    /** Notes that a statement of the text agreed with a listing on a day: its neighbours likely mean the same. */
    void agreed(@Nullable String listing, @Nullable LocalDate day) {
        agreed.merge(listing + "@" + day, 1, Integer::sum);
    }

    /** Whether neighbours have told which of the snapshots is meant: then it is the first. */
    boolean settled(List<Snapshot> around) {
        return !around.isEmpty() && votes(around.getFirst()) > 0;
    }

    private int votes(Snapshot snapshot) {
        LatestPrice price = snapshot.view().price();
        return price == null ? 0 : agreed.getOrDefault(snapshot.listing().symbol() + "@" + price.day(), 0);
    }

    private static void first(List<Listing> listings, Predicate<Listing> wanted) {
        listings.sort((one, other) -> Boolean.compare(wanted.test(other), wanted.test(one)));
    }

    private List<Instant> moments(Listing listing, String sentence) {
        LocalDate day = listing.exchange().dayAt(published);
        List<Instant> moments = new ArrayList<>();
        moments.add(known(listing.exchange().closing(day)));
        moments.add(published);
        weekdays(sentence)
                .forEach(weekday -> moments.add(
                        known(listing.exchange().closing(day.with(TemporalAdjusters.previousOrSame(weekday))))));
        return moments.stream().distinct().toList();
    }

    private Instant known(Instant moment) {
        return moment.isAfter(now) ? now : moment;
    }

    private static List<DayOfWeek> weekdays(String sentence) {
        List<DayOfWeek> days = new ArrayList<>();
        Matcher matcher = WEEKDAY.matcher(sentence.substring(0, Math.min(LONGEST_SENTENCE, sentence.length())));
        while (matcher.find() && days.size() < 2) {
            for (int group = 1; group <= 2 * FORMS; group++) {
                if (matcher.group(group) != null) {
                    days.add(DayOfWeek.of((group - 1) % FORMS + 1));
                }
            }
        }
        return days;
    }

    private Snapshot look(Listing listing, Instant at) {
        return seen.computeIfAbsent(
                new Moment(listing, at),
                moment -> markets.look(List.of(listing), at).getFirst());
    }

    /** Two moments between which nothing closed show the same. */
    private static void addNew(List<Snapshot> sessions, Snapshot snapshot) {
        boolean known = sessions.stream()
                .anyMatch(other ->
                        Objects.equals(other.view().price(), snapshot.view().price()));
        if (!known) {
            sessions.add(snapshot);
        }
    }
}
