package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.command.StatusPart;
import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Instrument;
import dev.bellwether.net.SafeAddress;
import dev.bellwether.news.FeedHealth;
import dev.bellwether.news.FeedPoller;
import dev.bellwether.news.FeedState;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SourceHealth;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

    Health(
            Config config,
            InstantSource clock,
            Store store,
            Quotes quotes,
            FeedPoller poller,
            Supplier<List<StatusPart>> fronts) {
        this.config = config;
        this.clock = clock;
        this.started = clock.instant();
        this.store = store;
        this.quotes = quotes;
        this.poller = poller;
        this.fronts = fronts;
    }

    List<StatusPart> parts() {
        List<StatusPart> parts = new ArrayList<>();
        parts.add(StatusPart.ok(
                "Bot",
                "version " + Version.number() + ", up for "
                        + DurationText.shortly(Duration.between(started, clock.instant()))));
        parts.add(mode());
        parts.add(store());
        parts.addAll(fronts.get());
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
                "Mode",
                config.mode() == Mode.SAMPLE
                        ? "sample data, a made-up January 2026; set mode to live, or a token, for real ones"
                        : "live");
    }

    private StatusPart store() {
        try {
            store.probe();
            return StatusPart.ok(
                    "Store",
                    store.describe() + "; " + store.articles().count() + " articles, "
                            + store.chats().count() + " chats known" + retired());
        } catch (StoreException e) {
            return StatusPart.down("Store", String.valueOf(e.getMessage()));
        }
    }

    /** How many, and what the last one was: which chats they are is nobody's business in another chat. */
    private String retired() {
        return store.chats().retired(1).stream()
                .findFirst()
                .map(last -> ", " + store.chats().retiredCount() + " retired (the last " + ago(last.at()) + ": "
                        + last.why() + ")")
                .orElse("");
    }

    private StatusPart source(SourceHealth source) {
        String name = "Prices: " + source.name();
        Instant success = source.lastSuccess();
        String answered = success == null ? "not answered yet" : "answered " + ago(success);
        return source.isTroubled()
                ? StatusPart.trouble(name, source.lastProblem() + " (" + answered + ")")
                : StatusPart.ok(name, success == null ? "not asked yet" : answered);
    }

    private StatusPart feed(FeedHealth health) {
        String name = "Feed: " + shortName(health);
        FeedState state = health.state();
        if (state.polled() == null) {
            return StatusPart.ok(name, "not asked yet");
        }
        Instant success = state.succeeded();
        String answered = success == null ? "never answered" : "answered " + ago(success);
        String moved = state.movedTo() == null
                ? ""
                : "; it moved to " + SafeAddress.of(state.movedTo()) + ", please change its url";
        return state.problem() == null
                ? StatusPart.ok(name, answered + moved)
                : StatusPart.trouble(
                        name, state.problem() + " (" + answered + ", next try " + in(state.due()) + moved + ")");
    }

    /** The feed's own title, else its host with the instruments it is for: enough to find it in the settings. */
    private static String shortName(FeedHealth health) {
        String title = health.state().title();
        if (title != null) {
            return title;
        }
        URI address = health.feed().address();
        String host = address.getHost() == null ? SafeAddress.of(address) : address.getHost();
        return health.feed().symbols().isEmpty()
                ? host
                : host + " for " + health.feed().symbols().stream().sorted().collect(Collectors.joining(", "));
    }

    private String ago(Instant moment) {
        return DurationText.shortly(Duration.between(moment, clock.instant())) + " ago";
    }

    private String in(Instant moment) {
        return "in " + DurationText.shortly(Duration.between(clock.instant(), moment));
    }
}
