package dev.bellwether.bot.discord;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to the connection and to the servers the bot is in. JDA's threads only start others here. */
final class Sessions extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Life life;
    private final GuildBook guilds;
    private final Runnable ready;
    private final IntConsumer ended;
    private final Set<Integer> down = ConcurrentHashMap.newKeySet();

    /**
     * @param ready called when all shards are connected for the first time
     * @param ended called with the close code when a shard will not connect again
     */
    Sessions(Life life, GuildBook guilds, Runnable ready, IntConsumer ended) {
        this.life = life;
        this.guilds = guilds;
        this.ready = ready;
        this.ended = ended;
    }

    @Override
    public void onReady(ReadyEvent event) {
        up(event.getJDA());
        if (allConnected(event.getJDA())) {
            aside(ready);
            List<String> present = present(event.getJDA());
            aside(() -> guilds.present(present));
        }
    }

    private static boolean allConnected(JDA jda) {
        ShardManager shards = jda.getShardManager();
        return shards == null
                || shards.getShardsTotal() <= 1
                || (shards.getShards().size() == shards.getShardsTotal()
                        && shards.getShards().stream().allMatch(shard -> isUp(shard, jda)));
    }

    /** The one that just got ready does not call itself connected yet. */
    private static boolean isUp(JDA shard, JDA ready) {
        return shard.equals(ready) || shard.getStatus() == JDA.Status.CONNECTED;
    }

    /** Also those that are out of order at the moment: the bot is still in them. */
    private static List<String> present(JDA jda) {
        ShardManager shards = jda.getShardManager();
        List<JDA> all = shards == null ? List.of(jda) : shards.getShards();
        return all.stream()
                .flatMap(shard -> Stream.concat(
                        shard.getGuildCache().stream().map(guild -> guild.getId()),
                        shard.getUnavailableGuilds().stream()))
                .toList();
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        up(event.getJDA());
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        up(event.getJDA());
    }

    private void up(JDA jda) {
        down.remove(jda.getShardInfo().getShardId());
        if (down.isEmpty()) {
            life.up(jda.getSelfUser().getName());
        }
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        down.add(event.getJDA().getShardInfo().getShardId());
        int code = event.getServiceCloseFrame() == null
                ? 1_006
                : event.getServiceCloseFrame().getCloseCode();
        life.lost(CloseCodes.lost(code), null);
        if (CloseCodes.sentence(code).isPresent()) {
            aside(() -> ended.accept(code)); // JDA does not know all of them and would try for ever
        }
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        int code = event.getCode();
        aside(() -> ended.accept(code));
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        String guild = event.getGuild().getId();
        aside(() -> guilds.left(guild, "put out of the server"));
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        String guild = event.getGuild().getId();
        aside(() -> guilds.joined(guild));
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        String guild = event.getGuild().getId();
        aside(() -> guilds.joined(guild));
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        if (event.isFromGuild()) {
            String guild = event.getGuild().getId();
            String channel = event.getChannel().getId();
            aside(() -> guilds.closed(guild, channel));
        }
    }

    private static void aside(Runnable work) {
        Thread.ofVirtual().name("discord-event").start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("An event of Discord could not be dealt with", e);
            }
        });
    }
}
