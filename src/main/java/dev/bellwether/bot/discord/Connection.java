package dev.bellwether.bot.discord;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of JDA with all that it runs on, so that closing it leaves nothing behind. */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** Close waits so long for JDA to say goodbye. */
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    /** Seconds; JDA's own growing pauses when a session was lost end here. */
    private static final int LONGEST_PAUSE = 300;

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("discord-timer-", 0).factory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false) // one call, one request: a repeat could write a message twice
            .connectTimeout(CONNECT)
            .readTimeout(ANSWER)
            .writeTimeout(ANSWER)
            .dispatcher(dispatcher(workers))
            .build();
    private final ShardQueue queue;
    private @Nullable ShardManager shards;

    private Connection(ShardQueue queue) {
        this.queue = queue;
    }

    private static Dispatcher dispatcher(ExecutorService workers) {
        Dispatcher dispatcher = new Dispatcher(workers);
        dispatcher.setMaxRequestsPerHost(50);
        return dispatcher;
    }

    /**
     * Logs in. Blocks.
     *
     * @param listeners hear JDA's events
     * @throws RuntimeException if Discord can't be reached or refuses the token; nothing is left running then
     */
    static Connection open(DiscordSettings settings, ShardQueue queue, List<Object> listeners) {
        Connection connection = new Connection(queue);
        try {
            connection.shards = connection.builder(settings, listeners).build();
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private DefaultShardManagerBuilder builder(DiscordSettings settings, List<Object> listeners) {
        return DefaultShardManagerBuilder.createLight(settings.token(), intents(settings))
                .setMemberCachePolicy(MemberCachePolicy.NONE)
                .setRestConfig(new RestConfig().setBaseUrl(settings.restBase()))
                .setSessionController(queue)
                .setHttpClient(http)
                .setRequestTimeoutRetry(false)
                .setMaxReconnectDelay(LONGEST_PAUSE)
                .setEnableShutdownHook(false)
                .setRateLimitScheduler(scheduler, false)
                .setRateLimitElastic(workers, false)
                .setGatewayPool(scheduler, false)
                .setCallbackPool(workers, false)
                .setThreadFactory(
                        Thread.ofPlatform().daemon().name("discord-", 0).factory())
                .addEventListeners(listeners);
    }

    /** None is needed for commands; those for messages are asked for only where they are allowed, or Discord closes the door. */
    private static List<GatewayIntent> intents(DiscordSettings settings) {
        return settings.messages() ? List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT) : List.of();
    }

    /** All shards that run. */
    List<JDA> shards() {
        ShardManager running = shards;
        return running == null ? List.of() : running.getShards();
    }

    /** The shard whose buckets know the channel; any one for a channel in no server. */
    @Nullable
    JDA shardOf(String channel) {
        List<JDA> all = shards();
        return all.stream()
                .filter(shard -> shard.getGuildChannelById(channel) != null)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(null);
    }

    @Override
    public void close() {
        queue.close();
        ShardManager running = shards;
        if (running != null) {
            List<JDA> all = List.copyOf(running.getShards());
            running.shutdown();
            all.forEach(Connection::awaitEnd);
            all.forEach(JDA::shutdownNow);
        }
        scheduler.shutdownNow();
        workers.shutdownNow();
        http.connectionPool().evictAll();
    }

    private static void awaitEnd(JDA shard) {
        try {
            boolean gone = shard.awaitShutdown(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("Shard {} ended by itself: {}", shard.getShardInfo().getShardId(), gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
