package dev.bellwether.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.net.Stream;
import dev.bellwether.net.Streams;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finnhub's websocket of trades. It says nothing for minutes while nothing is traded, but a ping now and then; what is silent for longer is
 * given up and connected anew, after pauses that grow. More symbols than the plan allows are refused in words; then no more are asked for until the
 * next connection.
 */
public final class FinnhubStream implements TickStream {
    /** Finnhub's own address. */
    public static final URI HOME = URI.create("wss://ws.finnhub.io");

    private static final Logger LOG = LoggerFactory.getLogger(FinnhubStream.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SILENCE = Duration.ofMinutes(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;

    /** Nobody else can hold it. */
    private final Object lock = new Object();

    private final Streams streams;
    private final URI address;
    private final TickPool pool = new TickPool();
    private final Map<String, Listing> followed = new HashMap<>();
    private final Set<String> subscribed = new HashSet<>();
    private @Nullable Connection connection;
    private @Nullable Instant nextTry;
    private int failures;

    /** @param key of the account; stands in the address, which is shown to nobody */
    public FinnhubStream(Streams streams, URI base, String key) {
        this.streams = streams;
        this.address = base.resolve("/?token=" + Download.encoded(key));
    }

    /** One connection; what an older one still says is not heard. */
    private final class Connection implements Stream.Listener {
        private @Nullable Stream stream;
        private boolean open;
        private boolean full;
        private @Nullable Instant heard;
        private boolean fresh;

        @Override
        public void opened() {
            synchronized (lock) {
                if (connection == this) {
                    open = true;
                    fresh = true;
                    subscribe();
                }
            }
        }

        @Override
        public void heard(String text) {
            synchronized (lock) {
                if (connection == this) {
                    fresh = true;
                    failures = 0;
                    read(text, this);
                }
            }
        }

        @Override
        public void ended(String why) {
            synchronized (lock) {
                if (connection == this) {
                    LOG.info("The stream of Finnhub has ended: {}", why);
                    drop();
                }
            }
        }
    }

    @Override
    public void follow(Collection<Listing> listings) {
        synchronized (lock) {
            following(listings);
        }
    }

    private void following(Collection<Listing> listings) {
        Map<String, Listing> wanted = listings.stream()
                .filter(FinnhubSource::covers)
                .collect(Collectors.toMap(FinnhubSource::code, listing -> listing, (one, other) -> one));
        if (wanted.equals(followed)) {
            return;
        }
        followed.clear();
        followed.putAll(wanted);
        pool.forget(wanted.values().stream().map(Listing::symbol).collect(Collectors.toSet()));
        subscribe();
    }

    /** Says the difference between what is followed and what was asked for. */
    private void subscribe() {
        Connection now = connection;
        if (now == null || !now.open || now.stream == null) {
            return;
        }
        for (String code : Set.copyOf(subscribed)) {
            if (!followed.containsKey(code)) {
                now.stream.send(message("unsubscribe", code));
                subscribed.remove(code);
            }
        }
        followed.keySet().stream()
                .sorted()
                .filter(code -> !now.full && subscribed.add(code))
                .forEach(code -> now.stream.send(message("subscribe", code)));
    }

    private static String message(String type, String code) {
        return JSON.createObjectNode().put("type", type).put("symbol", code).toString();
    }

    @Override
    public void tick(Instant now) {
        synchronized (lock) {
            look(now);
        }
    }

    private void look(Instant now) {
        Connection running = connection;
        if (running == null) {
            if (!followed.isEmpty() && (nextTry == null || !now.isBefore(nextTry))) {
                connect(now);
            }
            return;
        }
        if (running.fresh || running.heard == null) {
            running.fresh = false;
            running.heard = now;
        } else if (followed.isEmpty() || now.isAfter(running.heard.plus(SILENCE))) {
            drop();
        }
    }

    private void connect(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        nextTry = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        failures++;
        Connection begun = new Connection();
        connection = begun;
        begun.stream = streams.open(address, begun);
    }

    private void drop() {
        Connection ended = connection;
        connection = null;
        subscribed.clear();
        if (ended != null && ended.stream != null) {
            ended.stream.close();
        }
    }

    private void read(String text, Connection from) {
        try {
            JsonNode message = JSON.readTree(text);
            switch (message.path("type").asText("")) {
                case "trade" -> message.path("data").forEach(this::trade);
                case "error" -> {
                    LOG.warn("Finnhub's stream says: {}", message.path("msg").asText(""));
                    from.full = true;
                }
                default -> {} // a ping, or something newer than this
            }
        } catch (JsonProcessingException e) {
            LOG.warn("Finnhub's stream said something that is not JSON");
        }
    }

    private void trade(JsonNode trade) {
        Listing listing = followed.get(trade.path("s").asText(""));
        double price = trade.path("p").asDouble(0);
        long moment = trade.path("t").asLong(0);
        if (listing != null && price > 0 && Double.isFinite(price) && moment > 0) {
            Provenance source = new Provenance("Finnhub", Instant.ofEpochMilli(moment), Duration.ZERO, null, false);
            pool.add(new Tick(listing.symbol(), price, listing.currency(), source));
        }
    }

    @Override
    public List<Tick> drain() {
        return pool.drain();
    }

    @Override
    public void close() {
        synchronized (lock) {
            end();
        }
    }

    private void end() {
        followed.clear();
        drop();
    }
}
