package dev.bellwether.news.chat;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Transactions;
import dev.bellwether.net.SafeAddress;
import dev.bellwether.news.chat.ChatFeeds.Failing;
import dev.bellwether.news.chat.ChatFeeds.Untold;
import dev.bellwether.talk.Age;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import dev.bellwether.talk.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells chats what is new in the feeds they follow, and that a feed has failed for a day.
 *
 * <p>A feed's place and the notice are written in one transaction, the place first and only if it is where it was: a crash leaves
 * both or none, and of two processes that tell the same one does. What the filter holds back only moves the place.
 */
public final class ChatFeedTeller {
    private static final Logger LOG = LoggerFactory.getLogger(ChatFeedTeller.class);

    private static final int FEEDS_AT_ONCE = 500;
    private static final int ITEMS_AT_ONCE = 50;
    private static final int ITEMS_ON_A_CARD = 10;
    private static final int LONGEST_LEAD = 300;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final ChatFeeds feeds;
    private final Post post;
    private final Transactions transactions;
    private final InstantSource clock;
    private final InstantSource sending;

    /**
     * @param clock by which feeds are polled
     * @param sending by which notices expire; the same but in sample mode
     */
    public ChatFeedTeller(
            ChatFeeds feeds, Post post, Transactions transactions, InstantSource clock, InstantSource sending) {
        this.feeds = feeds;
        this.post = post;
        this.transactions = transactions;
        this.clock = clock;
        this.sending = sending;
    }

    /** Tells what there is to tell now. What goes wrong with one feed is told the next time and holds up no other. */
    public void tick() {
        feeds.settle();
        feeds.untold(FEEDS_AT_ONCE, ITEMS_AT_ONCE).forEach(this::tell);
        feeds.recover();
        feeds.failing(clock.instant().minus(A_DAY), FEEDS_AT_ONCE).forEach(this::report);
    }

    private void tell(Untold untold) {
        try {
            List<Article> wanted = wanted(untold);
            transactions.inOne(() -> feeds.told(untold) && post(untold, wanted));
        } catch (RuntimeException e) {
            LOG.error("{} could not be told of {}", untold.feed().chat(), shown(untold.feed()), e);
        }
    }

    /**
     * Newest first. What was published long before it was seen is old, such as items that were forgotten and stand in the feed
     * still. A filter that an earlier version let in and this one can't read lets everything through.
     */
    public static List<Article> wanted(Untold untold) {
        ItemFilter filter;
        try {
            filter = ItemFilter.parse(untold.feed().filter());
        } catch (BadFilter e) {
            LOG.warn(
                    "The filter of {} in {} can't be read",
                    shown(untold.feed()),
                    untold.feed().chat(),
                    e);
            filter = ItemFilter.everything();
        }
        Instant oldest = untold.feed().added().minus(A_DAY);
        return untold.items().stream()
                .filter(filter::wants)
                .filter(item -> item.when().isAfter(oldest))
                .filter(item -> item.when().isAfter(item.seen().minus(A_MONTH)))
                .toList()
                .reversed();
    }

    private boolean post(Untold untold, List<Article> wanted) {
        for (int from = 0; from < wanted.size(); from += ITEMS_ON_A_CARD) {
            List<Article> page = wanted.subList(from, Math.min(wanted.size(), from + ITEMS_ON_A_CARD));
            Card card = page.size() == 1 ? one(untold.feed(), page.getFirst()) : several(untold.feed(), page);
            String key = "feed:" + key(untold.feed()) + ":" + untold.next() + ":" + from / ITEMS_ON_A_CARD;
            post.post(notice(key, card, untold.feed()));
        }
        return true;
    }

    private Notice notice(String key, Card card, ChatFeed feed) {
        Instant expires = sending.instant().plus(A_DAY);
        return new Notice(key, card, Audience.chat(feed.chat()), Lane.ALERT, expires);
    }

    /** Short whatever chat and address are, and the same for ever. */
    private static String key(ChatFeed feed) {
        return ShortName.of(feed.chat() + " " + feed.address());
    }

    private Card one(ChatFeed feed, Article item) {
        Card.Builder card = Card.titled(name(feed, item), clock.instant()).paragraph(line(item));
        String lead = item.text().lines().findFirst().orElse("");
        if (!lead.isBlank() && !lead.equals(item.title())) {
            card.paragraph(lead.length() > LONGEST_LEAD ? lead.substring(0, LONGEST_LEAD) + "…" : lead);
        }
        return card.source(source(item)).build();
    }

    private Card several(ChatFeed feed, List<Article> items) {
        Card.Builder card =
                Card.titled(Line.count("feeds.new", items.size(), name(feed, items.getFirst())), clock.instant());
        items.forEach(item -> card.paragraph(line(item)).source(source(item)));
        return card.build();
    }

    /** Headline with its link, outlet and age. */
    private Line line(Article item) {
        return line(item, clock.instant());
    }

    /** An item on one line: headline with its link, outlet and age at a moment. */
    public static Line line(Article item, Instant at) {
        Line headline =
                item.link() == null ? Line.of(item.title()) : Line.empty().link(item.title(), item.link());
        Line age = Age.ago(Duration.between(item.when(), at));
        return headline.text(" ").emphasis(Line.say("feeds.by", item.publisher(), age));
    }

    private static Provenance source(Article item) {
        return new Provenance(item.publisher(), item.when(), Duration.ZERO, item.link(), false);
    }

    private static String name(ChatFeed feed, Article item) {
        return feed.title() == null ? item.publisher() : feed.title();
    }

    private void report(Failing failing) {
        ChatFeed feed = failing.feed();
        Instant now = clock.instant();
        try {
            transactions.inOne(() -> feeds.report(feed, now)
                    && post.post(notice("feed-failing:" + key(feed) + ":" + now.toEpochMilli(), card(failing), feed)));
        } catch (RuntimeException e) {
            LOG.error("{} could not be told that {} fails", feed.chat(), shown(feed), e);
        }
    }

    private Card card(Failing failing) {
        ChatFeed feed = failing.feed();
        Instant since = failing.succeeded() == null ? feed.added() : failing.succeeded();
        Line age = Age.of(Duration.between(since, clock.instant()));
        String name = feed.title() == null ? shown(feed) : feed.title();
        Line problem = failing.problem() == null ? Line.say("feed.unreadable") : failing.problem();
        Line command = Line.empty().code("/feeds remove " + shown(feed));
        return Card.titled(Line.say("feeds.failing.title", name), clock.instant())
                .tone(Tone.NOTICE)
                .paragraph(Line.say("feeds.failing", shown(feed), age, problem))
                .paragraph(Line.say("feeds.failing.added", feed.addedBy(), command))
                .build();
    }

    private static String shown(ChatFeed feed) {
        return SafeAddress.of(feed.address());
    }
}
