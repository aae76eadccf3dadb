package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Fact.LevelMet.Trial;
import dev.bellwether.fact.LevelTries;
import dev.bellwether.fact.LevelTries.End;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.Topic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words a level that was broken, and what became of that: which level, where it comes from, by how much, how often it was tried. */
final class BreakoutCards {
    private static final MathContext DIGITS = new MathContext(6);

    private final BreakRules rules;

    BreakoutCards(BreakRules rules) {
        this.rules = rules;
    }

    /** @param member the member's level that it is; null for one that anybody can see */
    Card card(Fact.LevelMet fact, @Nullable MemberLevel member) {
        Card.Builder card =
                Card.titled(title(fact), fact.at().plus(fact.late())).tone(tone(fact));
        card.paragraph(where(fact));
        if (!fact.late().isZero()) {
            card.paragraph(Line.say("breakout.late", new Value.Moment(fact.happened())));
        }
        card.block(new Block.Fields(fields(fact, member)));
        if (fact.stage() == Fact.LevelMet.Stage.BROKEN) {
            card.block(new Block.Footer(Line.count(
                    "breakout.next", rules.closes(), new Value.Figure(rules.volume(), 1, "x"), rules.within())));
        }
        card.block(new Block.Buttons(buttons(fact, member)));
        return card.source(fact.source()).data(BreakoutData.of(fact)).build();
    }

    private static Tone tone(Fact.LevelMet fact) {
        return fact.upward() == (fact.stage() != Fact.LevelMet.Stage.FAILED) ? Tone.UP : Tone.DOWN;
    }

    private static Line title(Fact.LevelMet fact) {
        Line level = LevelWords.object(fact.level(), fact.upward());
        String who = fact.listing();
        return switch (fact.stage()) {
            case NEAR -> Line.say("breakout.title.near", who, level);
            case BROKEN ->
                fact.upward()
                        ? Line.say("breakout.title.above", who, level)
                        : Line.say("breakout.title.below", who, level);
            case CONFIRMED ->
                fact.upward()
                        ? Line.say("breakout.title.held.above", who, level)
                        : Line.say("breakout.title.held.below", who, level);
            case FAILED ->
                fact.upward()
                        ? Line.say("breakout.title.back.below", who, level)
                        : Line.say("breakout.title.back.above", who, level);
        };
    }

    /** The price, and how far it is from the level. */
    private static Line where(Fact.LevelMet fact) {
        Value price = new Value.Price(fact.price(), fact.level().currency());
        Value distance = Value.Percent.distance((fact.price() / fact.level().price() - 1) * 100);
        Value level = LevelWords.price(fact.level());
        Value at = new Value.Moment(fact.happened());
        boolean closed = fact.stage() == Fact.LevelMet.Stage.CONFIRMED || fact.stage() == Fact.LevelMet.Stage.FAILED;
        Line where = closed
                ? Line.say("breakout.closed", price, distance, level)
                : Line.say("breakout.stands", price, distance, level, at);
        return fact.gap() && fact.stage() == Fact.LevelMet.Stage.BROKEN
                ? where.text(" ").then(Line.say("breakout.gap"))
                : where;
    }

    private static List<Block.Field> fields(Fact.LevelMet fact, @Nullable MemberLevel member) {
        List<Block.Field> fields = new ArrayList<>();
        fields.add(new Block.Field(Line.say("breakout.label.level"), level(fact.level(), member)));
        if (!fact.also().isEmpty()) {
            fields.add(new Block.Field(
                    Line.say("breakout.label.also"),
                    Line.joined(
                            "value.comma",
                            fact.also().stream().map(BreakoutCards::also).toList())));
        }
        Trial trial = fact.trial();
        if (trial != null && fact.stage() != Fact.LevelMet.Stage.BROKEN) {
            fields.add(new Block.Field(
                    Line.say("breakout.label.closes"),
                    Line.count("breakout.closes", trial.closes(), new Value.Day(trial.day()))));
        }
        fields.add(new Block.Field(Line.say("breakout.label.volume"), volume(fact)));
        LevelTries before = fact.before();
        if (before != null) {
            fields.add(new Block.Field(Line.say("breakout.label.tries"), tries(before)));
        }
        return fields;
    }

    private static Line level(WatchedLevel level, @Nullable MemberLevel member) {
        if (member != null) {
            Value day = new Value.Moment(member.added());
            return member.note().isEmpty()
                    ? Line.say("breakout.set", LevelWords.price(level), member.member(), day)
                    : Line.say("breakout.set.note", LevelWords.price(level), member.member(), day, member.note());
        }
        return level.words().isEmpty()
                ? LevelWords.priced(level)
                : Line.say("breakout.quoted", LevelWords.priced(level), quote(level));
    }

    private static Line also(WatchedLevel level) {
        URI link = level.link();
        return link == null ? LevelWords.priced(level) : Line.empty().link(LevelWords.priced(level), link);
    }

    /** The words as printed, which lead to where they stand. */
    private static Line quote(WatchedLevel level) {
        URI link = level.link();
        return link == null ? Line.of(level.words()) : Line.empty().link(level.words(), link);
    }

    private static Line volume(Fact.LevelMet fact) {
        Trial trial = fact.trial();
        Value last = multiple(fact.volume());
        return trial != null && trial.volume() != null
                ? Line.say("breakout.volume.both", multiple(trial.volume()), new Value.Day(trial.day()), last)
                : Line.say("breakout.volume", last);
    }

    private static Value multiple(@Nullable Double volume) {
        return volume == null ? new Value.Missing("") : new Value.Figure(volume, 2, "x");
    }

    private static Line tries(LevelTries before) {
        Value since = new Value.Day(before.since());
        if (before.all().isEmpty()) {
            return Line.say("breakout.tries.none", since);
        }
        LevelTries.Attempt last = before.all().getLast();
        return Line.count(
                "breakout.tries",
                before.all().size(),
                since,
                before.count(End.CONFIRMED),
                before.count(End.FAILED),
                before.count(End.UNDECIDED),
                new Value.Day(last.day()),
                end(last.end()));
    }

    private static Line end(End end) {
        return switch (end) {
            case CONFIRMED -> Line.say("breakout.end.confirmed");
            case FAILED -> Line.say("breakout.end.failed");
            case UNDECIDED -> Line.say("breakout.end.undecided");
        };
    }

    private static List<Block.Button> buttons(Fact.LevelMet fact, @Nullable MemberLevel member) {
        String listing = fact.listing();
        List<Block.Button> buttons = new ArrayList<>();
        buttons.add(new Block.Button(Line.say("button.news"), "/news " + fact.symbol()));
        buttons.add(new Block.Button(Line.say("button.why"), "/why " + listing));
        if (fact.stage() == Fact.LevelMet.Stage.BROKEN) {
            String back = fact.upward() ? " < " : " > ";
            buttons.add(new Block.Button(
                    Line.say("breakout.button.alert"),
                    "/alert " + listing + " price" + back + plain(fact.level().price()) + " once"));
        }
        if (member == null) {
            buttons.addAll(Topic.buttons(Topic.Kind.BREAKOUTS, listing));
        } else {
            buttons.add(new Block.Button(
                    Line.say("breakout.button.remove"), "/levels " + listing + " remove " + plain(member.price())));
        }
        return buttons;
    }

    private static String plain(double price) {
        return new BigDecimal(price).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
