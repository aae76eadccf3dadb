package dev.bellwether.command;

import dev.bellwether.analyst.Crossing;
import dev.bellwether.analyst.Explanation;
import dev.bellwether.analyst.Move;
import dev.bellwether.analyst.StoryFinder;
import dev.bellwether.analyst.StoryRanking;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.Measure;
import dev.bellwether.talk.Age;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The card of {@code /why}: the move, what may explain it, and the sentence that nothing does if so. */
final class WhyCard {
    static final int MOST_STORIES = 5;

    private final Instant at;
    private final Explanation.Found found;
    private final Move move;
    private final String symbol;
    private final String currency;
    private final boolean followed;

    /** @param followed whether the group follows the instrument, so that there are stories on it */
    WhyCard(Instant at, Explanation.Found found, boolean followed) {
        this.at = at;
        this.found = found;
        this.move = found.move();
        this.symbol = found.now().listing().symbol();
        this.currency = found.now().listing().currency();
        this.followed = followed;
    }

    Card card() {
        Card.Builder card = Card.titled(Line.say("why.title", symbol, new Value.Day(move.day())), at)
                .tone(tone())
                .paragraph(move());
        verdict().forEach(card::paragraph);
        card.block(new Block.Fields(fields()));
        List<StoryRanking.Ranked> stories =
                found.stories().stream().limit(MOST_STORIES).toList();
        if (!stories.isEmpty()) {
            card.block(new Block.Heading(Line.say("why.stories")));
        }
        stories.forEach(ranked -> card.paragraph(story(ranked)).source(source(ranked.story())));
        Notes.of(found.now()).forEach(note -> card.block(new Block.Footer(note)));
        card.block(new Block.Buttons(buttons()));
        Sources.of(found.now(), at).forEach(card::source);
        return card.data(WhyData.of(found)).build();
    }

    private Tone tone() {
        double change = move.change().number().orElse(0);
        if (change > 0) {
            return Tone.UP;
        }
        return change < 0 ? Tone.DOWN : Tone.NEUTRAL;
    }

    private Line move() {
        Value price = new Value.Price(found.price().price(), currency);
        Value change = Shown.change(move.change(), "1d");
        Line line = move.running()
                ? Line.say("why.stands", symbol, price, change)
                : Line.say("why.closed", symbol, price, change);
        Value usual = Shown.share(move.usual());
        Line size = move.sigma() instanceof Measure.Known(double sigma)
                ? Line.say("why.size", new Value.Figure(Math.abs(sigma), 1, "x"), usual)
                : Line.say("why.usual", usual);
        return Line.say("desk.sentences", line, size);
    }

    private List<Line> verdict() {
        List<Line> sentences = new ArrayList<>();
        if (move.sigma() instanceof Measure.Known(double sigma) && Math.abs(sigma) < 1) {
            sentences.add(Line.say("why.ordinary"));
        }
        if (found.unexplained()) {
            sentences.add(Line.say("why.unexplained"));
        } else if (found.peersWentAlong()) {
            sentences.add(Line.say("why.peers.along"));
        }
        if (!followed) {
            sentences.add(Line.say("why.unfollowed", symbol));
        }
        return sentences;
    }

    private List<Block.Field> fields() {
        List<Block.Field> fields = new ArrayList<>();
        fields.add(new Block.Field(Line.say("why.peers"), peers()));
        fields.add(new Block.Field(Line.say("why.volume"), volume()));
        fields.add(new Block.Field(Line.say("why.levels"), levels()));
        if (!found.calls().isEmpty()) {
            fields.add(new Block.Field(Line.say("why.calls"), calls()));
        }
        return fields;
    }

    private Line peers() {
        if (found.peers().isEmpty()) {
            return Line.say("why.peers.none");
        }
        Line line = Line.empty();
        for (Explanation.PeerMove peer : found.peers()) {
            line = line.text((line.isEmpty() ? "" : "  ") + peer.listing() + " ")
                    .value(Shown.change(peer.change(), "1d"));
        }
        return line;
    }

    private Line volume() {
        Value multiple = Shown.figure(move.volumeMultiple(), 2, "x");
        return move.volumeMultiple() instanceof Measure.Missing
                ? Line.of(multiple)
                : Line.say("why.volume.multiple", multiple);
    }

    private Line levels() {
        if (move.crossings().isEmpty()) {
            return Line.say("why.levels.none");
        }
        return Line.joined(
                "desk.semicolon", move.crossings().stream().map(this::level).toList());
    }

    private Line level(Crossing crossing) {
        Value price = new Value.Price(crossing.price(), currency);
        return crossing.up()
                ? Line.say("why.rose", crossing.words(), price)
                : Line.say("why.fell", crossing.words(), price);
    }

    private Line calls() {
        return Line.joined(
                "desk.semicolon", found.calls().stream().map(WhyCard::call).toList());
    }

    private static Line call(Fact.Call fact) {
        AnalystCall call = fact.call();
        Line firm = call.firm() == null ? nameless(call.kind()) : Line.of(call.firm());
        Line action = CallShown.action(call.action());
        Line line = call.newTarget() != null && call.currency() != null
                ? Line.say(
                        "why.call.to",
                        firm,
                        action,
                        new Value.Price(call.newTarget().doubleValue(), call.currency()))
                : Line.say("why.call", firm, action);
        Mention first = fact.mentions().getFirst();
        return first.link() == null ? line : line.text(" ").link("(" + first.publisher() + ")", first.link());
    }

    private static Line nameless(AnalystCall.Kind kind) {
        return switch (kind) {
            case ANALYST -> Line.say("why.call.analyst");
            case CONSENSUS -> Line.say("why.call.consensus");
            case HIGH -> Line.say("why.call.high");
            case LOW -> Line.say("why.call.low");
        };
    }

    private Line story(StoryRanking.Ranked ranked) {
        StoryFinder.Story story = ranked.story();
        Line headline =
                story.link() == null ? Line.of(story.headline()) : Line.empty().link(story.headline(), story.link());
        Line outlets = story.outlets() == 1 ? Line.of(story.publisher()) : Line.count("why.outlets", story.outlets());
        Line ago = Age.ago(Duration.between(story.first(), at));
        return headline.text(" ")
                .emphasis(
                        ranked.own()
                                ? Line.say("why.story.told", outlets, ago)
                                : Line.say("why.story.peer", outlets, ago));
    }

    private List<Block.Button> buttons() {
        List<Block.Button> buttons = new ArrayList<>();
        buttons.add(new Block.Button(Line.say("button.quote"), "/quote " + symbol));
        if (followed) {
            String instrument = found.instrument().symbol();
            buttons.add(new Block.Button(Line.say("button.targets"), "/targets " + instrument));
            buttons.add(new Block.Button(Line.say("button.news"), "/news " + instrument));
        }
        return buttons;
    }

    private static Provenance source(StoryFinder.Story story) {
        return new Provenance(story.publisher(), story.first(), Duration.ZERO, story.link(), story.sample());
    }
}
