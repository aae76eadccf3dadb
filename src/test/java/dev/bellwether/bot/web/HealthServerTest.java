package dev.bellwether.bot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.command.StatusPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    private static final String HERE = "127.0.0.1";

    private final List<StatusPart> parts = new CopyOnWriteArrayList<>(
            List.of(StatusPart.ok("Store", "SQLite"), StatusPart.trouble("Feed: 百度", "no answer;\nasked again soon")));

    private static HttpResponse<String> get(HealthServer server, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + HERE + ":" + server.port() + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_bot_that_can_work_is_healthy_although_a_part_has_trouble() throws Exception {
        try (HealthServer server = HealthServer.start(HERE, 0, () -> parts)) {
            HttpResponse<String> answer = get(server, "/health");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
            assertThat(answer.body()).isEqualTo("ok Store: SQLite\ntrouble Feed: 百度: no answer; asked again soon\n");
        }
    }

    @Test
    void prometheus_gets_its_numbers() throws Exception {
        try (HealthServer server = HealthServer.start(HERE, 0, () -> parts, () -> "bellwether_waiting 3.0\n", null)) {
            HttpResponse<String> answer = get(server, "/metrics");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;version=0.0.4;charset=utf-8");
            assertThat(answer.body()).isEqualTo("bellwether_waiting 3.0\n");
        }
    }

    @Test
    void a_bot_with_a_part_that_is_down_is_not_healthy_but_ready() throws Exception {
        try (HealthServer server = HealthServer.start(HERE, 0, () -> parts)) {
            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
            parts.add(StatusPart.down("Disk", "full"));
            HttpResponse<String> answer = get(server, "/health");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("down Disk: full\n").contains("ok Store");
            assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
            assertThat(get(server, "/ready").body()).isEqualTo("ready\n");
            parts.removeLast();
            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_health_that_can_not_be_found_out_is_bad_and_keeps_its_cause() throws Exception {
        try (HealthServer server = HealthServer.start(HERE, 0, () -> {
            throw new IllegalStateException("secret of the inside");
        })) {
            HttpResponse<String> answer = get(server, "/health");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
        }
    }

    @Test
    void there_is_nothing_else() throws Exception {
        try (HealthServer server = HealthServer.start(HERE, 0, () -> parts)) {
            assertThat(get(server, "/").statusCode()).isEqualTo(404);
            assertThat(get(server, "/health/../etc/passwd").statusCode()).isEqualTo(404);
        }
    }

    private static int post(HealthServer server, String path, String secret, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://" + HERE + ":" + server.port() + path))
                    .timeout(Duration.ofSeconds(20))
                    .POST(body);
            if (!secret.isEmpty()) {
                request.header("X-Telegram-Bot-Api-Secret-Token", secret);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void a_call_of_telegram_is_handed_on_with_its_secret_and_answered_as_the_front_says() throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        HealthServer.Route route = new HealthServer.Route("updates", (secret, body) -> {
            calls.add(secret + " " + body);
            return "right".equals(secret) ? 200 : 401;
        });
        try (HealthServer server = HealthServer.start(HERE, 0, () -> parts, () -> "", route)) {
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{\"text\":\"百度\"}");
            assertThat(post(server, "/telegram/updates", "right", body)).isEqualTo(200);
            assertThat(post(server, "/telegram/updates", "wrong", body)).isEqualTo(401);
            assertThat(post(server, "/telegram/updates", "", body)).isEqualTo(401);
            assertThat(post(server, "/telegram/other", "right", body)).isEqualTo(404);
            assertThat(get(server, "/telegram/updates").statusCode()).isEqualTo(404);
        }
        assertThat(calls)
                .containsExactly("right {\"text\":\"百度\"}", "wrong {\"text\":\"百度\"}", "null {\"text\":\"百度\"}");
    }

    @Test
    void a_call_that_is_too_large_reaches_nobody_whether_it_says_its_length_or_not() throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        HealthServer.Route route = new HealthServer.Route("updates", (secret, body) -> {
            calls.add(body);
            return 200;
        });
        try (HealthServer server = HealthServer.start(HERE, 0, () -> parts, () -> "", route)) {
            byte[] large = new byte[1_000_001];
            assertThat(post(server, "/telegram/updates", "x", HttpRequest.BodyPublishers.ofByteArray(large)))
                    .isEqualTo(413);
            assertThat(post(
                            server,
                            "/telegram/updates",
                            "x",
                            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                    .isEqualTo(413);
            assertThat(post(server, "/telegram/updates", "x", HttpRequest.BodyPublishers.ofByteArray(new byte[1_000])))
                    .isEqualTo(200);
        }
        assertThat(calls).hasSize(1);
    }

    @Test
    void without_a_route_nothing_is_taken() throws Exception {
        try (HealthServer server = HealthServer.start(HERE, 0, () -> parts)) {
            assertThat(post(server, "/telegram/updates", "x", HttpRequest.BodyPublishers.noBody()))
                    .isEqualTo(404);
        }
    }

    @Test
    void a_port_that_is_taken_is_said_so() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
            assertThatThrownBy(() -> HealthServer.start(HERE, taken.getLocalPort(), () -> parts))
                    .isInstanceOf(HealthServer.PortTakenException.class)
                    .hasMessage("can't listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    /** 192.0.2.0/24 is set aside for documentation (RFC 5737): no machine has it. */
    @Test
    void an_address_of_another_machine_is_said_so() {
        assertThatThrownBy(() -> HealthServer.start("192.0.2.1", 0, () -> parts))
                .isInstanceOf(HealthServer.PortTakenException.class)
                .hasMessage("can't listen on 192.0.2.1:0");
    }

    @Test
    void its_port_is_free_again_after_it_is_closed() throws Exception {
        HealthServer first = HealthServer.start(HERE, 0, () -> parts);
        int port = first.port();
        first.close();
        try (HealthServer second = HealthServer.start(HERE, port, () -> parts)) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(get(second, "/ready").statusCode()).isEqualTo(200);
        }
    }
}
