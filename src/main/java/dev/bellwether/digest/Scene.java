package dev.bellwether.digest;

import dev.bellwether.fact.Instrument;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the parts of one digest are made from, and what they have told. Not thread-safe. */
final class Scene {
    /**
     * Feeds bring articles hours after they were published, and prices are caught up with. What became known so long before the digest
     * before is told now if it was not told then.
     */
    private static final Duration SLACK = Duration.ofHours(6);

    private static final int LONGEST = 500;

    private final DigestSpec spec;
    private final Window window;
    private final DigestSources sources;
    private final Common common;
    private final List<Followed> followed;
    private final List<Snapshot> snapshots;
    private final Map<String, Instant> before;
    private final Map<String, Instant> told = new LinkedHashMap<>();

    /** @param before what earlier digests of this kind told, with the moments as of which */
    Scene(DigestSpec spec, Window window, DigestSources sources, Common common, Map<String, Instant> before) {
        this.spec = spec;
        this.window = window;
        this.sources = sources;
        this.common = common;
        this.before = before;
        this.followed = sources.followed(spec.chat(), spec.what());
        this.snapshots = common.look(followed.stream().map(Followed::listing).toList());
    }

    DigestSpec spec() {
        return spec;
    }

    Window window() {
        return window;
    }

    DigestSources sources() {
        return sources;
    }

    /** What other digests of {@link Window#until} tell of as well. */
    Common common() {
        return common;
    }

    List<Followed> followed() {
        return followed;
    }

    /** Of the listings of {@link #followed}, in their order. */
    List<Snapshot> snapshots() {
        return snapshots;
    }

    /** The instruments, each once. */
    Set<Instrument> instruments() {
        return followed.stream().map(Followed::instrument).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Their symbols. */
    Set<String> symbols() {
        return instruments().stream().map(Instrument::symbol).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The moment after which what became known may be new. */
    Instant newAfter() {
        return window.from().minus(SLACK);
    }

    /**
     * Whether something is to be told; from then on it counts as told.
     *
     * @param at when it became known
     */
    boolean tells(String key, Instant at) {
        String name = name(key);
        boolean isNew = at.isAfter(newAfter()) && !at.isAfter(window.until()) && !before.containsKey(name);
        if (isNew) {
            told.put(name, window.until());
        }
        return isNew;
    }

    /** The moment as of which any of these was told last; null if none was. */
    @Nullable
    Instant toldBefore(List<String> keys) {
        return keys.stream()
                .map(Scene::name)
                .filter(before::containsKey)
                .map(before::get)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Notes that these are told now. */
    void tell(List<String> keys) {
        keys.forEach(key -> told.put(name(key), window.until()));
    }

    /** Feeds do have keys of some thousand letters; PostgreSQL can't index these. */
    private static String name(String key) {
        return key.length() <= LONGEST
                ? key
                : key.substring(0, LONGEST) + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, Instant> told() {
        return told;
    }

    /** What a full digest may show of something, or a short one. */
    int most(int full, int brief) {
        return spec.full() ? full : brief;
    }

    /** Whether its price is of after the digest before. */
    boolean moved(Snapshot snapshot) {
        LatestPrice price = snapshot.view().price();
        return price != null && price.asOf().isAfter(window.from());
    }

    /** The period that this digest measures moves over. */
    String period() {
        return spec.weekly() ? "7d" : "1d";
    }

    /** The move over {@link #period} in percent. */
    Measure move(MarketView view) {
        return view.change(period()).percent();
    }

    /** How large a move is, in average true ranges of a day: what is usual for one stock is a shock for another. */
    double size(MarketView view) {
        return move(view) instanceof Measure.Known(double change)
                        && view.volatility().atrPercent() instanceof Measure.Known(double usual)
                        && usual > 0
                ? Math.abs(change) / usual
                : 0;
    }
}
