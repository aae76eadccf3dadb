package dev.bellwether.digest;

import dev.bellwether.analyst.BookedStories;
import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.Explainer;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.PressClaims;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.market.Markets;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.news.chat.ChatFeeds;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.alert.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * All that digests are made of.
 *
 * @param following which instruments there are
 * @param watchlists the members' lists
 * @param alerts the alert with an id
 * @param feeds what chats follow for their digests alone
 * @param troubles what is wrong with the feeds, a sentence each
 */
public record DigestSources(
        Following following,
        Watchlists watchlists,
        Markets markets,
        SeenFacts seen,
        LongFunction<Optional<Alert>> alerts,
        Ledger ledger,
        BookedStories stories,
        EarningsDays earnings,
        Explainer explainer,
        PressClaims claims,
        TradingCalendars calendars,
        FollowedNews feeds,
        Supplier<List<Line>> troubles) {
    /** The most instruments that one digest looks at. */
    static final int MOST = 50;

    /** What the feeds of chats bring. Safe for threads. */
    @FunctionalInterface
    public interface FollowedNews {
        /** As {@link ChatFeeds#forDigest}. */
        List<ChatFeeds.Untold> of(ChatId chat, Instant after, Instant until, int items);
    }

    /** The instruments that a digest of a chat is about, each listing once; symbols that mean nothing any more are left out. */
    List<Followed> followed(ChatId chat, What what) {
        List<Followed> named = switch (what) {
            case What.Named(List<String> symbols) -> found(symbols);
            case What.Watched _ -> found(watchlists.ofChat(chat));
            case What.Favourites _ -> List.of();
        };
        return (named.isEmpty() ? following.favourites() : named)
                .stream().distinct().limit(MOST).toList();
    }

    /** Behind a dollar sign a word is a symbol, whatever else it means. */
    private List<Followed> found(List<String> symbols) {
        return symbols.stream()
                .map(symbol -> following.find("$" + symbol))
                .flatMap(Optional::stream)
                .toList();
    }
}
