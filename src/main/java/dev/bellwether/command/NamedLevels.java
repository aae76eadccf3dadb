package dev.bellwether.command;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.level.MemberLevel;
import dev.bellwether.watch.level.MemberLevels;
import dev.bellwether.watch.level.PressLevels;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The levels that somebody named: the press, with its words, and the members of the chat. */
final class NamedLevels {
    private static final int MOST = 6;

    private final PressLevels press;
    private final MemberLevels members;

    NamedLevels(PressLevels press, MemberLevels members) {
        this.press = press;
        this.members = members;
    }

    /** All of them around a price; empty if there is none. */
    Optional<Block> fields(Ask ask, Target target, double price) {
        Listing listing = target.listing();
        List<Block.Field> fields = new ArrayList<>();
        press.of(target.instrument(), listing, price, ask.at()).stream()
                .sorted(Comparator.comparingDouble(level -> Math.abs(level.price() - price)))
                .limit(MOST)
                .forEach(level -> fields.add(new Block.Field(Line.say("levels.label.press"), named(level))));
        fields.addAll(set(ask, listing));
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Block.Fields(fields));
    }

    /** Those that members of this chat set. */
    List<Block.Field> set(Ask ask, Listing listing) {
        return members.of(ask.chat(), listing.symbol()).stream()
                .map(level -> new Block.Field(Line.say("levels.label.set"), set(level, listing)))
                .toList();
    }

    private static Line named(WatchedLevel level) {
        URI link = level.link();
        Line publisher = link == null ? Line.of(level.named()) : Line.empty().link(level.named(), link);
        return Line.say(
                "levels.press", new Value.Price(level.price(), level.currency()), publisher, Line.of(level.words()));
    }

    private static Line set(MemberLevel level, Listing listing) {
        Value price = new Value.Price(level.price(), listing.currency());
        return level.note().isEmpty()
                ? Line.say("levels.set", price, level.member())
                : Line.say("levels.set.note", price, level.member(), level.note());
    }
}
