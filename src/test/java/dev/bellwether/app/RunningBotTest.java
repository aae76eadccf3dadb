package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./bot} as a process of its own. */
class RunningBotTest {
    @TempDir
    Path folder = Path.of("");

    private Process start(String address) throws IOException {
        Path config = Files.writeString(
                folder.resolve("bot.yaml"), "data: data\nfronts: {web: {address: '" + address + "'}}\n");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bellwether.app.Main",
                "run",
                "--config",
                config.toString());
        return new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** The lines of the welcome; the last one is blank. */
    private static List<String> welcome(Process bot) throws IOException {
        BufferedReader out = bot.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null && !line.isEmpty(); line = out.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void without_a_terminal_it_runs_as_a_service_says_where_its_health_is_and_stops_cleanly() throws Exception {
        Process bot = start("127.0.0.1:0");
        try {
            List<String> welcome = welcome(bot);
            assertThat(welcome.getFirst()).contains("sample data");
            assertThat(welcome.get(1)).isEqualTo("Data    " + folder.resolve("data"));
            String health = welcome.get(2).replace("Health  ", "");
            assertThat(get(health).statusCode()).isEqualTo(200);
            assertThat(get(health).body()).contains("ok Store: SQLite").contains("ok Mode: sample data");
            assertThat(get(health.replace("/health", "/ready")).statusCode()).isEqualTo(200);

            bot.destroy();
            assertThat(bot.waitFor(30, TimeUnit.SECONDS)).as("stopped").isTrue();
            assertThat(bot.exitValue()).as("ended by SIGTERM, closed in order").isEqualTo(143);
            assertThat(folder.resolve("data/sample/bellwether.db-wal"))
                    .as("the store was closed")
                    .doesNotExist();
        } finally {
            bot.destroyForcibly();
        }
    }

    @Test
    void a_port_in_use_is_one_line_that_says_what_to_type() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            Process bot = start("127.0.0.1:" + port);
            assertThat(bot.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(bot.exitValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("err")).lines().filter(line -> line.startsWith("bot: ")))
                    .containsExactly("bot: something else listens on 127.0.0.1:" + port
                            + " already. Stop it, or type: BELLWETHER_WEB_ADDRESS=127.0.0.1:" + (port + 1) + " ./bot");
        }
    }
}
