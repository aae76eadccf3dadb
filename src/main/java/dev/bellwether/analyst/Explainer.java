package dev.bellwether.analyst;

import dev.bellwether.analyst.StoryFinder.Story;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.History;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Places;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what may explain the move of a day: prices, peers, stories, calls. For any thread. */
public final class Explainer {
    /** Stories of the evening still tell why the day was as it was. */
    private static final Duration AFTER_THE_CLOSE = Duration.ofHours(6);

    private final Markets markets;
    private final Instruments instruments;
    private final StoryFinder stories;
    private final FactLog facts;

    public Explainer(Markets markets, Instruments instruments, StoryFinder stories, FactLog facts) {
        this.markets = markets;
        this.instruments = instruments;
        this.stories = stories;
        this.facts = facts;
    }

    /**
     * Explains a day.
     *
     * @param listing the one whose move is meant, of {@code instrument}
     * @param day the day at its exchange; null for the last session
     * @param at the moment of the question; nothing later is looked at
     */
    public Explanation explain(Instrument instrument, Listing listing, @Nullable LocalDate day, Instant at) {
        Exchange exchange = listing.exchange();
        if (day != null && day.isAfter(exchange.dayAt(at))) {
            return new Explanation.NoSession(day, Line.say("why.future"));
        }
        Snapshot latest = look(listing, day == null ? at : earlier(at, exchange.closing(day)));
        LatestPrice price = latest.view().price();
        if (price == null) {
            return day != null && look(listing, at).hasPrice()
                    ? tooEarly(listing, day)
                    : new Explanation.NoPrices(latest);
        }
        if (day != null && !price.day().equals(day)) {
            return new Explanation.NoSession(day, noSession(listing, day, price.day(), at));
        }
        Snapshot session = day == null ? look(listing, earlier(at, exchange.closing(price.day()))) : latest;
        LatestPrice close = session.view().price();
        return close == null ? new Explanation.NoPrices(session) : explain(instrument, session, close, at);
    }

    private Explanation explain(Instrument instrument, Snapshot session, LatestPrice price, Instant at) {
        Listing listing = session.listing();
        Exchange exchange = listing.exchange();
        LocalDate previous = session.view().change("1d").from();
        Instant close = exchange.closing(price.day());
        Instant from = previous == null ? close.minus(Duration.ofDays(1)) : exchange.closing(previous);
        Instant until = earlier(at, close.plus(AFTER_THE_CLOSE));
        MarketView before = previous == null
                ? MarketView.of(listing, List.of(), null, Set.of(), from)
                : look(listing, from).view();
        History history = session.prices().history();
        Move move = Move.of(before, session.view(), price, history == null ? List.of() : history.bars());
        return new Explanation.Found(
                instrument,
                session,
                price,
                move,
                peers(instrument, listing, price.day(), at),
                stories(instrument, from, until, close),
                calls(instrument, from, until));
    }

    private List<Explanation.PeerMove> peers(Instrument instrument, Listing listing, LocalDate day, Instant at) {
        return others(instrument).stream()
                .map(peer -> peer(peer, listing, day, at))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Instrument> others(Instrument instrument) {
        return instrument.peers().stream()
                .map(instruments::find)
                .flatMap(Optional::stream)
                .filter(peer -> !peer.equals(instrument))
                .distinct()
                .toList();
    }

    /** The peer's listing at the same exchange, else (or if that had no session) its main one. */
    private Optional<Explanation.PeerMove> peer(Instrument peer, Listing listing, LocalDate day, Instant at) {
        return Stream.concat(
                        peer.listings().stream().filter(one -> one.exchange() == listing.exchange()),
                        Stream.of(peer.primary()))
                .distinct()
                .map(there -> session(peer, there, day, at))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Explanation.PeerMove> session(Instrument peer, Listing there, LocalDate day, Instant at) {
        MarketView view =
                look(there, earlier(at, there.exchange().closing(day))).view();
        Measure change = view.change("1d").percent();
        boolean thatDay = view.price() != null && view.price().day().equals(day);
        return thatDay && change instanceof Measure.Known
                ? Optional.of(new Explanation.PeerMove(peer.symbol(), there.symbol(), change))
                : Optional.empty();
    }

    private List<StoryRanking.Ranked> stories(Instrument instrument, Instant from, Instant until, Instant close) {
        List<Story> own = stories.about(instrument.symbol(), from, until);
        List<Story> theirs = new ArrayList<>();
        others(instrument).forEach(peer -> theirs.addAll(stories.about(peer.symbol(), from, until)));
        return new StoryRanking(instrument, close).rank(own, theirs);
    }

    private List<Fact.Call> calls(Instrument instrument, Instant from, Instant until) {
        return facts.known(Fact.Call.class, instrument.symbol(), until).stream()
                .filter(call -> !call.at().isBefore(from))
                .toList();
    }

    private static Explanation tooEarly(Listing listing, LocalDate day) {
        return new Explanation.NoSession(day, Line.say("why.early", listing.symbol()));
    }

    private static Line noSession(Listing listing, LocalDate day, LocalDate before, Instant at) {
        Line place = Places.of(listing.exchange());
        Value last = new Value.Day(before);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> Line.say("why.saturday", place, last);
            case SUNDAY -> Line.say("why.sunday", place, last);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY ->
                day.equals(listing.exchange().dayAt(at))
                        ? Line.say("why.today", listing.symbol(), place, last)
                        : Line.say("why.holiday", listing.symbol(), place, last);
        };
    }

    private Snapshot look(Listing listing, Instant at) {
        return markets.look(List.of(listing), at).getFirst();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
