package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Discord's gateway: hands out events to sessions, lets a session be resumed with what it missed, and closes with the platform's
 * codes. One thread reads each connection.
 */
final class FakeGateway implements AutoCloseable {
    private static final int DISPATCH = 0;
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;

    private final FakeWorld world;
    private final ServerSocket server;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    final AtomicInteger identifies = new AtomicInteger();
    final AtomicInteger resumes = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();

    /** What the next IDENTIFY is closed with; 0 for none. */
    final AtomicInteger refuseIdentify = new AtomicInteger();

    /** While set, connections end before they begin. */
    volatile boolean down;

    volatile int shards = 1;
    volatile int lastIntents = -1;

    FakeGateway(FakeWorld world) throws IOException {
        this.world = world;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fake-gateway").start(this::accept);
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
    }

    boolean isListening() {
        return sessions.values().stream().anyMatch(session -> session.client != null);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().name("fake-gateway-connection").start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        connections.incrementAndGet();
        Session session = null;
        try (socket) {
            if (down) {
                return;
            }
            FakeSocket client = new FakeSocket(socket);
            client.text(Json.object("op", HELLO, "s", null, "t", null, "d", Json.object("heartbeat_interval", 41_250))
                    .toString());
            while (true) {
                FakeSocket.Frame frame = client.read();
                if (frame.opcode() == FakeSocket.CLOSE) {
                    client.close(1_000);
                    return;
                }
                if (frame.opcode() == FakeSocket.TEXT) {
                    session = handle(client, Json.read(frame.text()), session);
                }
            }
        } catch (IOException e) {
            // the client or the test is gone
        } finally {
            open.remove(socket);
            if (session != null) {
                session.client = null;
            }
        }
    }

    private @Nullable Session handle(FakeSocket client, JsonNode sent, @Nullable Session session) throws IOException {
        switch (sent.path("op").asInt()) {
            case HEARTBEAT ->
                client.text(Json.object("op", HEARTBEAT_ACK, "d", null).toString());
            case IDENTIFY -> {
                return identify(client, sent.path("d"));
            }
            case RESUME -> {
                return resume(client, sent.path("d"));
            }
            default -> {}
        }
        return session;
    }

    private @Nullable Session identify(FakeSocket client, JsonNode data) throws IOException {
        identifies.incrementAndGet();
        lastIntents = data.path("intents").asInt(-1);
        int refused = refuseIdentify.getAndSet(0);
        if (refused != 0 || !data.path("token").asText().equals(FakeWorld.TOKEN)) {
            client.close(refused != 0 ? refused : 4_004);
            return null;
        }
        Session session = new Session(world.nextId(), data.path("shard").path(0).asInt(0), client);
        sessions.put(session.id, session);
        boolean guild = world.inGuild && session.shard == shardOf(FakeWorld.GUILD);
        session.dispatch("READY", ready(session, guild));
        if (guild) {
            session.dispatch("GUILD_CREATE", world.guild());
        }
        return session;
    }

    private int shardOf(String guild) {
        return (int) ((Long.parseLong(guild) >> 22) % shards);
    }

    private ObjectNode ready(Session session, boolean guild) {
        return Json.object(
                "v",
                10,
                "user",
                FakeWorld.bot(),
                "guilds",
                guild ? Json.array(Json.object("id", FakeWorld.GUILD, "unavailable", true)) : Json.array(),
                "session_id",
                session.id,
                "resume_gateway_url",
                address().toString(),
                "private_channels",
                Json.array(),
                "application",
                Json.object("id", FakeWorld.APPLICATION, "flags", 0));
    }

    private @Nullable Session resume(FakeSocket client, JsonNode data) throws IOException {
        resumes.incrementAndGet();
        Session session = sessions.get(data.path("session_id").asText());
        if (session == null) {
            client.text(Json.object("op", INVALID_SESSION, "d", false).toString());
            return null;
        }
        session.resume(client, data.path("seq").asInt());
        return session;
    }

    /** Sends an event to the shard that a server belongs to, or to the first one. */
    void dispatch(String type, JsonNode data) {
        String guild = data.path("guild_id").asText("");
        int shard = guild.isEmpty() ? 0 : shardOf(guild);
        sessions.values().stream().filter(each -> each.shard == shard).forEach(each -> each.dispatch(type, data));
    }

    /** Closes all connections with a code, as Discord does. */
    void close(int code) {
        sessions.values().forEach(session -> session.tell(client -> client.close(code)));
    }

    /** Asks all clients to connect anew and resume. */
    void askToReconnect() {
        sessions.values().forEach(session -> session.send(Json.object("op", RECONNECT, "d", null)));
    }

    /** Declares all sessions over. */
    void invalidate() {
        List<Session> over = new ArrayList<>(sessions.values());
        sessions.clear();
        over.forEach(session -> session.send(Json.object("op", INVALID_SESSION, "d", false)));
    }

    /** Forgets all sessions, without a word to the clients. */
    void forget() {
        sessions.clear();
    }

    /** Cuts all connections off. */
    void cut() {
        open.forEach(FakeGateway::quietly);
    }

    @Override
    public void close() {
        quietly(server);
        cut();
    }

    private static void quietly(AutoCloseable closing) {
        try {
            closing.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells a client something. */
    private interface Telling {
        void to(FakeSocket client) throws IOException;
    }

    /** One session of one shard, with all that it was sent. */
    private static final class Session {
        final String id;
        final int shard;
        volatile @Nullable FakeSocket client;
        private final List<ObjectNode> sent = new ArrayList<>();

        Session(String id, int shard, FakeSocket client) {
            this.id = id;
            this.shard = shard;
            this.client = client;
        }

        synchronized void dispatch(String type, JsonNode data) {
            ObjectNode event = Json.object("op", DISPATCH, "s", sent.size() + 1, "t", type, "d", data);
            sent.add(event);
            send(event);
        }

        synchronized void resume(FakeSocket fresh, int seen) {
            client = fresh;
            sent.subList(seen, sent.size()).forEach(this::send);
            dispatch("RESUMED", Json.object());
        }

        void send(ObjectNode event) {
            tell(to -> to.text(event.toString()));
        }

        void tell(Telling telling) {
            FakeSocket to = client;
            if (to == null) {
                return;
            }
            try {
                telling.to(to);
            } catch (IOException e) {
                client = null; // it resumes, or not
            }
        }
    }
}
