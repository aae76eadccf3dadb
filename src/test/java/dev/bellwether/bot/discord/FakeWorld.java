package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What stands in the fake Discord: people, a server with channels, messages, commands. Safe for threads. */
final class FakeWorld {
    static final String TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.fake.token";
    static final String APPLICATION = "1000000000000000001";
    static final String GUILD = "2000000000000000001";
    static final String FOREIGN_GUILD = "2999999999999999999";
    static final String CHANNEL = "3000000000000000001";
    static final String DIRECT = "5000000000000000001";
    static final String ANN = "4000000000000000001";
    static final String MANAGER_ROLE = "6000000000000000001";

    /** Of everybody: view, send, embeds, files and all that is usual, but not Manage Server. */
    static final long USUAL = 2_251_799_813_685_247L & ~0x20L & ~0x8L;

    static final long MANAGE_SERVER = 0x20L;

    private static final Instant BEGIN = Instant.parse("2026-01-02T22:00:00Z");

    private final AtomicLong ids = new AtomicLong(7_000_000_000_000_000_000L);
    private final long started = System.nanoTime();
    private final AtomicLong passed = new AtomicLong();

    final Map<String, Stored> messages = new ConcurrentHashMap<>();
    final Map<String, String> nonces = new ConcurrentHashMap<>();
    final Map<String, FakeInteraction> interactions = new ConcurrentHashMap<>();

    /** Channels that refuse messages, and how. */
    final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    /** What Discord would have rung the bell for. */
    final List<String> pings = new CopyOnWriteArrayList<>();

    /** What the bot did that it must not. */
    final List<String> violations = new CopyOnWriteArrayList<>();

    volatile ArrayNode commands = Json.array();
    volatile boolean inGuild = true;

    /** The language of the servers. */
    volatile String locale = "en-US";

    volatile long everyone = USUAL;

    /** An error of the platform. */
    record Refusal(int status, int code, String message) {}

    /** A message with what is not in its JSON. */
    record Stored(String id, String channel, ObjectNode json, boolean ephemeral, boolean loading) {
        FakeMessage shown() {
            return new FakeMessage(id, channel, json.deepCopy(), ephemeral, loading);
        }
    }

    String nextId() {
        return Long.toString(ids.addAndGet(1 << 10));
    }

    /** How long this Discord exists, by its own time. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - started + passed.get());
    }

    /** Lets its time pass. */
    void pass(Duration length) {
        passed.addAndGet(length.toNanos());
    }

    private String now() {
        return BEGIN.plus(age()).toString();
    }

    static ObjectNode bot() {
        return Json.object(
                "id",
                APPLICATION,
                "username",
                "Bellwether",
                "discriminator",
                "0",
                "global_name",
                null,
                "avatar",
                null,
                "bot",
                true,
                "verified",
                true,
                "mfa_enabled",
                false,
                "flags",
                0);
    }

    static ObjectNode person(String id, String name) {
        return Json.object("id", id, "username", name, "discriminator", "0", "global_name", name, "avatar", null);
    }

    static ObjectNode member(ObjectNode user, String... roles) {
        return Json.object(
                "user",
                user,
                "roles",
                List.of(roles),
                "joined_at",
                "2024-01-01T00:00:00+00:00",
                "deaf",
                false,
                "mute",
                false,
                "flags",
                0);
    }

    static ObjectNode channel(String id, String guild) {
        return Json.object(
                "id",
                id,
                "type",
                0,
                "guild_id",
                guild,
                "name",
                "stocks",
                "position",
                0,
                "permission_overwrites",
                Json.array(),
                "nsfw",
                false,
                "parent_id",
                null,
                "rate_limit_per_user",
                0,
                "topic",
                null);
    }

    ObjectNode guild() {
        return Json.object(
                "id",
                GUILD,
                "name",
                "Investors",
                "owner_id",
                "4999999999999999999",
                "icon",
                null,
                "member_count",
                2,
                "joined_at",
                "2024-01-01T00:00:00+00:00",
                "large",
                false,
                "unavailable",
                false,
                "preferred_locale",
                locale,
                "features",
                Json.array(),
                "afk_timeout",
                300,
                "roles",
                Json.array(role(GUILD, "@everyone", everyone), role(MANAGER_ROLE, "Analysts", 0)),
                "channels",
                Json.array(channel(CHANNEL, GUILD)),
                "threads",
                Json.array(),
                "members",
                Json.array(member(bot())),
                "emojis",
                Json.array(),
                "stickers",
                Json.array(),
                "voice_states",
                Json.array(),
                "presences",
                Json.array(),
                "guild_scheduled_events",
                Json.array(),
                "stage_instances",
                Json.array());
    }

