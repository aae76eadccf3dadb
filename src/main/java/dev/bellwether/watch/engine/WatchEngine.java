package dev.bellwether.watch.engine;

import dev.bellwether.fact.Exchange;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps rules by listing and condition, and takes each observation to the conditions that it can change. */
final class WatchEngine implements Engine {
    private final Function<String, Exchange> exchanges;
    private final Rates rates;
    private final Map<String, Ticker> tickers = new HashMap<>();
    private final RuleIndex index = new RuleIndex();
    private final Pass pass = new Pass();

    /** For what is armed or remembered, by which nothing fires. */
    private final Pass silently = new Pass();

    private final Flow flow = new Flow(pass);

    WatchEngine(Function<String, Exchange> exchanges, Rates rates) {
        this.exchanges = exchanges;
        this.rates = rates;
    }

    @Override
    public void arm(long alert, String listing, Condition when, Rule.Basis basis) {
        if (alert < 0) {
            throw new IllegalArgumentException("no id of a rule: " + alert);
        }
        for (Node node : index.of(alert)) {
            if (node.side.ticker.listing.equals(listing)) {
                index.remove(alert, node);
                disarm(alert, node);
            }
        }
        Ticker ticker = ticker(listing);
        silently.begin(true);
        Node node = ticker.make(basis).intern(when, silently);
        silently.settle();
        node.arm(alert);
        index.add(alert, node);
        ticker.rules++;
    }

    @Override
    public void disarm(long alert) {
        Node[] nodes = index.of(alert);
        index.removeAll(alert);
        for (Node node : nodes) {
            disarm(alert, node);
        }
    }

    private static void disarm(long alert, Node node) {
        node.disarm(alert);
        node.side.ticker.rules--;
        node.side.release(node);
    }

    private Ticker ticker(String listing) {
        return tickers.computeIfAbsent(listing, symbol -> new Ticker(symbol, exchanges.apply(symbol), rates));
    }

    @Override
    public List<Firing> observe(Observation observation) {
        Ticker ticker = ticker(observation.listing());
        return switch (observation) {
            case Observation.Priced priced -> flow.priced(ticker, priced);
            case Observation.Closed closed -> flow.closed(ticker, closed);
            case Observation.Compared compared -> flow.compared(ticker, compared);
            case Observation.Dawned dawned -> flow.dawned(ticker, dawned);
            case Observation.Learned learned -> flow.learned(ticker, learned);
            case Observation.Told told -> flow.told(ticker, told);
        };
    }

    @Override
    public boolean stirred() {
        return pass.stirred();
    }

    @Override
    public List<Rebased> rebased() {
        return flow.rebased();
    }

    @Override
    public String memory(String listing) {
        Ticker ticker = tickers.get(listing);
        return ticker == null ? "" : Memory.of(ticker);
    }

    @Override
    public void remember(String listing, String memory) {
        Ticker ticker = ticker(listing);
        Memory.read(memory, ticker);
        silently.begin(true);
        flow.remembered(ticker, silently);
        silently.settle();
    }

    @Override
    public List<String> listings() {
        List<String> listings = new ArrayList<>();
        for (Ticker ticker : tickers.values()) {
            if (ticker.rules > 0) {
                listings.add(ticker.listing);
            }
        }
        listings.sort(null);
        return listings;
    }

    @Override
    public Optional<Progress> progress(long alert, String listing) {
        for (Node node : index.of(alert)) {
            if (node.side.ticker.listing.equals(listing)) {
                return Optional.of(Gauging.progress(node));
            }
        }
        return Optional.empty();
    }
}
