package dev.bellwether.bot.discord;

import dev.bellwether.deliver.Delayer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets shards connect one after the other: one every five seconds in each of the lanes that Discord allows
 * ({@code max_concurrency}). A shard that can't reach the gateway tries again after growing pauses; JDA's own controllers would try
 * again at once, thousands of times a second.
 */
final class ShardQueue extends ConcurrentSessionController implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShardQueue.class);

    /** Discord allows one IDENTIFY in five seconds. */
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Delayer delayer;
    private final @Nullable URI gateway;
    private final GatewayTold told;
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private volatile int concurrency = 1;
    private volatile boolean closed;

    /** Hears of a gateway that can't be reached. */
    interface GatewayTold {
        void unreachable(String why, Duration nextTry);
    }

    /** @param gateway in place of the one that the REST API names; null for that one */
    ShardQueue(Delayer delayer, @Nullable URI gateway, GatewayTold told) {
        this.delayer = delayer;
        this.gateway = gateway;
        this.told = told;
    }

    @Override
    public void setConcurrency(int level) {
        concurrency = Math.max(1, level);
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        ShardedGateway named = super.getShardedGateway(api);
        return gateway == null
                ? named
                : new ShardedGateway(gateway.toString(), named.getShardTotal(), named.getConcurrency());
    }

    @Override
    public String getGateway() {
        return gateway == null ? super.getGateway() : gateway.toString();
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        if (closed) {
            return;
        }
        removeSession(node);
        lanes.computeIfAbsent(lane(node), number -> new Lane()).waiting.add(node);
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        Lane lane = lanes.get(lane(node));
        if (lane != null) {
            lane.waiting.removeIf(node::equals);
        }
    }

    private int lane(SessionConnectNode node) {
        return node.getShardInfo().getShardId() % concurrency;
    }

    @Override
    public void close() {
        closed = true;
        lanes.values().forEach(lane -> lane.thread.interrupt());
    }

    /** Shards that connect one after the other, on a virtual thread of their own. */
    private final class Lane {
        final BlockingQueue<SessionConnectNode> waiting = new LinkedBlockingQueue<>();
        final Thread thread = Thread.ofVirtual().name("discord-shards").start(this::run);

        private void run() {
            int failures = 0;
            try {
                while (!closed) {
                    SessionConnectNode node = waiting.take();
                    failures = connected(node) ? 0 : failures + 1;
                    delayer.sleep(failures == 0 ? BETWEEN : again(node, failures));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed
            }
        }

        private Duration again(SessionConnectNode node, int failures) {
            Duration pause = Pauses.after(failures);
            waiting.add(node);
            told.unreachable("the gateway can't be reached", pause);
            return pause;
        }

        private boolean connected(SessionConnectNode node) throws InterruptedException {
            try {
                node.run(waiting.isEmpty());
                return true;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn(
                            "Shard {} could not connect: {}",
                            node.getShardInfo().getShardId(),
                            e.toString());
                }
                return false;
            }
        }
    }
}
