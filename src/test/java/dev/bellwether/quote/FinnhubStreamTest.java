package dev.bellwether.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.net.CidrRange;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.net.WebLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finnhub's stream over a websocket on this machine. */
class FinnhubStreamTest {
    private static final Listing JD = Some.listing("JD", Exchange.NASDAQ);

    private final MockWebServer server = new MockWebServer();
    private final TestClock clock = new TestClock("2026-01-05T15:00:00Z");
    private final Far far = new Far();
    private final List<Tick> ticks = new ArrayList<>();
    private GuardedWeb web = new GuardedWeb(WebLimits.standard(), clock);
    private FinnhubStream stream = new FinnhubStream(web, FinnhubStream.HOME, "none");

    /** The other side. */
    private static final class Far extends WebSocketListener {
        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<WebSocket> sockets = new CopyOnWriteArrayList<>();

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            sockets.add(webSocket);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            heard.add(text);
        }

        void say(String text) {
            sockets.getLast().send(text);
        }
    }

    @BeforeEach
    void open() throws IOException {
        server.start();
        web = new GuardedWeb(WebLimits.standard().allowing(List.of(CidrRange.parse("127.0.0.0/8"))), clock);
        stream = new FinnhubStream(web, URI.create("ws://127.0.0.1:" + server.getPort()), "se/cret");
    }

    @AfterEach
    void close() throws IOException {
        far.sockets.forEach(socket -> socket.close(1001, null));
        stream.close();
        web.close();
        server.close();
    }

    private void connect(int times) {
        for (int i = 0; i < times; i++) {
            server.enqueue(new MockResponse.Builder().webSocketUpgrade(far).build());
        }
        stream.tick(clock.instant());
        await().until(() -> far.sockets.size() == 1);
    }

    private void heard(String... texts) {
        await().untilAsserted(() -> assertThat(far.heard).containsExactly(texts));
    }

    private static String says(String type, String symbol) {
        return "{\"type\":\"" + type + "\",\"symbol\":\"" + symbol + "\"}";
    }

    private static String trade(String symbol, double price, long moment) {
        return "{\"data\":[{\"c\":null,\"p\":" + price + ",\"s\":\"" + symbol + "\",\"t\":" + moment
                + ",\"v\":0.01}],\"type\":\"trade\"}";
    }

    @Test
    void what_is_followed_is_subscribed_and_what_is_not_any_more_no_longer() throws InterruptedException {
        stream.follow(List.of(Some.BABA, JD, Some.HONG_KONG));
        connect(1);
        heard(says("subscribe", "BABA"), says("subscribe", "JD"));
        stream.follow(List.of(Some.BABA));
        heard(says("subscribe", "BABA"), says("subscribe", "JD"), says("unsubscribe", "JD"));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/?token=se%2Fcret");
    }

    @Test
    void of_many_trades_the_lowest_the_highest_and_the_last_remain_in_their_order() {
        stream.follow(List.of(Some.BABA));
        connect(1);
        far.say("{\"type\":\"ping\"}");
        double[] prices = {150, 149, 152, 151, 158, 153, 147, 148, 150.5};
        for (int i = 0; i < prices.length; i++) {
            far.say(trade("BABA", prices[i], 1_767_625_200_000L + (i / 2)));
        }
        far.say(trade("PDD", 1, 1_767_625_200_000L));
        far.say("no json");
        far.say("{\"type\":\"trade\",\"data\":[{\"p\":-1,\"s\":\"BABA\",\"t\":1},{\"s\":\"BABA\"},7]}");
        far.say(trade("BABA", 150.6, 1_767_625_200_009L));
        await().until(() -> {
            ticks.addAll(stream.drain());
            return !ticks.isEmpty() && ticks.getLast().price() == 150.6;
        });
        assertThat(ticks).hasSizeLessThanOrEqualTo(11).extracting(Tick::price).contains(158.0, 147.0);
        assertThat(ticks)
                .extracting(tick -> tick.provenance().asOf())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(stream.drain()).isEmpty();
    }

    @Test
    void a_connection_that_ends_is_made_again_after_growing_pauses_and_subscribes_again() {
        stream.follow(List.of(Some.BABA));
        connect(2);
        heard(says("subscribe", "BABA"));
        far.sockets.getFirst().close(1001, "maintenance");
        await().until(() -> {
            clock.move(Duration.ofSeconds(1));
            stream.tick(clock.instant());
            return far.sockets.size() == 2;
        });
        heard(says("subscribe", "BABA"), says("subscribe", "BABA"));
    }

    @Test
    void silence_is_taken_for_the_end() {
        stream.follow(List.of(Some.BABA));
        connect(2);
        heard(says("subscribe", "BABA"));
        stream.tick(clock.instant());
        clock.move(Duration.ofMinutes(4));
        stream.tick(clock.instant());
        stream.tick(clock.instant());
        await().until(() -> far.sockets.size() == 2);
    }

    @Test
    void a_plan_that_is_full_is_asked_for_no_more_until_the_next_connection() {
        stream.follow(List.of(Some.BABA));
        connect(1);
        heard(says("subscribe", "BABA"));
        far.say("{\"msg\":\"Subscribing to too many symbols\",\"type\":\"error\"}");
        far.say(trade("BABA", 150, 1_767_625_200_000L));
        await().until(() -> !stream.drain().isEmpty());
        stream.follow(List.of(Some.BABA, JD));
        far.say(trade("BABA", 151, 1_767_625_201_000L));
        await().until(() -> !stream.drain().isEmpty());
        assertThat(far.heard).containsExactly(says("subscribe", "BABA"));
    }

    @Test
    void a_private_address_is_not_reached_by_a_stream_either() {
        try (GuardedWeb guarded = new GuardedWeb(WebLimits.standard(), clock);
                FinnhubStream other =
                        new FinnhubStream(guarded, URI.create("ws://127.0.0.1:" + server.getPort()), "key")) {
            server.enqueue(new MockResponse.Builder().webSocketUpgrade(far).build());
            other.follow(List.of(Some.BABA));
            List<String> ends = new CopyOnWriteArrayList<>();
            var _ = guarded.open(
                    URI.create("ws://127.0.0.1:" + server.getPort()), new dev.bellwether.net.Stream.Listener() {
                        @Override
                        public void opened() {
                            ends.add("opened");
                        }

                        @Override
                        public void heard(String text) {
                            ends.add(text);
                        }

                        @Override
                        public void ended(String why) {
                            ends.add(why);
                        }
                    });
            await().until(() -> !ends.isEmpty());
            assertThat(ends).containsExactly("no connection: Refused");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void pool_keeps_three_of_a_million() {
        TickPool pool = new TickPool();
        for (int i = 0; i < 100_000; i++) {
            var source = new dev.bellwether.fact.Provenance(
                    "Finnhub", clock.instant().plusMillis(i), Duration.ZERO, null, false);
            pool.add(new Tick("BABA", 150 + Math.sin(i), "USD", source));
        }
        assertThat(pool.drain()).hasSize(3);
    }
}
