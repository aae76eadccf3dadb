package dev.bellwether.command;

import dev.bellwether.net.SafeAddress;
import dev.bellwether.news.chat.ChatFeed;
import dev.bellwether.news.chat.ChatFeeds;
import dev.bellwether.news.chat.FeedFinder;
import dev.bellwether.news.chat.Opml;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * {@code /feeds [add|remove|list|test|import|export] [...]}: the feeds that this chat follows for itself. Anybody may look; who manages the
 * chat changes them.
 */
public final class FeedsCommand implements Command {
    /** As much as a list of some hundred feeds. */
    private static final int LONGEST = 60_000;

    private static final CommandSpec SPEC = new CommandSpec(
            "feeds",
            Line.say("feeds.summary"),
            List.of(
                    new Parameter(
                            "what",
                            Line.say("feeds.what"),
                            new Parameter.Choice(List.of("list", "add", "remove", "test", "import", "export")),
                            0,
                            1),
                    new Parameter("feed", Line.say("feeds.feed"), new Parameter.Rest(LONGEST), 0, 1)),
            List.of("/feeds", "/feeds list"));

    private final ChatFeeds feeds;
    private final FeedFinder finder;
    private final int most;

    /** @param most how many feeds a chat may follow */
    public FeedsCommand(ChatFeeds feeds, FeedFinder finder, int most) {
        this.feeds = feeds;
        this.finder = finder;
        this.most = most;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String what = arguments.word("what");
        String typed = arguments.word("feed").strip();
        if (what.isEmpty() || what.equals("list")) {
            return Answer.of(FeedsCards.list(ask, feeds, most));
        }
        if (!ask.manager()) {
            return Refusal.of(ask, FeedsCards.TITLE, Line.say("feeds.manager"));
        }
        return switch (what) {
            case "add" -> add(ask, FeedOptions.read(typed));
            case "remove" -> remove(ask, typed);
            case "test" -> test(ask, FeedOptions.read(typed));
            case "import" -> imported(ask, typed);
            default -> exported(ask);
        };
    }

    private Answer add(Ask ask, FeedOptions options) {
        List<ChatFeed> now = feeds.of(ask.chat());
        if (now.size() >= most && !follows(now, options.address())) {
            return full(ask);
        }
        return switch (finder.find(options.address(), ask.at())) {
            case FeedFinder.NotFound(Line why) -> notFound(ask, options.address(), why);
            case FeedFinder.Found found -> {
                ChatFeed feed = new ChatFeed(
                        ask.chat(),
                        found.address(),
                        found.title(),
                        options.filter().text(),
                        options.delivery(),
                        options.language(),
                        ask.member(),
                        ask.at());
                yield switch (feeds.add(feed, most)) {
                    case FULL -> full(ask);
                    case NEW -> Answer.of(FeedsCards.followed(ask, feed, found, Line.say("feeds.added")));
                    case CHANGED -> Answer.of(FeedsCards.followed(ask, feed, found, Line.say("feeds.changed")));
                };
            }
        };
    }

    private static boolean follows(List<ChatFeed> now, URI address) {
        return now.stream().anyMatch(feed -> feed.address().equals(address));
    }

    private Answer full(Ask ask) {
        return Refusal.of(
                ask, FeedsCards.TITLE, Line.say("feeds.full", most, Line.empty().code("/feeds remove")));
    }

    private static Answer notFound(Ask ask, URI address, Line why) {
        return Refusal.of(ask, FeedsCards.TITLE, Line.say("feeds.not-found", SafeAddress.of(address), why));
    }

    private Answer test(Ask ask, FeedOptions options) {
        return switch (finder.find(options.address(), ask.at())) {
            case FeedFinder.NotFound(Line why) -> notFound(ask, options.address(), why);
            case FeedFinder.Found found -> Answer.of(FeedsCards.tested(ask, options, found));
        };
    }

    /** By its number on the list, its address, or its address as it is shown. */
    private Answer remove(Ask ask, String typed) {
        List<ChatFeed> now = feeds.of(ask.chat());
        Optional<ChatFeed> feed = typed.matches("\\d{1,4}")
                ? now.stream().skip(Math.max(0, Integer.parseInt(typed) - 1L)).findFirst()
                : named(now, typed);
        if (typed.isEmpty() || typed.matches("0+") || feed.isEmpty()) {
            throw new Misused(
                    typed.isEmpty()
                            ? Line.say("feeds.needs-number")
                            : Line.say("feeds.unknown", Typed.shown(typed), now.size()));
        }
        boolean removed = feeds.remove(ask.chat(), feed.get().address());
        Line name = FeedsCards.name(feed.get());
        return Answer.of(Card.titled(FeedsCards.TITLE, ask.at())
                .paragraph(removed ? Line.say("feeds.removed", name) : Line.say("feeds.gone", name))
                .build());
    }

    private static Optional<ChatFeed> named(List<ChatFeed> now, String typed) {
        Optional<URI> address = FeedFinder.address(typed);
        return now.stream()
                .filter(feed -> address.filter(feed.address()::equals).isPresent()
                        || SafeAddress.of(feed.address()).equals(typed))
                .findFirst();
    }

    private Answer imported(Ask ask, String typed) {
        if (typed.isEmpty()) {
            throw new Misused(Line.say("feeds.import.needs"));
        }
        List<Opml.Outline> outlines = Opml.read(typed);
        if (!outlines.isEmpty()) {
            return imported(ask, outlines);
        }
        Optional<URI> link = FeedFinder.address(typed);
        if (link.isEmpty()) {
            throw new Misused(Line.say("feeds.import.none"));
        }
        return switch (finder.list(link.get())) {
            case FeedFinder.NotFound(Line why) -> notFound(ask, link.get(), why);
            case FeedFinder.Listed(List<Opml.Outline> listed) -> imported(ask, listed);
        };
    }

    private Answer imported(Ask ask, List<Opml.Outline> outlines) {
        List<ChatFeed> now = feeds.of(ask.chat());
        int added = 0;
        int known = 0;
        int left = 0;
        for (Opml.Outline outline : outlines) {
            if (follows(now, outline.address())) {
                known++;
            } else if (feeds.add(plain(ask, outline), most) == ChatFeeds.Added.FULL) {
                left++;
            } else {
                added++;
            }
        }
        return Answer.of(FeedsCards.imported(ask, added, known, left, most));
    }

    private static ChatFeed plain(Ask ask, Opml.Outline outline) {
        ChatId chat = ask.chat();
        return new ChatFeed(
                chat, outline.address(), outline.title(), "", ChatFeed.Delivery.NOW, null, ask.member(), ask.at());
    }

    private Answer exported(Ask ask) {
        List<ChatFeed> now = feeds.of(ask.chat());
        if (now.isEmpty()) {
            return Answer.of(FeedsCards.list(ask, feeds, most));
        }
        return Answer.of(Card.titled(FeedsCards.TITLE, ask.at())
                .paragraph(Line.count("feeds.exported", now.size()))
                .block(new Block.Document("bellwether-feeds.opml", "text/x-opml", Opml.write("Bellwether", now)))
                .build());
    }
}
