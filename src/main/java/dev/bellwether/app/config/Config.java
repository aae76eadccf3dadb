package dev.bellwether.app.config;

import dev.bellwether.fact.Instruments;
import dev.bellwether.market.calendar.Closure;
import dev.bellwether.net.CidrRange;
import dev.bellwether.news.Feed;
import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.level.BreakRules;
import dev.bellwether.watch.run.WatchSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings, checked. See {@code config/bellwether.yaml} for what each means.
 *
 * @param file where they were read from; null if there is no file and all are defaults
 * @param data folder for everything the bot keeps; absolute
 * @param mode never {@link Mode#AUTO}: decided when the settings were read
 * @param store the database
 * @param fronts how people reach the bot
 * @param net what the HTTP client may do
 * @param prices where prices come from
 * @param feeds the feeds to follow; in sample mode the bundled ones
 * @param instruments the instruments the group follows
 * @param favourites symbols that become commands of their own, such as {@code /baba}
 * @param limits how much may be asked at once
 * @param closures of exchanges, which no calendar could know
 * @param digests the reports at set times
 * @param breakouts when a level counts as broken for good
 */
public record Config(
        @Nullable Path file,
        Path data,
        Mode mode,
        StoreConfig store,
        Fronts fronts,
        Net net,
        Prices prices,
        List<Feed> feeds,
        Instruments instruments,
        List<String> favourites,
        Limits limits,
        List<Closure> closures,
        Digests digests,
        Breakouts breakouts) {

    /**
     * The same instruments and limits for a run apart from the running bot: without its database and without fronts to people.
     *
     * @param folder for what the run keeps
     */
    public Config apart(Path folder, Mode other, List<Feed> read) {
        Fronts alone = new Fronts(
                fronts.web(),
                new Telegram(
                        null, fronts.telegram().api(), null, fronts.telegram().messagesPerSecond()),
                new Discord(null, null, null, null, fronts.discord().messagesPerSecond(), false),
                null);
        return new Config(
                file,
                folder,
                other,
                new StoreConfig(null),
                alone,
                net,
                prices,
                read,
                instruments,
                favourites,
                limits,
                closures,
                digests,
                breakouts);
    }

    /**
     * When a level counts as broken for good.
     *
     * @param rules what confirms a break, and what undoes it
     * @param memberLevels how many levels a member may set in a chat
     */
    public record Breakouts(BreakRules rules, int memberLevels) {}

    /**
     * The database.
     *
     * @param url a JDBC address, which may hold a password; null for the SQLite file in the data folder
     */
    public record StoreConfig(@Nullable Secret url) {}

    /**
     * How people reach the bot.
     *
     * @param operator the chat in which the operator is told what can't be delivered; null for the log alone
     */
    public record Fronts(
            Web web,
            Telegram telegram,
            Discord discord,
            @Nullable ChatId operator) {}

    /** Address and port the web server listens on. */
    public record Web(String host, int port) {
        @Override
        public String toString() {
            return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
        }
    }

    /**
     * The Telegram front.
     *
     * @param token from BotFather; null leaves the front off
     * @param api address of the Bot API server
     * @param webhook where Telegram sends what happens; null if it is asked for (long polling)
     * @param messagesPerSecond how many the platform takes over all chats; 30 unless it allows this bot more
     */
    public record Telegram(
            @Nullable Secret token, URI api, @Nullable Webhook webhook, int messagesPerSecond) {}

    /**
     * Where Telegram sends what happens.
     *
     * @param url public address, which leads to {@code /telegram/<name>} of the web server
     * @param secret stands in a header of each call, so that nobody else's is taken for Telegram's
     */
    public record Webhook(URI url, Secret secret) {
        /** The last part of the address. */
        public String name() {
            return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        }
    }

    /**
     * The Discord front.
     *
     * @param token of the bot; null leaves the front off
     * @param rest address of the REST interface; null for Discord's own
     * @param gateway address of the gateway; null for the one Discord names
     * @param managerRole name or id of a role whose members manage the bot like those who manage the server; null for none
     * @param messagesPerSecond how many calls the platform takes over all; 50 unless it allows this bot more
     * @param messageContent whether the bot may read ordinary messages
     */
    public record Discord(
            @Nullable Secret token,
            @Nullable URI rest,
            @Nullable URI gateway,
            @Nullable String managerRole,
            int messagesPerSecond,
            boolean messageContent) {}

    /**
     * What the HTTP client may do.
     *
     * @param allow ranges (CIDR) that may be reached although they are private
     * @param timeout for a whole call, from the first byte sent to the last received
     * @param maxBytes of a page, counted after decompression
     */
    public record Net(List<CidrRange> allow, Duration timeout, int maxBytes) {}

    /**
     * Where prices come from.
     *
     * @param order names of the sources, the first asked first
     * @param csvFolder folder of {@code <SYMBOL>.csv} files; null if the source {@code csv} is not used
     * @param finnhub the key with which Finnhub answers; null if it is not used
     * @param watch how often sources are asked for prices that are watched
     */
    public record Prices(
            List<String> order,
            @Nullable Path csvFolder,
            @Nullable Secret finnhub,
            WatchSettings watch) {}

    /**
     * How much may be asked at once.
     *
     * @param quoteSymbols symbols in one {@code /quote}
     * @param newsItems items in one {@code /news}
     * @param watchedSymbols symbols on one watchlist
     * @param memberPerMinute questions of one person
     * @param chatPerMinute questions of all in one chat together
     * @param alertsPerMember alerts of one person on a front that are not done
     * @param alertsPerChat alerts in one chat that are not done, those of its members included
     * @param feedsPerChat feeds that a chat may follow
     */
    public record Limits(
            int quoteSymbols,
            int newsItems,
            int watchedSymbols,
            int memberPerMinute,
            int chatPerMinute,
            int alertsPerMember,
            int alertsPerChat,
            int feedsPerChat) {}

    /**
     * The reports at set times.
     *
     * @param late how late one may come after the bot was away; later it is left out
     * @param perChat how many one chat may have
     */
    public record Digests(Duration late, int perChat) {}
}
