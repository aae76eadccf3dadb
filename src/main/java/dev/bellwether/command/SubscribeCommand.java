package dev.bellwether.command;

import dev.bellwether.market.Markets;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.FollowedLists;
import dev.bellwether.watch.Topic;
import dev.bellwether.watch.Wishes;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /subscribe breakouts|targets|news|earnings [symbol ...] [watchlist] [here]}: who asks is told from now on, in private where the
 * front can do that; with {@code here}, which managers may say, the chat is told.
 */
public final class SubscribeCommand implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "subscribe",
            Line.say("subscribe.summary"),
            List.of(
                    new Parameter(
                            "what", Line.say("subscribe.what"), new Parameter.Choice(SubscriptionWords.KINDS), 1, 1),
                    new Parameter("symbol", Line.say("subscribe.symbol"), new Parameter.Symbol(), 0, 10),
                    new Parameter(
                            SubscriptionWords.WATCHLIST,
                            Line.say("subscribe.list"),
                            new Parameter.Choice(List.of(SubscriptionWords.WATCHLIST)),
                            0,
                            1),
                    SubscriptionPlace.PARAMETER),
            List.of("/subscribe breakouts BABA", "/subscribe targets", "/subscribe news watchlist"),
            Answer.Reach.ASKER);

    private final Wishes wishes;
    private final Markets markets;
    private final Symbols symbols;

    /** @param markets tell which symbols that the group does not follow exist */
    public SubscribeCommand(Wishes wishes, Markets markets, Symbols symbols) {
        this.wishes = wishes;
        this.markets = markets;
        this.symbols = symbols;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        Topic.Kind kind = Topic.Kind.of(arguments.word("what")).orElseThrow();
        List<Target> targets = arguments.targets("symbol");
        boolean list = !arguments.word(SubscriptionWords.WATCHLIST).isEmpty();
        if (!arguments.unknown().isEmpty()) {
            throw new Misused(UnknownSymbol.say(arguments.unknown().getFirst(), symbols));
        }
        if (list && !targets.isEmpty()) {
            throw new Misused(Line.say("subscribe.either", Line.empty().code(SubscriptionWords.WATCHLIST)));
        }
        SubscriptionPlace place = SubscriptionPlace.of(ask, arguments);
        if (list && !place.ends().isEmpty()) {
            throw new Misused(Line.say("subscribe.list.own"));
        }
        refuseUnknown(kind, targets, ask);
        if (!wishes.hasRoom(place.chat(), Math.max(1, targets.size()), ask.at())) {
            throw new Misused(
                    Line.say("subscribe.full", Wishes.MOST, Line.empty().code("/subscriptions")));
        }
        return list ? follow(ask, kind, place) : add(ask, topics(kind, targets), place);
    }

    /** The press is read for the instruments that are followed; prices there are of others too. */
    private void refuseUnknown(Topic.Kind kind, List<Target> targets, Ask ask) {
        for (Target target : targets) {
            if (kind != Topic.Kind.BREAKOUTS && !target.configured()) {
                throw new Misused(
                        Line.say("subscribe.unfollowed", target.listing().symbol()));
            }
        }
        Tickers.refuseUnknown(targets, markets, symbols, ask.at());
    }

    static List<Topic> topics(Topic.Kind kind, List<Target> targets) {
        return targets.isEmpty()
                ? List.of(new Topic(kind, null))
                : targets.stream()
                        .map(target -> Topic.of(kind, target.instrument(), target.listing()))
                        .distinct()
                        .toList();
    }

    private Answer add(Ask ask, List<Topic> topics, SubscriptionPlace place) {
        List<Topic> added = new ArrayList<>();
        List<Topic> known = new ArrayList<>();
        topics.forEach(topic -> (wishes.add(place.chat(), topic, ask.at()) ? added : known).add(topic));
        return SubscriptionCards.changed(
                ask,
                wishes.of(place.chat(), ask.at()),
                place,
                List.of(
                        said(added, Line.say("subscribe.added", SubscriptionWords.topics(added))),
                        said(known, Line.say("subscribe.already", SubscriptionWords.topics(known))),
                        place.said()));
    }

    private static Line said(List<Topic> topics, Line sentence) {
        return topics.isEmpty() ? Line.empty() : sentence;
    }

    private Answer follow(Ask ask, Topic.Kind kind, SubscriptionPlace place) {
        boolean added =
                wishes.follow(new FollowedLists.Followed(place.chat(), ask.chat(), ask.member(), kind), ask.at());
        Line list = SubscriptionWords.list(kind);
        return SubscriptionCards.changed(
                ask,
                wishes.of(place.chat(), ask.at()),
                place,
                List.of(
                        added ? Line.say("subscribe.added", list) : Line.say("subscribe.already", list),
                        Line.say("subscribe.list.follows", Line.empty().code("/watch list")),
                        place.said()));
    }
}
