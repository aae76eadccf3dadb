package dev.bellwether.bot.discord;

import java.util.Optional;

/** The codes with which Discord closes the gateway for good, and what an operator does about them. */
final class CloseCodes {
    /** Discord wants more shards; their number is asked for at every start. */
    private static final int SHARDING_REQUIRED = 4_011;

    static final String WRONG_TOKEN =
            "Discord refuses the token: copy the bot's token anew (Developer Portal, Bot, Reset Token)"
                    + " into fronts.discord.token or BELLWETHER_DISCORD_TOKEN and restart.";

    private CloseCodes() {}

    /** What to do; empty if connecting anew is all there is to do. */
    static Optional<String> sentence(int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 4_004 -> WRONG_TOKEN;
                    case 4_010 -> "Discord refuses the shard that was announced (4010): update Bellwether and restart.";
                    case 4_012 ->
                        "Discord no longer speaks this version of its gateway (4012): update Bellwether and restart.";
                    case 4_013 ->
                        "Discord refuses the intents that were asked for (4013): update Bellwether and restart.";
                    case 4_014 ->
                        "Discord does not allow the intents that were asked for (4014): switch Message Content on (Developer"
                                + " Portal, Bot, Privileged Gateway Intents), or take fronts.discord.message-content out,"
                                + " and restart.";
                    default -> null;
                });
    }

    static String lost(int code) {
        return code == SHARDING_REQUIRED
                ? "Discord wants more shards; connecting anew"
                : "the connection was closed (" + code + ")";
    }
}
