package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.command.StatusPart;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.Permission;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks Discord's REST API how the bot stands, for {@code ./bot check}: without the gateway, of whose logins a bot has only a
 * thousand a day.
 */
final class DiscordCheck {
    private static final String NAME = "Discord";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the bot can't do without, and what it does better with. */
    static final List<Permission> NEEDED = List.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES);

    private static final long ALL = Permission.ADMINISTRATOR.getRawValue();

    private final DiscordSettings settings;

    DiscordCheck(DiscordSettings settings) {
        this.settings = settings;
    }

    /** Discord's answer. */
    private record Said(int status, JsonNode body) {}

    /** @param wanted how many commands the bot has */
    List<StatusPart> parts(int wanted) {
        OkHttpClient http = new OkHttpClient.Builder()
                .callTimeout(Duration.ofSeconds(15))
                .retryOnConnectionFailure(false)
                .build();
        try {
            return parts(http, wanted);
        } catch (IOException | IllegalArgumentException e) {
            return List.of(StatusPart.down(
                    NAME,
                    "can't be reached at " + settings.restBase() + " (" + e.getMessage()
                            + "); check the network and fronts.discord.rest"));
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    private List<StatusPart> parts(OkHttpClient http, int wanted) throws IOException {
        Said me = ask(http, "users/@me");
        if (me.status() == 401) {
            return List.of(StatusPart.down(NAME, CloseCodes.WRONG_TOKEN));
        }
        if (me.status() != 200) {
            return List.of(StatusPart.trouble(NAME, "answered " + me.status() + "; try again later"));
        }
        List<StatusPart> parts = new ArrayList<>();
        parts.add(StatusPart.ok(NAME, "the token is valid; the bot is called " + text(me.body(), "username")));
        parts.add(commands(http, text(me.body(), "id"), wanted));
        parts.addAll(servers(http));
        return parts;
    }

    private StatusPart commands(OkHttpClient http, String bot, int wanted) throws IOException {
        Said app = ask(http, "oauth2/applications/@me");
        String id = app.status() == 200 ? text(app.body(), "id") : bot;
        Said known = ask(http, "applications/" + id + "/commands");
        String name = NAME + " commands";
        if (known.status() != 200) {
            return StatusPart.trouble(name, "can't be listed: Discord answered " + known.status());
        }
        int count = known.body().size();
        return count == wanted
                ? StatusPart.ok(name, count + " registered")
                : StatusPart.trouble(name, count + " of " + wanted + " registered; the next start registers them");
    }

    private List<StatusPart> servers(OkHttpClient http) throws IOException {
        Said guilds = ask(http, "users/@me/guilds?limit=200");
        String name = NAME + " servers";
        if (guilds.status() != 200) {
            return List.of(StatusPart.trouble(name, "can't be listed: Discord answered " + guilds.status()));
        }
        List<StatusPart> parts = StreamSupport.stream(guilds.body().spliterator(), false)
                .filter(guild -> !missing(guild).isEmpty())
                .map(guild -> StatusPart.trouble(
                        NAME + " server " + CleanCharacters.of(text(guild, "name")),
                        "the bot lacks " + missing(guild) + "; give its role these permissions"))
                .collect(Collectors.toCollection(ArrayList::new));
        int count = guilds.body().size();
        parts.addFirst(StatusPart.ok(name, count == 0 ? "in none yet; invite the bot" : "in " + count));
        return parts;
    }

    private static String missing(JsonNode guild) {
        long has = guild.path("permissions").asLong();
        return (has & ALL) != 0
                ? ""
                : NEEDED.stream()
                        .filter(permission -> (has & permission.getRawValue()) == 0)
                        .map(Permission::getName)
                        .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node, String field) {
        return CleanCharacters.of(node.path(field).asText());
    }

    private Said ask(OkHttpClient http, String path) throws IOException {
        Request request = new Request.Builder()
                .url(settings.restBase() + path)
                .header("Authorization", "Bot " + settings.token())
                .build();
        try (Response response = http.newCall(request).execute()) {
            return new Said(response.code(), json(response.body().string()));
        }
    }

    /** A proxy in between may answer with a page. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
