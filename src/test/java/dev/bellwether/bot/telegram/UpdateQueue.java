package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Updates that wait to be fetched, with the rules of long polling: an offset confirms, and only one may ask at a time. */
final class UpdateQueue {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private Set<String> allowed = Set.of();
    private Object poller = new Object();
    private int number = 1_000;
    private int polls;

    /** Adds an update, if its kind is asked for; says its number, or 0. */
    synchronized int add(String kind, JsonNode content) {
        if (!allowed.isEmpty() && !allowed.contains(kind)) {
            return 0;
        }
        return force(kind, content);
    }

    /** Adds an update whether its kind is asked for or not. */
    synchronized int force(String kind, JsonNode content) {
        ObjectNode update = MAPPER.createObjectNode().put("update_id", ++number);
        update.set(kind, content);
        waiting.add(update);
        notifyAll();
        return number;
    }

    /** How many requests for updates there were. */
    synchronized int polls() {
        return polls;
    }

    /** How many updates are not confirmed. */
    synchronized int unconfirmed() {
        return waiting.size();
    }

    /** The kinds asked for with the last request. */
    synchronized Set<String> allowed() {
        return allowed;
    }

    /** Ends whatever request is waiting, as another one does. */
    synchronized void takeOver() {
        poller = new Object();
        notifyAll();
    }

    synchronized ArrayNode poll(JsonNode arguments) throws InterruptedException {
        polls++;
        if (arguments.has("allowed_updates")) {
            allowed = StreamSupport.stream(arguments.get("allowed_updates").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.toUnmodifiableSet());
        }
        Object me = new Object();
        poller = me;
        notifyAll();
        int offset = arguments.path("offset").asInt();
        waiting.removeIf(update -> update.path("update_id").asInt() < offset);
        long end = System.nanoTime()
                + Duration.ofSeconds(arguments.path("timeout").asInt()).toNanos();
        while (waiting.isEmpty() && System.nanoTime() < end) {
            wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            if (!poller.equals(me)) {
                throw new Refused(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
            }
        }
        ArrayNode result = MAPPER.createArrayNode();
        waiting.stream().limit(arguments.path("limit").asInt(100)).forEach(result::add);
        return result;
    }
}
