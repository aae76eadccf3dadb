package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.bot.Saboteur;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Discord's REST API on loopback: the calls that a bot makes, with the platform's rules and words. */
final class FakeRest implements AutoCloseable {
    private static final Pattern COMMANDS = Pattern.compile("/applications/(\\d+)/commands");
    private static final Pattern NEW_MESSAGE = Pattern.compile("/channels/(\\d+)/messages");
    private static final Pattern MESSAGE = Pattern.compile("/channels/(\\d+)/messages/(\\d+)");
    private static final Pattern CALLBACK = Pattern.compile("/interactions/(\\d+)/([^/]+)/callback");
    private static final Pattern FOLLOW_UP = Pattern.compile("/webhooks/(\\d+)/([^/]+)");
    private static final Pattern ANSWER = Pattern.compile("/webhooks/(\\d+)/([^/]+)/messages/(@original|\\d+)");

    /** Five messages to a channel in five seconds. */
    private static final int BUCKET = 5;

    private static final long BUCKET_NANOS = 5_000_000_000L;

    private final FakeWorld world;
    private final FakeGateway gateway;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Long>> buckets = new ConcurrentHashMap<>();

    private final AtomicLong posts = new AtomicLong();
    volatile Saboteur saboteur = Saboteur.none();

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<Fault> faults = new CopyOnWriteArrayList<>();

    /** What the bot asked for. */
    record Call(String method, String path, JsonNode body) {
        boolean is(String wanted, String pattern) {
            return method.equals(wanted) && path.matches(pattern);
        }
    }

    /**
     * Something that goes wrong with the next calls.
     *
     * <p>What happens comes instead of an answer, or after the call was done.
     */
    static final class Fault {
        final String method;
        final String path;
        final What what;
        private int times;

        Fault(String method, String path, int times, What what) {
            this.method = method;
            this.path = path;
            this.times = times;
            this.what = what;
        }

        synchronized boolean takes(Call call) {
            return times > 0 && call.is(method, path) && times-- > 0;
        }
    }

    /** How a call goes wrong. */
    sealed interface What {}

    /** Answered with an error, and not done. */
    record Answered(int status, String type, String body, Map<String, String> headers) implements What {}

    /** The connection ends, and it is not done. */
    record Cut() implements What {}

    /** It is done, and the connection ends before the answer. */
    record DoneAndCut() implements What {}

    /** A call with its files. */
    private record Request(Call call, List<String> files, long bytes) {
        JsonNode body() {
            return call.body();
        }
    }

