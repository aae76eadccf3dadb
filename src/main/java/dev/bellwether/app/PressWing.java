package dev.bellwether.app;

import dev.bellwether.analyst.Firms;
import dev.bellwether.command.Command;
import dev.bellwether.command.SubscribeCommand;
import dev.bellwether.command.SubscriptionsCommand;
import dev.bellwether.command.Symbols;
import dev.bellwether.command.UnsubscribeCommand;
import dev.bellwether.fact.Instruments;
import dev.bellwether.market.Markets;
import dev.bellwether.quote.Rates;
import dev.bellwether.store.Store;
import dev.bellwether.talk.Post;
import dev.bellwether.watch.FollowedWatchlists;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.Wishes;
import dev.bellwether.watch.press.CallNotices;
import dev.bellwether.watch.press.EarningsNotices;
import dev.bellwether.watch.press.Press;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the house in which members subscribe, and are told of the press. */
final class PressWing {
    private static final Logger LOG = LoggerFactory.getLogger(PressWing.class);

    private final Store store;
    private final Instruments instruments;
    private final Markets markets;
    private final Rates rates;
    private final InstantSource clock;
    private final FollowedWatchlists watchlists;
    private final Wishes wishes;
    private volatile @Nullable Press press;

    /** @param clock the house's */
    PressWing(Store store, Instruments instruments, Markets markets, Rates rates, InstantSource clock) {
        this.store = store;
        this.instruments = instruments;
        this.markets = markets;
        this.rates = rates;
        this.clock = clock;
        this.watchlists =
                new FollowedWatchlists(store.watchlists(), store.followedLists(), instruments, store.transactions());
        this.wishes = new Wishes(store.subscriptions(), store.followedLists(), watchlists, store.transactions());
    }

    /** The members' watchlists, which subscriptions follow. */
    Watchlists watchlists() {
        return watchlists;
    }

    /** What members type to be told. */
    List<Command> commands(Symbols symbols) {
        return List.of(
                new SubscribeCommand(wishes, markets, symbols),
                new UnsubscribeCommand(wishes, Clocks.real()),
                new SubscriptionsCommand(wishes, Clocks.real()));
    }

    /** From now on what is new is told; until then it waits. */
    void open(Post post) {
        press = new Press(
                store.press(),
                store.transactions(),
                post,
                new CallNotices(store.facts(), Firms.known(), markets, rates, instruments),
                new EarningsNotices(store.facts(), instruments),
                clock);
    }

    /** Tells what is new. What can't be told now is told with the next tick; it keeps nobody else from working. */
    void tick() {
        Press opened = press;
        if (opened == null) {
            return;
        }
        try {
            opened.tick();
        } catch (RuntimeException e) {
            LOG.error("Telling of the press failed; it goes on with the next tick", e);
        }
    }
}
