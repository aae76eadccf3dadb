package dev.bellwether.command;

import dev.bellwether.fact.DurationText;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.FollowedLists;
import dev.bellwether.watch.Topic;
import dev.bellwether.watch.Wanted;
import dev.bellwether.watch.Wishes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /unsubscribe [what|all] [symbol ...] [watchlist] [pause] [here]}: ends subscriptions, or silences them for a time after which
 * they come back by themselves.
 */
public final class UnsubscribeCommand implements Command {
    private static final String ALL = "all";

    /** A pause is picked rather than typed: on a phone it is a menu. */
    private static final List<String> PAUSES = List.of("1h", "4h", "1d", "3d", "7d", "30d");

    /** What people put before a pause. It is a ticker too, but nobody pauses just that one. */
    private static final String FOR = "for";

    private static final CommandSpec SPEC = new CommandSpec(
            "unsubscribe",
            Line.say("subscribe.end.summary"),
            List.of(
                    new Parameter(
                            "what",
                            Line.say("subscribe.end.what"),
                            new Parameter.Choice(Stream.concat(SubscriptionWords.KINDS.stream(), Stream.of(ALL))
                                    .toList()),
                            0,
                            1),
                    new Parameter("symbol", Line.say("subscribe.end.symbol"), new Parameter.Symbol(), 0, 10),
                    new Parameter(
                            SubscriptionWords.WATCHLIST,
                            Line.say("subscribe.end.list"),
                            new Parameter.Choice(List.of(SubscriptionWords.WATCHLIST)),
                            0,
                            1),
                    new Parameter("pause", Line.say("subscribe.pause"), new Parameter.Choice(PAUSES), 0, 1),
                    SubscriptionPlace.PARAMETER),
            List.of("/unsubscribe breakouts BABA", "/unsubscribe news 1d", "/unsubscribe all"),
            Answer.Reach.ASKER);

    private final Wishes wishes;
    private final InstantSource delivery;

    /** @param delivery the clock by which messages are sent, and so by which a pause ends */
    public UnsubscribeCommand(Wishes wishes, InstantSource delivery) {
        this.wishes = wishes;
        this.delivery = delivery;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        SubscriptionPlace place = SubscriptionPlace.of(ask, arguments);
        Wanted wanted = wishes.of(place.chat(), delivery.instant());
        Optional<Topic.Kind> kind = Topic.Kind.of(arguments.word("what"));
        if (!arguments.word(SubscriptionWords.WATCHLIST).isEmpty()) {
            return unfollow(ask, kinds(kind), place, wanted);
        }
        List<Target> targets = targets(arguments);
        List<String> unknown = unknown(arguments);
        if (arguments.word("what").isEmpty() && targets.isEmpty() && unknown.isEmpty()) {
            throw new Misused(Line.say("subscribe.end.which", Line.empty().code("/unsubscribe " + ALL)));
        }
        List<Topic> topics = kinds(kind).stream()
                .flatMap(each -> topics(each, targets, unknown))
                .filter(topic -> kind.isPresent() || wanted.tells(topic))
                .toList();
        return arguments.word("pause").isEmpty()
                ? end(ask, topics, place)
                : snooze(ask, topics, arguments.word("pause"), place);
    }

    private static List<Topic.Kind> kinds(Optional<Topic.Kind> kind) {
        return kind.map(List::of).orElse(Arrays.asList(Topic.Kind.values()));
    }

    private static Stream<Topic> topics(Topic.Kind kind, List<Target> targets, List<String> unknown) {
        return targets.isEmpty() && unknown.isEmpty()
                ? Stream.of(new Topic(kind, null))
                : Stream.concat(
                                targets.stream().map(target -> Topic.of(kind, target.instrument(), target.listing())),
                                unknown.stream().map(symbol -> new Topic(kind, symbol)))
                        .distinct();
    }

    private static List<Target> targets(Arguments arguments) {
        boolean pause = !arguments.word("pause").isEmpty();
        return arguments.targets("symbol").stream()
                .filter(target -> !pause || !target.typed().equalsIgnoreCase(FOR))
                .toList();
    }

    /** What the operator took out of the configuration can still be ended, so unknown symbols are taken as typed. */
    private static List<String> unknown(Arguments arguments) {
        boolean pause = !arguments.word("pause").isEmpty();
        return arguments.unknown().stream()
                .filter(typed -> !pause || !typed.equalsIgnoreCase(FOR))
                .map(Typed::shown)
                .toList();
    }

    private Answer end(Ask ask, List<Topic> topics, SubscriptionPlace place) {
        List<Topic> ended = wishes.end(place.chat(), topics, ask.at());
        return ended.isEmpty()
                ? nothing(ask, topics, place)
                : changed(ask, place, Line.say("subscribe.ended", SubscriptionWords.topics(ended)));
    }

    private Answer snooze(Ask ask, List<Topic> topics, String pause, SubscriptionPlace place) {
        Instant until = delivery.instant().plus(DurationText.parse(pause).orElseThrow());
        List<Topic> told = wishes.snooze(place.chat(), topics, until, delivery.instant());
        return told.isEmpty()
                ? nothing(ask, topics, place)
                : changed(
                        ask,
                        place,
                        Line.say("subscribe.snoozed", SubscriptionWords.topics(told), new Value.Moment(until)));
    }

    private Answer unfollow(Ask ask, List<Topic.Kind> kinds, SubscriptionPlace place, Wanted wanted) {
        List<Line> ended = wanted.lists().stream()
                .filter(list -> kinds.contains(list.kind()) && isMeant(list, ask.chat(), place, wanted))
                .filter(wishes::unfollow)
                .map(list -> SubscriptionWords.list(list.kind()))
                .toList();
        return changed(
                ask,
                place,
                ended.isEmpty()
                        ? Line.say("subscribe.list.none")
                        : Line.say("subscribe.ended", Line.joined("value.comma", ended)));
    }

    /** Of several lists, one from each group, the one of the chat that is asked in; in private all of them. */
    private static boolean isMeant(FollowedLists.Followed list, ChatId asked, SubscriptionPlace place, Wanted wanted) {
        return asked.equals(place.chat())
                || list.list().equals(asked)
                || wanted.lists().stream().noneMatch(other -> other.list().equals(asked));
    }

    private Answer nothing(Ask ask, List<Topic> topics, SubscriptionPlace place) {
        return changed(
                ask,
                place,
                topics.isEmpty()
                        ? Line.say("subscribe.ended.nothing")
                        : Line.say("subscribe.ended.none", SubscriptionWords.topics(topics)));
    }

    private Answer changed(Ask ask, SubscriptionPlace place, Line sentence) {
        return SubscriptionCards.changed(ask, wishes.of(place.chat(), delivery.instant()), place, List.of(sentence));
    }
}
