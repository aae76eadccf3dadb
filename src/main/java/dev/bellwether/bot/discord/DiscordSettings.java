package dev.bellwether.bot.discord;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Discord.
 *
 * @param token of the bot, without "Bot" before it; a secret
 * @param rest where the REST API is, such as {@code https://discord.com/api/v10/}; null for Discord itself
 * @param gateway where the gateway is, such as {@code wss://gateway.discord.gg/}; null for the address that the REST API names
 * @param managerRole the name or number of a role whose holders may change what a chat gets, besides those with Manage Server;
 *     null for none
 * @param messages whether the bot is allowed to read ordinary messages, by the privileged intent Message Content
 */
public record DiscordSettings(
        String token,
        @Nullable URI rest,
        @Nullable URI gateway,
        @Nullable String managerRole,
        boolean messages) {
    private static final String REST = "https://discord.com/api/v10/";

    /** A bot on Discord itself. */
    public DiscordSettings(String token) {
        this(token, null, null, null);
    }

    /** A bot that hears only what it is asked. */
    public DiscordSettings(String token, @Nullable URI rest, @Nullable URI gateway, @Nullable String managerRole) {
        this(token, rest, gateway, managerRole, false);
    }

    /** With the version and a slash at its end; an address that names no path, or {@code /api} alone, is completed. */
    String restBase() {
        if (rest == null) {
            return REST;
        }
        String base = rest.toString().replaceAll("/+$", "");
        String path = rest.getPath() == null ? "" : rest.getPath().replaceAll("/+$", "");
        if (path.isEmpty()) {
            return base + "/api/v10/";
        }
        return path.endsWith("/api") ? base + "/v10/" : base + "/";
    }

    /** The token is left out. */
    @Override
    public String toString() {
        return "DiscordSettings[rest=" + rest + ", gateway=" + gateway + ", managerRole=" + managerRole + "]";
    }
}
