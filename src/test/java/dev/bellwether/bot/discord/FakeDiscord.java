package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.bot.Saboteur;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Discord on loopback for one bot: REST and gateway, people who type commands and press buttons, one server with one channel,
 * and whatever can go wrong. Honest about the platform's rules: what Discord refuses it refuses, in the same words, and what a bot
 * must not do it writes down in {@link #violations}. Usable outside tests as well.
 */
public final class FakeDiscord implements AutoCloseable {
    /** The token of the one bot. */
    public static final String TOKEN = FakeWorld.TOKEN;

    final FakeWorld world = new FakeWorld();
    final FakeGateway gateway;
    final FakeRest rest;

    private FakeDiscord() throws IOException {
        gateway = new FakeGateway(world);
        rest = new FakeRest(world, gateway);
    }

    /** Starts one on free ports. */
    public static FakeDiscord start() {
        try {
            return new FakeDiscord();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a bot reaches it. */
    public DiscordSettings settings() {
        return new DiscordSettings(TOKEN, restAddress(), gatewayAddress(), null);
    }

    /** Where its REST API is. */
    public URI restAddress() {
        return rest.address();
    }

    /** Where its gateway is. */
    public URI gatewayAddress() {
        return gateway.address();
    }

    /** Whether a bot is connected, so that what people do reaches it. */
    public boolean isListening() {
        return gateway.isListening();
    }

    @Override
    public void close() {
        gateway.close();
        rest.close();
    }

    /** Who does something, and where. */
    enum Where {
        SERVER,
        /** The bot's own direct messages. */
        DIRECT,
        /** A server in which only the person has the bot. */
        FOREIGN
    }

    /**
     * Who does something, and where.
     *
     * @param permissions in the server
     * @param own the person's language
     */
    record Person(String id, Where where, long permissions, List<String> roles, String own) {
        static final Person ANN = new Person(FakeWorld.ANN, Where.SERVER, FakeWorld.USUAL, List.of(), "en-US");

        Person at(Where other) {
            return new Person(id, other, permissions, roles, own);
        }

        Person withRole(String role) {
            return new Person(id, where, permissions, List.of(role), own);
        }

        Person speaking(String language) {
            return new Person(id, where, permissions, roles, language);
        }
    }

    /** Ann types a command in the server. */
    public FakeInteraction slash(String name, Map<String, ?> options) {
        return slash(Person.ANN, name, options);
    }

    FakeInteraction slash(Person person, String name, Map<String, ?> options) {
        return interact(person, 2, command(name, options, null), null);
    }

    /** Somebody writes to the channel; gives the message's number. */
    String write(ObjectNode author, String text) {
        String id = world.nextId();
        ObjectNode message = Json.object(
                "id",
                id,
                "channel_id",
                FakeWorld.CHANNEL,
                "guild_id",
                FakeWorld.GUILD,
                "author",
                author,
                "member",
                FakeWorld.member(author),
                "content",
                text,
                "timestamp",
                "2026-01-14T13:00:00+00:00",
                "edited_timestamp",
                null,
                "tts",
                false,
                "mention_everyone",
                false);
        for (String list : List.of("mentions", "mention_roles", "attachments", "embeds")) {
            message.set(list, Json.array());
        }
        message.put("pinned", false).put("type", 0).put("flags", 0);
        gateway.dispatch("MESSAGE_CREATE", message);
        return id;
    }

    /** What the bot last said it wants to hear. */
    int intents() {
        return gateway.lastIntents;
    }

    /** Ann types into an option and waits for what completes it. */
    FakeInteraction complete(String name, Map<String, ?> options, String focused) {
        return interact(Person.ANN, 4, command(name, options, focused), null);
    }

    FakeInteraction press(Person person, FakeMessage message, String carried) {
        JsonNode data = Json.object("custom_id", carried, "component_type", 2, "id", 2);
        return interact(person, 3, data, message.id());
    }

    FakeInteraction choose(Person person, FakeMessage message, String menu, String value) {
        JsonNode data = Json.object("custom_id", menu, "component_type", 3, "id", 2, "values", Json.array(value));
        return interact(person, 3, data, message.id());
    }

    private static JsonNode command(String name, Map<String, ?> options, @Nullable String focused) {
        ArrayNode filled = Json.array();
        options.forEach((option, value) -> {
            ObjectNode each = Json.object("name", option, "type", value instanceof Integer ? 4 : 3, "value", value);
            filled.add(option.equals(focused) ? each.put("focused", true) : each);
        });
        return Json.object("id", "6", "name", name, "type", 1, "options", filled);
    }

    private FakeInteraction interact(Person person, int type, JsonNode data, @Nullable String source) {
        String channel = person.where() == Where.DIRECT ? FakeWorld.DIRECT : FakeWorld.CHANNEL;
        FakeInteraction interaction =
                new FakeInteraction(world.nextId(), "token" + world.nextId(), channel, type, world.age(), source);
        world.interactions.put(interaction.token, interaction);
        ObjectNode event = Json.object(
                "id",
                interaction.id,
                "application_id",
                FakeWorld.APPLICATION,
                "type",
                type,
                "token",
                interaction.token,
                "version",
                1,
                "channel_id",
                channel,
                "data",
                data,
                "locale",
                person.own(),
                "entitlements",
                Json.array(),
                "app_permissions",
                Long.toString(FakeWorld.USUAL),
                "attachment_size_limit",
                10_485_760);
        place(event, person);
        FakeWorld.Stored message = world.find(source);
        if (message != null) {
            event.set("message", message.json());
        }
        gateway.dispatch("INTERACTION_CREATE", event);
        return interaction;
    }

    private void place(ObjectNode event, Person person) {
        ObjectNode user = FakeWorld.person(person.id(), "Ann");
        if (person.where() == Where.DIRECT) {
            event.set("user", user);
            event.put("context", 1);
            event.set(
                    "channel",
                    Json.object("id", FakeWorld.DIRECT, "type", 1, "flags", 0, "recipients", Json.array(user)));
            event.set("authorizing_integration_owners", Json.object("1", person.id()));
            return;
        }
        boolean own = person.where() == Where.SERVER;
        String guild = own ? FakeWorld.GUILD : FakeWorld.FOREIGN_GUILD;
        event.put("guild_id", guild);
        event.put("guild_locale", world.locale);
        event.put("context", 0);
        event.set("guild", Json.object("id", guild, "locale", world.locale, "features", Json.array()));
        event.set(
                "channel",
                FakeWorld.channel(FakeWorld.CHANNEL, guild).put("permissions", Long.toString(person.permissions())));
        event.set(
                "member",
                FakeWorld.member(user, person.roles().toArray(String[]::new))
                        .put("permissions", Long.toString(person.permissions())));
        event.set("authorizing_integration_owners", own ? Json.object("0", guild) : Json.object("1", person.id()));
    }

    /** Puts the bot out of the server. */
    void kick() {
        world.inGuild = false;
        gateway.dispatch("GUILD_DELETE", Json.object("id", FakeWorld.GUILD, "guild_id", FakeWorld.GUILD));
    }

    /** Takes the bot into the server again. */
    void invite() {
        world.inGuild = true;
        gateway.dispatch("GUILD_CREATE", world.guild());
    }

    /** The next calls go wrong. */
    void fail(String method, String path, int times, FakeRest.What what) {
        rest.faults.add(new FakeRest.Fault(method, path, times, what));
    }

    /** From now on somebody has a say in what becomes of new messages. */
    public void sabotage(Saboteur saboteur) {
        rest.saboteur = saboteur;
    }

    /** From now on writing to a channel is refused. */
    public void refuse(String channel, int status, int code, String message) {
        world.refusals.put(channel, new FakeWorld.Refusal(status, code, message));
    }

    static FakeRest.What error(int status, int code, String message) {
        return new FakeRest.Answered(
                status,
                "application/json",
                Json.object("message", message, "code", code).toString(),
                Map.of());
    }

    static FakeRest.What tooFast(boolean global) {
        Map<String, String> headers = global
                ? Map.of("Retry-After", "1", "X-RateLimit-Global", "true", "X-RateLimit-Scope", "global")
                : Map.of("Retry-After", "1", "X-RateLimit-Scope", "user");
        String body = Json.object("message", "You are being rate limited.", "retry_after", 1.0, "global", global)
                .toString();
        return new FakeRest.Answered(429, "application/json", body, headers);
    }

    static FakeRest.What page(int status) {
        return new FakeRest.Answered(
                status,
                "text/html",
                "<html><head><title>Bad gateway</title></head><body>cloudflare</body></html>",
                Map.of());
    }

    /** Lets Discord's time pass: interactions grow old. */
    void pass(Duration length) {
        world.pass(length);
    }

    /** All messages that stand, oldest first. */
    public List<FakeMessage> messages() {
        return world.standing();
    }

    /** The message as it stands now. */
    FakeMessage now(FakeMessage earlier) {
        FakeWorld.Stored stored = world.find(earlier.id());
        if (stored == null) {
            throw new AssertionError("it was deleted");
        }
        return stored.shown();
    }

    /** How often the bot made a call. */
    long calls(String method, String path) {
        return rest.calls.stream().filter(call -> call.is(method, path)).count();
    }

    /** What the bot did that it must not. */
    public List<String> violations() {
        return List.copyOf(world.violations);
    }

    List<String> pings() {
        return List.copyOf(world.pings);
    }

    /** Writes a message of the bot's own into a channel, as it would stand there from before. */
    FakeMessage old(String channel, JsonNode body) {
        return world.add(channel, body, List.of(), false).shown();
    }
}