    FakeRest(FakeWorld world, FakeGateway gateway) throws IOException {
        this.world = world;
        this.gateway = gateway;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/");
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Request request = FakeRest.read(exchange);
            calls.add(request.call());
            Optional<What> fault = faults.stream()
                    .filter(each -> each.takes(request.call()))
                    .findFirst()
                    .map(each -> each.what)
                    .or(() -> sabotage(request.call()));
            if (fault.isEmpty()) {
                route(new Exchange(exchange), request);
                return;
            }
            switch (fault.get()) {
                case Cut _ -> exchange.close();
                case DoneAndCut _ -> {
                    route(new Exchange(null), request);
                    exchange.close();
                }
                case Answered(int status, String type, String body, Map<String, String> headers) -> {
                    headers.forEach(
                            (name, value) -> exchange.getResponseHeaders().add(name, value));
                    Exchange.write(exchange, status, type, body);
                }
            }
        } catch (RuntimeException e) {
            world.violations.add("the fake broke: " + e);
            exchange.close();
        }
    }

    private Optional<What> sabotage(Call call) {
        Matcher message = NEW_MESSAGE.matcher(call.path());
        if (!call.method().equals("POST") || !message.matches()) {
            return Optional.empty();
        }
        return switch (saboteur.fate(posts.incrementAndGet(), message.group(1))) {
            case DONE -> Optional.empty();
            case TOO_FAST -> Optional.of(FakeDiscord.tooFast(false));
            case BROKEN -> Optional.of(FakeDiscord.page(502));
            case LOST -> Optional.of(new Cut());
            case UNANSWERED -> Optional.of(new DoneAndCut());
        };
    }

    private static Request read(HttpExchange exchange) throws IOException {
        byte[] raw = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v10", "");
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("content-type"))
                .orElse("");
        List<String> files = new ArrayList<>();
        JsonNode body;
        if (type.startsWith("multipart/")) {
            body = parts(raw, type, files);
        } else {
            body = raw.length == 0 ? Json.object() : Json.read(new String(raw, StandardCharsets.UTF_8));
        }
        String token = exchange.getRequestHeaders().getFirst("authorization");
        boolean open = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
        boolean known = open || ("Bot " + FakeWorld.TOKEN).equals(token);
        return new Request(
                new Call(known ? exchange.getRequestMethod() : "UNAUTHORIZED", path, body), files, raw.length);
    }

    private static JsonNode parts(byte[] raw, String type, List<String> files) {
        String whole = new String(raw, StandardCharsets.ISO_8859_1);
        String boundary = type.substring(type.indexOf("boundary=") + 9).replace("\"", "");
        JsonNode body = Json.object();
        for (String part : Pattern.compile(Pattern.quote("--" + boundary))
                .splitAsStream(whole)
                .toList()) {
            int end = part.indexOf("\r\n\r\n");
            if (end < 0) {
                continue;
            }
            String head =
                    new String(part.substring(0, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            byte[] content = part.substring(end + 4, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1);
            Matcher file = Pattern.compile("filename=\"([^\"]*)\"").matcher(head);
            if (head.contains("name=\"payload_json\"")) {
                body = Json.read(new String(content, StandardCharsets.UTF_8));
            } else if (file.find()) {
                files.add(file.group(1));
            }
        }
        return body;
    }

    private void route(Exchange to, Request request) throws IOException {
        Call call = request.call();
        Matcher at = COMMANDS.matcher(call.path());
        if (call.method().equals("UNAUTHORIZED")) {
            to.send(401, Json.object("message", "401: Unauthorized", "code", 0));
        } else if (call.path().equals("/users/@me")) {
            to.send(200, FakeWorld.bot());
        } else if (call.path().equals("/gateway/bot")) {
            to.send(200, gatewayBot());
        } else if (call.path().equals("/oauth2/applications/@me")) {
            to.send(200, Json.object("id", FakeWorld.APPLICATION, "name", "Bellwether"));
        } else if (call.path().equals("/users/@me/guilds")) {
            to.send(200, guilds());
        } else if (at.matches()) {
            commands(to, call);
        } else if (call.is("POST", "/users/@me/channels")) {
            openChat(to, request);
        } else if (NEW_MESSAGE.matcher(call.path()).matches()) {
            post(to, request);
        } else if (MESSAGE.matcher(call.path()).matches()) {
            change(to, request);
        } else if (CALLBACK.matcher(call.path()).matches()) {
            callback(to, request);
        } else if (call.path().startsWith("/webhooks/")) {
            webhook(to, request);
        } else {
            world.violations.add("no such call: " + call.method() + " " + call.path());
            to.send(404, Json.object("message", "404: Not Found", "code", 0));
        }
    }

    private ObjectNode gatewayBot() {
        ObjectNode limit = Json.object(
                "total", 1_000, "remaining", 999, "reset_after", 14_400_000, "max_concurrency", gateway.shards);
        return Json.object("url", gateway.address().toString(), "shards", gateway.shards, "session_start_limit", limit);
    }

    private ArrayNode guilds() {
        return world.inGuild
                ? Json.array(Json.object(
                        "id", FakeWorld.GUILD, "name", "Investors", "permissions", Long.toString(world.everyone)))
                : Json.array();
    }

    /** A command that did not change keeps its version, as with Discord. */
    private void commands(Exchange to, Call call) throws IOException {
        if (call.method().equals("PUT")) {
            Optional<ObjectNode> wrong = DiscordRules.commands(call.body());
            if (wrong.isPresent()) {
                to.send(400, wrong.get());
                return;
            }
            ArrayNode taken = Json.array();
            call.body()
                    .forEach(command -> taken.add(((ObjectNode) command.deepCopy())
                            .put("id", world.nextId())
                            .put("application_id", FakeWorld.APPLICATION)
                            .put("version", Integer.toString(command.toString().hashCode()))));
            world.commands = taken;
        }
        to.send(200, world.commands);
    }

    private void openChat(Exchange to, Request request) throws IOException {
        String person = request.body().path("recipient_id").asText();
        FakeWorld.Refusal refusal = world.refusals.get(person);
        if (refusal != null) {
            to.send(refusal);
            return;
        }
        to.send(
                200,
                Json.object(
                        "id", FakeWorld.DIRECT, "type", 1, "recipients", Json.array(FakeWorld.person(person, "Ann"))));
    }

    private void post(Exchange to, Request request) throws IOException {
        String channel = group(NEW_MESSAGE, request, 1);
        FakeWorld.Refusal refusal = world.refusals.get(channel);
        if (refusal != null) {
            to.send(refusal);
            return;
        }
        JsonNode body = request.body();
        String nonce = body.path("nonce").asText("");
        FakeWorld.Stored first = world.find(world.nonces.get(channel + nonce));
        if (body.path("enforce_nonce").asBoolean() && !nonce.isEmpty() && first != null) {
            to.send(200, first.json());
            return;
        }
        if (!withinBucket(to, channel)) {
            return;
        }
        Optional<ObjectNode> wrong = DiscordRules.message(body, request.files().size(), request.bytes());
        if (wrong.isPresent()) {
            to.send(400, wrong.get());
            return;
        }
        FakeWorld.Stored stored = world.add(channel, body, request.files(), false);
        world.nonces.put(channel + nonce, stored.id());
        saboteur.taken();
        to.send(200, stored.json());
    }

    private boolean withinBucket(Exchange to, String channel) throws IOException {
        long now = System.nanoTime();
        int left;
        synchronized (buckets) {
            List<Long> times = buckets.computeIfAbsent(channel, any -> new ArrayList<>());
            times.removeIf(time -> now - time > BUCKET_NANOS);
            left = BUCKET - times.size();
            if (left > 0) {
                times.add(now);
            }
        }
        to.header("X-RateLimit-Bucket", "messages");
        to.header("X-RateLimit-Limit", Integer.toString(BUCKET));
        to.header("X-RateLimit-Remaining", Integer.toString(Math.max(0, left - 1)));
        to.header("X-RateLimit-Reset-After", "5.0");
        if (left <= 0) {
            world.violations.add("more than five messages in five seconds to " + channel);
            to.header("Retry-After", "5");
            to.send(429, Json.object("message", "You are being rate limited.", "retry_after", 5.0, "global", false));
        }
        return left > 0;
    }

    private void change(Exchange to, Request request) throws IOException {
        FakeWorld.Stored stored = world.find(group(MESSAGE, request, 2));
        if (stored == null) {
            to.send(new FakeWorld.Refusal(404, 10_008, "Unknown Message"));
            return;
        }
        if (request.call().method().equals("DELETE")) {
            world.messages.remove(stored.id());
            to.send(204, null);
            return;
        }
        edit(to, stored, request, message -> {});
    }

    private void edit(Exchange to, FakeWorld.Stored stored, Request request, Consumer<FakeMessage> done)
            throws IOException {
        Optional<ObjectNode> wrong =
                DiscordRules.message(request.body(), request.files().size(), request.bytes());
        if (wrong.isPresent()) {
            to.send(400, wrong.get());
            return;
        }
        FakeWorld.Stored after = world.edit(stored, request.body(), request.files());
        done.accept(after.shown());
        to.send(200, after.json());
    }

    private void callback(Exchange to, Request request) throws IOException {
        FakeInteraction interaction = world.interactions.get(group(CALLBACK, request, 2));
        if (interaction == null || world.age().minus(interaction.created).compareTo(FakeInteraction.FIRST_WORD) > 0) {
            world.violations.add("the first word came too late");
            to.send(new FakeWorld.Refusal(404, 10_062, "Unknown interaction"));
            return;
        }
        int type = request.body().path("type").asInt();
        JsonNode data = request.body().path("data");
        boolean message = type == 4 || type == 7;
        Optional<ObjectNode> wrong =
                message ? DiscordRules.message(data, request.files().size(), request.bytes()) : Optional.empty();
        if (wrong.isPresent()) {
            to.send(400, wrong.get());
            return;
        }
        if (interaction.acknowledged.getAndSet(true)) {
            to.send(new FakeWorld.Refusal(400, 40_060, "Interaction has already been acknowledged."));
            return;
        }
        acknowledge(interaction, type, data, request);
        to.send(204, null);
    }

    private void acknowledge(FakeInteraction interaction, int type, JsonNode data, Request request) {
        switch (type) {
            case 4, 5 -> {
                FakeWorld.Stored stored = world.add(interaction.channel, data, request.files(), type == 5);
                interaction.original(stored.id());
                if (type == 4) {
                    interaction.answered(stored.shown());
                }
            }
            case 6, 7 -> {
                FakeWorld.Stored source = world.find(interaction.source);
                if (source != null) {
                    interaction.original(source.id());
                    if (type == 7) {
                        interaction.answered(
                                world.edit(source, data, request.files()).shown());
                    }
                }
            }
            case 8 -> interaction.choices(data.path("choices"));
            default -> world.violations.add("no such callback: " + type);
        }
        interaction.firstWord(type);
    }

    private void webhook(Exchange to, Request request) throws IOException {
        Matcher at = FOLLOW_UP.matcher(request.call().path());
        Matcher answer = ANSWER.matcher(request.call().path());
        String token = at.matches() ? at.group(2) : answer.matches() ? answer.group(2) : "";
        FakeInteraction interaction = world.interactions.get(token);
        if (interaction == null) {
            to.send(new FakeWorld.Refusal(404, 10_015, "Unknown Webhook"));
        } else if (world.age().minus(interaction.created).compareTo(FakeInteraction.LAST_WORD) > 0) {
            to.send(new FakeWorld.Refusal(401, 50_027, "Invalid Webhook Token"));
        } else if (answer.matches()) {
            answer(to, request, interaction, answer.group(3));
        } else {
            followUp(to, request, interaction);
        }
    }

    /** The first one after an announcement takes its place, and is as hidden as that was. */
    private void followUp(Exchange to, Request request, FakeInteraction interaction) throws IOException {
        FakeWorld.Stored original = world.find(interaction.original());
        if (original != null && original.loading()) {
            edit(to, original, request, interaction::answered);
            return;
        }
        Optional<ObjectNode> wrong =
                DiscordRules.message(request.body(), request.files().size(), request.bytes());
        if (wrong.isPresent()) {
            to.send(400, wrong.get());
            return;
        }
        FakeWorld.Stored stored = world.add(interaction.channel, request.body(), request.files(), false);
        interaction.further(stored.id());
        interaction.answered(stored.shown());
        to.send(200, stored.json());
    }

    private void answer(Exchange to, Request request, FakeInteraction interaction, String which) throws IOException {
        FakeWorld.Stored stored = world.find(which.equals("@original") ? interaction.original() : which);
        if (stored == null) {
            to.send(new FakeWorld.Refusal(404, 10_008, "Unknown Message"));
        } else if (request.call().method().equals("DELETE")) {
            world.messages.remove(stored.id());
            to.send(204, null);
        } else {
            edit(to, stored, request, interaction::answered);
        }
    }

    private static String group(Pattern pattern, Request request, int group) {
        Matcher matcher = pattern.matcher(request.call().path());
        if (!matcher.matches()) {
            throw new IllegalStateException(request.call().path());
        }
        return matcher.group(group);
    }

    /** Where the answer goes; nowhere for a call whose answer is lost. */
    private record Exchange(@Nullable HttpExchange exchange) {
        void header(String name, String value) {
            if (exchange != null) {
                exchange.getResponseHeaders().add(name, value);
            }
        }

        void send(FakeWorld.Refusal refusal) throws IOException {
            send(refusal.status(), Json.object("message", refusal.message(), "code", refusal.code()));
        }

        void send(int status, @Nullable JsonNode body) throws IOException {
            if (exchange != null) {
                write(exchange, status, "application/json", body == null ? "" : body.toString());
            }
        }

        /** JDA takes a 429 without "via" for a ban by Cloudflare. */
        static void write(HttpExchange exchange, int status, String type, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", type);
            exchange.getResponseHeaders().add("via", "1.1 fake");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        }
    }
}
