package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.Wanted;
import dev.bellwether.watch.Wishes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code /subscriptions}: what the asker is told, and what the chat is told, each with a button that ends it. */
public final class SubscriptionsCommand implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "subscriptions",
            Line.say("subscribe.list.summary"),
            List.of(),
            List.of("/subscriptions"),
            Answer.Reach.ASKER);

    private final Wishes wishes;
    private final InstantSource delivery;

    /** @param delivery the clock by which messages are sent, and so by which a pause ends */
    public SubscriptionsCommand(Wishes wishes, InstantSource delivery) {
        this.wishes = wishes;
        this.delivery = delivery;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        Card.Builder card = Card.titled(SubscriptionWords.TITLE, ask.at());
        Optional<SubscriptionPlace> own = SubscriptionPlace.own(ask);
        own.ifPresent(place -> SubscriptionCards.section(
                card, Line.say("subscribe.list.yours"), "private", place, wanted(place), true));
        if (!SubscriptionPlace.isOwn(ask)) {
            SubscriptionPlace whole = SubscriptionPlace.whole(ask);
            SubscriptionCards.section(
                    card, Line.say("subscribe.list.chat"), "chat", whole, wanted(whole), ask.manager());
        }
        return Answer.privately(card.build());
    }

    private Wanted wanted(SubscriptionPlace place) {
        return wishes.of(place.chat(), delivery.instant());
    }
}
