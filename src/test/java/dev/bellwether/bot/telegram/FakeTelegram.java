package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.bot.Saboteur;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Bot API server on loopback, for tests and benchmarks: people write and press buttons by method calls, the bot does its part
 * through the real client. It keeps Telegram's rules and answers in Telegram's words; every request is held against the
 * contract, when that is there.
 */
public final class FakeTelegram implements AutoCloseable {
    /** The token it knows. */
    public static final String TOKEN = "123456:" + "TEST-token-of-the-fake-server-0001";

    /** The bot's name. */
    public static final String BOT = "bellwether_test_bot";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("(/local)?/bot([^/]+)/(\\w+)");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final Optional<Contract> CONTRACT = Contract.find();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final UpdateQueue updates = new UpdateQueue();
    private final BotMethods methods;
    private final InstantSource clock;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Map<String, ConcurrentLinkedQueue<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<Long, List<Sent>> sent = new ConcurrentHashMap<>();
    private final AtomicInteger presses = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger floods = new AtomicInteger();
    private final RateRules rates = new RateRules();
    private final AtomicLong writes = new AtomicLong();
    private volatile Saboteur saboteur = Saboteur.none();
    private volatile boolean limited;
    private volatile boolean strange;
    private volatile boolean recording = true;

    static {
        // Without it every small answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * A request of the bot.
     *
     * @param method in lower case, as the client writes it
     */
    public record Request(String method, JsonNode arguments) {}

    /**
     * What the bot wrote into a chat: a message, or a new text in place of one.
     *
     * @param text without tags
     * @param edited whether it took the place of an earlier text
     */
    public record Sent(int message, String text, boolean edited, JsonNode json) {
        /** What its buttons carry, by label. */
        public String data(String label) {
            for (JsonNode row : json.path("reply_markup").path("inline_keyboard")) {
                for (JsonNode key : row) {
                    if (key.path("text").asText().equals(label)) {
                        return key.path("callback_data").asText();
                    }
                }
            }
            throw new AssertionError("no button " + label + " under " + json);
        }
    }

    private FakeTelegram(InstantSource clock) throws IOException {
        this.clock = clock;
        this.methods = new BotMethods(updates, clock);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts one on a free port.
     *
     * @param clock dates messages
     */
    public static FakeTelegram start(InstantSource clock) {
        try {
            return new FakeTelegram(clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    // ---- what people do

    /** Somebody writes; returns the first thing the bot writes into that chat afterwards. */
    public Sent text(long chat, String text) {
        int before = sent(chat).size();
        write(chat, text);
        return await(chat, before);
    }

    /** The bot's text number {@code index} in a chat, once it is there. */
    public Sent await(long chat, int index) {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        List<Sent> list = sent.computeIfAbsent(chat, id -> new ArrayList<>());
        synchronized (list) {
            while (list.size() <= index) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new AssertionError("no answer in chat " + chat + "; requests: " + requests);
                }
                try {
                    list.wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return list.get(index);
        }
    }

    /** Somebody writes, in a private chat or a group; says the number of the message. */
    public int write(long chat, String text) {
        return write(message(chat, 7, text));
    }

    /** A message as people write them, to be changed before {@link #write(ObjectNode)}. */
    public ObjectNode message(long chat, long person, String text) {
        ObjectNode message = methods.message(chat);
        message.set("from", person(person));
        return message.put("text", text);
    }

    /** Sends a message made by {@link #message}. */
    public int write(ObjectNode message) {
        boolean post = message.path("chat").path("type").asText().equals("channel");
        updates.add(post ? "channel_post" : "message", message);
        return message.path("message_id").asInt();
    }

    /** Somebody deletes a message. */
    public void delete(int message) {
        methods.messages.remove(message);
    }

    /** Somebody presses a button. */
    public String press(long person, Sent under, String data) {
        ObjectNode message = methods.messages.getOrDefault(under.message(), (ObjectNode) under.json());
        return press(person, message, data);
    }

    private String press(long person, ObjectNode message, String data) {
        String id = "press-" + presses.incrementAndGet();
        methods.presses.add(id);
        ObjectNode press = MAPPER.createObjectNode()
                .put("id", id)
                .put("chat_instance", "1")
                .put("data", data);
        press.set("from", person(person));
        press.set("message", message);
        updates.add("callback_query", press);
        return id;
    }

    /** Somebody types behind the bot's name in some chat. */
    public void inline(long person, String text) {
        ObjectNode query = MAPPER.createObjectNode()
                .put("id", "inline-" + presses.incrementAndGet())
                .put("query", text)
                .put("offset", "");
        query.set("from", person(person));
        updates.add("inline_query", query);
    }

    /** The bot is let in or put out. */
    public void membership(long chat, String status) {
        ObjectNode change =
                MAPPER.createObjectNode().put("date", clock.instant().getEpochSecond());
        change.set("chat", chat(chat));
        change.set("from", person(7));
        change.putObject("old_chat_member").put("status", "member").set("user", BotMethods.me());
        change.putObject("new_chat_member").put("status", status).set("user", BotMethods.me());
        updates.add("my_chat_member", change);
    }

    /** Any update, even of a kind that was not asked for. */
    public int update(String kind, JsonNode content) {
        return updates.force(kind, content);
    }

    // ---- what the server is told

    /** From now on writing to a chat is refused. */
    public void refuse(long chat, int code, String description) {
        methods.closed.put(chat, new Refused(code, description));
    }

    /** From now on a group has another number. */
    public void migrate(long from, long to) {
        methods.closed.put(from, Refused.migrated(to));
    }

    /** A chat can be written to again. */
    public void open(long chat) {
        methods.closed.remove(chat);
    }

    public void admins(long chat, Long... people) {
        methods.admins.put(chat, Set.of(people));
    }

    /** The next call of a method goes wrong; further calls of this stand in line. */
    void fault(String method, Fault fault) {
        faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), name -> new ConcurrentLinkedQueue<>())
                .add(fault);
    }

    /** From now on somebody has a say in what becomes of new messages. */
    public void sabotage(Saboteur some) {
        saboteur = some;
    }

    /** Another program asks for updates. */
    public void secondPoller() {
        updates.takeOver();
    }

    /** Somebody else sets a webhook. */
    public void hook(String url) {
        methods.hook(url);
        updates.takeOver();
    }

    /** The next call of a method is never answered. */
    void hold(String method) {
        fault(method, new Fault(Fault.When.BEFORE, -1, "", Duration.ofDays(1)));
    }

    /** How many calls are never answered so far. */
    int held() {
        return held.get();
    }

    /** Keeps Telegram's limits from now on. */
    public void limit() {
        limited = true;
    }

    /** From now on its answers hold a kind of message that no library knows. */
    public void strange() {
        strange = true;
    }

    /** Keeps no list of requests, for long benchmarks. */
    public void forgetful() {
        recording = false;
    }

    // ---- what happened

    /** All that the bot wrote into a chat, in order. */
    public List<Sent> sent(long chat) {
        List<Sent> list = sent.computeIfAbsent(chat, id -> new ArrayList<>());
        synchronized (list) {
            return List.copyOf(list);
        }
    }

    /** The calls of a method. */
    public List<Request> requests(String method) {
        return requests.stream()
                .filter(request -> request.method().equalsIgnoreCase(method))
                .toList();
    }

    /** What was not as the contract says. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** How many messages were over a limit. */
    public int floods() {
        return floods.get();
    }

    UpdateQueue updates() {
        return updates;
    }

    BotMethods methods() {
        return methods;
    }

    // ---- the server

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                reply(exchange, 404, new Refused(404, "Not Found").body().toString());
                return;
            }
            Arguments arguments = Arguments.read(exchange);
            String method = path.group(3);
            if (recording) {
                requests.add(new Request(
                        method.toLowerCase(Locale.ROOT), arguments.values().deepCopy()));
            }
            CONTRACT.ifPresent(contract -> violations.addAll(contract.problems(method, arguments.values())));
            answer(exchange, path.group(2), method, arguments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String token, String method, Arguments arguments)
            throws IOException, InterruptedException {
        ConcurrentLinkedQueue<Fault> line = faults.get(method.toLowerCase(Locale.ROOT));
        Fault fault = line == null ? null : line.poll();
        if (fault == null && BotMethods.writes(method)) {
            fault = sabotage(arguments);
        }
        if (fault != null && fault.delay() != null) {
            held.incrementAndGet();
            LockSupport.parkNanos(fault.delay().toNanos());
        }
        if (fault != null && fault.when() == Fault.When.BEFORE && fault.status() >= 0) {
            fail(exchange, fault);
            return;
        }
        int status = 200;
        String body;
        try {
            if (!TOKEN.equals(token)) {
                throw new Refused(401, "Unauthorized");
            }
            body = done(method, arguments);
        } catch (Refused e) {
            status = e.code();
            body = e.body().toString();
        }
        if (fault != null && fault.when() == Fault.When.AFTER) {
            fail(exchange, fault);
        } else {
            reply(exchange, status, body);
        }
    }

    private @Nullable Fault sabotage(Arguments arguments) {
        return switch (saboteur.fate(writes.incrementAndGet(), arguments.text("chat_id"))) {
            case DONE -> null;
            case TOO_FAST -> Fault.tooMany(1);
            case BROKEN -> Fault.page(502);
            case LOST -> Fault.dropBefore();
            case UNANSWERED -> Fault.dropAfter();
        };
    }

    private String done(String method, Arguments arguments) throws InterruptedException {
        if (BotMethods.writes(method) && limited) {
            int seconds = rates.take(arguments.values().path("chat_id").asLong());
            if (seconds > 0) {
                floods.incrementAndGet();
                throw Refused.tooMany(seconds);
            }
        }
        JsonNode result = methods.call(method, arguments);
        boolean edit = method.equalsIgnoreCase("editMessageText");
        ObjectNode answer = MAPPER.createObjectNode().put("ok", true);
        answer.set("result", visible(result));
        if (strange && answer.get("result") instanceof ObjectNode message) {
            message.putObject("forward_origin").put("type", "telepathy").put("date", 1);
        }
        if (BotMethods.writes(method) || edit) {
            note(result.deepCopy(), edit);
            saboteur.taken();
        }
        return answer.toString();
    }

    /** What begins with an underscore is only for tests. */
    private static JsonNode visible(JsonNode result) {
        if (!(result instanceof ObjectNode object)) {
            return result;
        }
        ObjectNode shown = object.deepCopy();
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name -> name.startsWith("_")).forEach(shown::remove);
        return shown;
    }

    private void note(JsonNode message, boolean edit) {
        long chat = message.path("chat").path("id").asLong();
        String text = message.path("text").asText(message.path("caption").asText());
        List<Sent> list = sent.computeIfAbsent(chat, id -> new ArrayList<>());
        synchronized (list) {
            list.add(new Sent(message.path("message_id").asInt(), text, edit, message));
            list.notifyAll();
        }
    }

    /** Closing the exchange without an answer breaks the connection. */
    private static void fail(HttpExchange exchange, Fault fault) throws IOException {
        if (fault.status() > 0) {
            reply(exchange, fault.status(), fault.body());
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String type = body.startsWith("<") ? "text/html" : "application/json";
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Chats are what their number says: people above zero, channels below minus two billions, groups in between. */
    static ObjectNode chat(long id) {
        String type = id > 0 ? "private" : id <= -2_000_000_000L ? "channel" : "supergroup";
        ObjectNode chat = MAPPER.createObjectNode().put("id", id).put("type", type);
        return id > 0 ? chat.put("first_name", "Ann") : chat.put("title", "Investors");
    }

    static ObjectNode person(long id) {
        return MAPPER.createObjectNode()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", "Ann")
                .put("language_code", "en");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
