package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.command.StatusPart;
import dev.bellwether.fact.Instrument;
import dev.bellwether.net.SafeAddress;
import dev.bellwether.news.FeedHealth;
import dev.bellwether.news.FeedPoller;
import dev.bellwether.news.FeedState;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SourceHealth;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreException;
import dev.bellwether.talk.Age;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How every part of the house is doing, for {@code /status} and the health pages. */
final class Health {
    private static final Duration CHECK_BUDGET = Duration.ofSeconds(30);

    private final Config config;
    private final InstantSource clock;
    private final Instant started;
    private final Store store;
    private final Quotes quotes;
    private final FeedPoller poller;
    private final Supplier<List<StatusPart>> fronts;
    private final ExchangeParts exchanges;

    Health(
            Config config,
            InstantSource clock,
            Store store,
            Quotes quotes,
            FeedPoller poller,
            Supplier<List<StatusPart>> fronts,
            ExchangeParts exchanges) {
        this.config = config;
        this.clock = clock;
        this.started = clock.instant();
        this.store = store;
        this.quotes = quotes;
        this.poller = poller;
        this.fronts = fronts;
        this.exchanges = exchanges;
    }

    List<StatusPart> parts() {
        List<StatusPart> parts = new ArrayList<>();
        parts.add(StatusPart.ok(
                Line.say("health.bot"),
                Line.say("health.bot.up", Version.number(), Age.of(Duration.between(started, clock.instant())))));
        parts.add(mode());
        parts.add(store());
        parts.addAll(fronts.get());
        parts.addAll(exchanges.parts());
        quotes.health().forEach(source -> parts.add(source(source)));
        poller.health().forEach(feed -> parts.add(feed(feed)));
        return parts;
    }

    /** The parts after each source and feed was asked once, whether it was due or not. */
    List<StatusPart> askEverything() {
        poller.pollDue(CHECK_BUDGET);
        for (Instrument instrument : config.instruments().all()) {
            quotes.prices(instrument.primary(), clock.instant());
        }
        return parts();
    }

    private StatusPart mode() {
        return StatusPart.ok(
                Line.say("health.mode"),
                config.mode() == Mode.SAMPLE ? Line.say("health.mode.sample") : Line.say("health.mode.live"));
    }

    private StatusPart store() {
        Line name = Line.say("health.store");
        try {
            store.probe();
            return StatusPart.ok(
                    name,
                    Line.say(
                                    "health.store.holds",
                                    store.describe(),
                                    store.articles().count(),
                                    store.chats().count())
                            .then(retired()));
        } catch (StoreException e) {
            return StatusPart.down(name, Line.of(String.valueOf(e.getMessage())));
        }
    }

    /** How many, and what the last one was: which chats they are is nobody's business in another chat. */
    private Line retired() {
        return store.chats().retired(1).stream()
                .findFirst()
                .map(last -> Line.say(
                        "health.store.retired",
                        store.chats().retiredCount(),
                        Age.ago(Duration.between(last.at(), clock.instant())),
                        last.why()))
                .orElse(Line.empty());
    }

    private StatusPart source(SourceHealth source) {
        Line name = Line.say("health.source", source.name());
        Instant success = source.lastSuccess();
        Line problem = source.isTroubled() ? source.lastProblem() : null;
        if (problem != null) {
            Line answered = success == null ? Line.say("health.unanswered") : answered(success);
            return StatusPart.trouble(name, Line.say("health.problem", problem, answered));
        }
        return StatusPart.ok(name, success == null ? Line.say("health.unasked") : answered(success));
    }

    private StatusPart feed(FeedHealth health) {
        Line name = Line.say("health.feed", shortName(health));
        FeedState state = health.state();
        if (state.polled() == null) {
            return StatusPart.ok(name, Line.say("health.unasked"));
        }
        Instant success = state.succeeded();
        Line answered = success == null ? Line.say("health.never") : answered(success);
        Line moved =
                state.movedTo() == null ? Line.empty() : Line.say("health.feed.moved", SafeAddress.of(state.movedTo()));
        if (state.problem() == null) {
            return StatusPart.ok(name, answered.then(moved));
        }
        Line next = Age.of(Duration.between(clock.instant(), state.due()));
        return StatusPart.trouble(name, Line.say("health.feed.problem", state.problem(), answered, next, moved));
    }

    private Line answered(Instant moment) {
        return Line.say("health.answered", Age.of(Duration.between(moment, clock.instant())));
    }

    /** The feed's own title, else its host with the instruments it is for: enough to find it in the settings. */
    private static Line shortName(FeedHealth health) {
        String title = health.state().title();
        if (title != null) {
            return Line.of(title);
        }
        URI address = health.feed().address();
        String host = address.getHost() == null ? SafeAddress.of(address) : address.getHost();
        List<Line> symbols =
                health.feed().symbols().stream().sorted().map(Line::of).toList();
        return symbols.isEmpty()
                ? Line.of(host)
                : Line.say("health.feed.for", host, Line.joined("value.comma", symbols));
    }
}
