package dev.bellwether.bot.discord;

import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * The least that a bot on JDA can do: answers a slash command with the text of its option {@code text}. What a command of the real bot
 * takes longer than this is the bot's own.
 */
public final class EchoBot extends ListenerAdapter implements AutoCloseable {
    private final ShardManager shards;

    /** Connects, and blocks until it is logged in. */
    public EchoBot(FakeDiscord discord) {
        shards = DefaultShardManagerBuilder.createLight(FakeDiscord.TOKEN, List.of())
                .setRestConfig(new RestConfig().setBaseUrl(discord.restAddress().toString()))
                .setSessionController(new ConcurrentSessionController())
                .setEnableShutdownHook(false)
                .addEventListeners(this)
                .build();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        event.reply(Objects.requireNonNull(event.getOption("text")).getAsString())
                .queue();
    }

    @Override
    public void close() {
        shards.shutdown();
    }
}
