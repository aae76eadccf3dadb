package dev.bellwether.command;

import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.level.MemberLevel;
import dev.bellwether.watch.level.MemberLevels;
import java.util.List;

/** Sets and removes the levels of members. */
final class LevelSetting {
    /** A price that many times higher or lower than the present one is a slip. */
    private static final double SLIP = 10;

    /** Two prices that differ by less are the same as people write them. */
    private static final double SAME = 1e-4;

    private final MemberLevels members;
    private final NamedLevels named;
    private final int most;

    LevelSetting(MemberLevels members, NamedLevels named, int most) {
        this.members = members;
        this.named = named;
        this.most = most;
    }

    /** @param now the listing's price */
    Answer add(Ask ask, Listing listing, double now, String typed) {
        LevelWord word = LevelWord.read(typed, listing);
        if (word.price() > now * SLIP || word.price() < now / SLIP) {
            throw new Misused(Line.say(
                    "levels.far",
                    new Value.Price(word.price(), listing.currency()),
                    new Value.Price(now, listing.currency())));
        }
        if (members.count(ask.chat(), ask.member()) >= most) {
            throw new Misused(Line.say("levels.full", most, example(listing)));
        }
        Value price = new Value.Price(word.price(), listing.currency());
        boolean added = members.add(ask.chat(), ask.member(), listing.symbol(), word.price(), word.note(), ask.at())
                .isPresent();
        return answer(ask, listing, added ? Line.say("levels.added", price) : Line.say("levels.already", price));
    }

    private static Line example(Listing listing) {
        return Line.empty().code("/levels " + listing.symbol() + " remove 155");
    }

    /** A member removes what is the member's own, who manages the chat anything. */
    Answer remove(Ask ask, Listing listing, String typed) {
        LevelWord word = LevelWord.read(typed, listing);
        Value price = new Value.Price(word.price(), listing.currency());
        List<MemberLevel> there = members.of(ask.chat(), listing.symbol()).stream()
                .filter(level -> Math.abs(level.price() / word.price() - 1) < SAME)
                .toList();
        if (there.isEmpty()) {
            throw new Misused(Line.say("levels.absent", price, listing.symbol()));
        }
        List<MemberLevel> own = there.stream()
                .filter(level -> level.member().equals(ask.member()))
                .toList();
        List<MemberLevel> allowed = own.isEmpty() && ask.manager() ? there : own;
        if (allowed.isEmpty()) {
            throw new Misused(
                    Line.say("levels.not-yours", price, there.getFirst().member()));
        }
        allowed.forEach(level -> members.remove(level.id()));
        return answer(ask, listing, Line.say("levels.removed", price));
    }

    private Answer answer(Ask ask, Listing listing, Line done) {
        Card.Builder card = Card.titled(Line.say("levels.title", listing.symbol()), ask.at())
                .paragraph(done);
        List<Block.Field> left = named.set(ask, listing);
        if (!left.isEmpty()) {
            card.block(new Block.Fields(left));
        }
        card.block(new Block.Buttons(List.of(Buttons.levels(listing.symbol()), Buttons.quote(listing.symbol()))));
        return Answer.of(card.datum("symbol", new Value.Words(listing.symbol())).build());
    }
}