    private static ObjectNode role(String id, String name, long permissions) {
        ObjectNode colours = Json.object("primary_color", 0, "secondary_color", null, "tertiary_color", null);
        return Json.object(
                "id",
                id,
                "name",
                name,
                "permissions",
                Long.toString(permissions),
                "position",
                0,
                "color",
                0,
                "colors",
                colours,
                "hoist",
                false,
                "managed",
                false,
                "mentionable",
                false,
                "flags",
                0);
    }

    /** Takes a message in. */
    Stored add(String channel, JsonNode body, List<String> files, boolean loading) {
        String id = nextId();
        ObjectNode json = Json.object(
                "id",
                id,
                "channel_id",
                channel,
                "author",
                bot(),
                "content",
                body.path("content").asText(""),
                "timestamp",
                now(),
                "edited_timestamp",
                null,
                "tts",
                false,
                "mention_everyone",
                false,
                "mentions",
                Json.array(),
                "mention_roles",
                Json.array(),
                "attachments",
                attachments(files),
                "embeds",
                embeds(body),
                "components",
                components(body),
                "pinned",
                false,
                "type",
                0,
                "flags",
                body.path("flags").asInt(0) | (loading ? 128 : 0));
        if (body.hasNonNull("nonce")) {
            json.set("nonce", body.get("nonce"));
        }
        notePings(body);
        Stored stored = new Stored(id, channel, json, (body.path("flags").asInt(0) & 64) != 0, loading);
        messages.put(id, stored);
        return stored;
    }

    /** Changes what an edit names; a message that was loading no longer is. */
    Stored edit(Stored before, JsonNode body, List<String> files) {
        ObjectNode json = before.json().deepCopy();
        if (body.has("content")) {
            json.put("content", body.path("content").asText(""));
        }
        if (body.has("embeds")) {
            json.set("embeds", embeds(body));
        }
        if (body.has("components")) {
            json.set("components", components(body));
        }
        if (body.has("attachments") || !files.isEmpty()) {
            json.set("attachments", attachments(files));
        }
        json.put("edited_timestamp", now());
        json.put("flags", json.path("flags").asInt() & ~128);
        notePings(body);
        Stored after = new Stored(before.id(), before.channel(), json, before.ephemeral(), false);
        messages.put(before.id(), after);
        return after;
    }

    private ArrayNode attachments(List<String> files) {
        ArrayNode list = Json.array();
        files.forEach(file -> list.add(Json.object(
                "id",
                nextId(),
                "filename",
                file,
                "size",
                1,
                "url",
                "https://cdn.test/" + file,
                "proxy_url",
                "https://cdn.test/" + file)));
        return list;
    }

    /** Discord fills in the type, without which JDA takes no embed. */
    private static JsonNode embeds(JsonNode body) {
        ArrayNode embeds = Json.array();
        body.path("embeds").forEach(embed -> embeds.add(((ObjectNode) embed.deepCopy()).put("type", "rich")));
        return embeds;
    }

    private static JsonNode components(JsonNode body) {
        JsonNode components =
                body.path("components").isArray() ? body.path("components").deepCopy() : Json.array();
        int[] next = {1};
        components.forEach(component -> number(component, next));
        return components;
    }

    private static void number(JsonNode component, int[] next) {
        if (component instanceof ObjectNode object && object.has("type")) {
            object.put("id", next[0]++);
        }
        component.path("components").forEach(inner -> number(inner, next));
    }

    /** Whom the text would call, by what the bot allows. Without a word about it, everybody who is named. */
    private void notePings(JsonNode body) {
        String content = body.path("content").asText("");
        boolean names = content.contains("@everyone") || content.contains("@here") || content.contains("<@");
        boolean allowed = !body.has("allowed_mentions")
                || !body.path("allowed_mentions").path("parse").isEmpty();
        if (names && allowed) {
            pings.add(content);
        }
    }

    /** All messages that stand, oldest first. */
    List<FakeMessage> standing() {
        List<Stored> all = new ArrayList<>(messages.values());
        all.sort((a, b) -> a.id().compareTo(b.id()));
        return all.stream().map(Stored::shown).toList();
    }

    @Nullable
    Stored find(@Nullable String id) {
        return id == null ? null : messages.get(id);
    }
}
