package dev.bellwether.deliver;

import dev.bellwether.deliver.FakeSender.Answered;
import dev.bellwether.deliver.FakeSender.Call;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A {@link FakePlatform} on a loopback socket, for a sender in another process. One call a connection. */
final class PlatformServer implements AutoCloseable {
    private final ServerSocket socket;
    private final FakeSender.Wire platform;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PlatformServer(FakeSender.Wire platform) throws IOException {
        this.platform = platform;
        this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            String[] words = line.split("\t", -1);
            Call call = new Call(
                    new ChatId(words[0], words[1]),
                    words[2],
                    Integer.parseInt(words[3]),
                    Boolean.parseBoolean(words[4]),
                    null);
            out.println(platform.call(call) instanceof Answered.Took(String name) ? name : "");
        } catch (IOException e) {
            return; // the caller was killed
        }
    }

    /** The other end. */
    static FakeSender.Wire client(int port) {
        return call -> {
            try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port);
                    PrintWriter out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8);
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                out.println(String.join(
                        "\t",
                        call.chat().front(),
                        call.chat().id(),
                        call.key(),
                        Integer.toString(call.part()),
                        Boolean.toString(call.again())));
                String name = in.readLine();
                return name == null || name.isEmpty()
                        ? new Answered.Not(new Outcome.Retry(Duration.ZERO, "no answer", true))
                        : new Answered.Took(name);
            } catch (IOException e) {
                return new Answered.Not(new Outcome.Retry(Duration.ZERO, e.toString(), true));
            }
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
