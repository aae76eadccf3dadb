package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a level that was met, and to whom: one message when it is broken, one reply to that when the break is confirmed or has
 * failed. That a price is near is a fact, and pushed to nobody.
 *
 * <p>Levels that anybody can see go to those who subscribed to the instrument's breakouts; of its further listings to those who subscribed
 * to the listing by name. A member's level is told in the chat in which it was set.
 */
public final class BreakoutNotices {
    private static final String TOPIC = "breakouts";

    /** By the next session's end there is newer news. */
    private static final Duration WORTH = Duration.ofDays(1);

    /** A reply says how it ended, which stays true for longer. */
    private static final Duration REPLY_WORTH = Duration.ofDays(2);

    private final Function<String, Optional<Instrument>> instruments;
    private final MemberLevels members;
    private final BreakoutCards cards;

    /** @param instruments the instrument that has a listing, by the listing's symbol */
    public BreakoutNotices(Function<String, Optional<Instrument>> instruments, MemberLevels members, BreakRules rules) {
        this.instruments = instruments;
        this.members = members;
        this.cards = new BreakoutCards(rules);
    }

    /** The notice of a fact; empty if nobody is to be told. Its key is the fact's. */
    public Optional<Notice> of(Fact.LevelMet fact) {
        if (fact.stage() == Fact.LevelMet.Stage.NEAR) {
            return Optional.empty();
        }
        Optional<Long> number = Levels.memberLevel(fact.level());
        if (number.isEmpty()) {
            return Optional.of(notice(fact, cards.card(fact, null), topics(fact)));
        }
        return members.byId(number.get())
                .map(level -> notice(fact, cards.card(fact, level), Audience.chat(level.chat())));
    }

    private Audience topics(Fact.LevelMet fact) {
        boolean main = instruments
                .apply(fact.listing())
                .map(Instrument::primary)
                .map(Listing::symbol)
                .filter(primary -> !primary.equals(fact.listing()))
                .isEmpty();
        return new Audience.AnyTopic(
                main ? List.of(TOPIC + ":" + fact.symbol(), TOPIC) : List.of(TOPIC + ":" + fact.listing()));
    }

    private static Notice notice(Fact.LevelMet fact, Card card, Audience audience) {
        boolean broken = fact.stage() == Fact.LevelMet.Stage.BROKEN;
        Instant noticed = fact.at().plus(fact.late());
        Notice.@Nullable Follow follow = broken ? null : new Notice.Follow(fact.first(), false);
        return new Notice(fact.key(), card, audience, Lane.ALERT, noticed.plus(broken ? WORTH : REPLY_WORTH), follow);
    }
}
