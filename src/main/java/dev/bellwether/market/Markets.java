package dev.bellwether.market;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceAnswer;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.Rates;
import dev.bellwether.quote.SplitSuspect;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The market as the commands see it: prices with what is computed from them. Safe for many threads. */
public final class Markets {
    private final Quotes quotes;
    private final Rates rates;

    /** @param rates for comparing listings in different currencies */
    public Markets(Quotes quotes, Rates rates) {
        this.quotes = quotes;
        this.rates = rates;
    }

    /** The listings as of a moment, in their order, loaded side by side. */
    public List<Snapshot> look(List<Listing> listings, Instant at) {
        return quotes.pricesOf(listings, at).stream()
                .map(answer -> new Snapshot(answer.listing(), answer, view(answer, at)))
                .toList();
    }

    private static MarketView view(PriceAnswer answer, Instant at) {
        History history = answer.history();
        if (history == null) {
            return MarketView.of(answer.listing(), List.of(), answer.tick(), Set.of(), at);
        }
        var splitDates = history.splits().stream().map(SplitSuspect::date).collect(Collectors.toUnmodifiableSet());
        return MarketView.of(answer.listing(), history.bars(), answer.tick(), splitDates, at);
    }

    /**
     * The instrument's other listings that have a price, compared with one of them.
     *
     * @param snapshots of all of the instrument's listings
     * @param main the one to compare with
     */
    public List<OtherListing> others(Instrument instrument, List<Snapshot> snapshots, Snapshot main, Instant at) {
        return snapshots.stream()
                .filter(other -> instrument.listings().contains(other.listing()))
                .filter(other -> !other.listing().equals(main.listing()))
                .filter(Snapshot::hasPrice)
                .map(other -> compare(main, other, at))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable OtherListing compare(Snapshot main, Snapshot other, Instant at) {
        LatestPrice here = main.view().price();
        LatestPrice there = other.view().price();
        if (here == null || there == null) {
            return null;
        }
        String from = major(other.listing().currency());
        String to = major(main.listing().currency());
        Optional<Rates.Rate> rate = from.equals(to) ? Optional.empty() : rates.rate(from, to, at);
        double factor = from.equals(to) ? 1 : rate.map(Rates.Rate::value).orElse(Double.NaN);
        Parity parity = Parity.of(
                Parity.Quoted.of(main.listing(), here.price()),
                Parity.Quoted.of(other.listing(), there.price()),
                factor);
        return new OtherListing(other, parity, rate.orElse(null));
    }

    /** The currency in which rates are quoted: pence are pounds. */
    private static String major(String currency) {
        return currency.equals("GBX") ? "GBP" : currency;
    }
}
