package dev.bellwether.command;

import dev.bellwether.analyst.Crossing;
import dev.bellwether.analyst.Explanation;
import dev.bellwether.analyst.Move;
import dev.bellwether.analyst.StoryFinder;
import dev.bellwether.analyst.StoryRanking;
import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.Measure;
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
        Card.Builder card = Card.titled("Why " + symbol + " moved on " + move.day(), at)
                .tone(tone())
                .paragraph(move());
        verdict().forEach(card::paragraph);
        card.block(new Block.Fields(fields()));
        List<StoryRanking.Ranked> stories =
                found.stories().stream().limit(MOST_STORIES).toList();
        if (!stories.isEmpty()) {
            card.block(new Block.Heading(Line.of("Stories of the day, closest first")));
        }
        stories.forEach(ranked -> card.paragraph(story(ranked)).source(source(ranked.story())));
        Notes.of(found.now()).forEach(note -> card.block(new Block.Footer(note)));
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
        Line line = Line.of(symbol + (move.running() ? " stands at " : " closed at "))
                .value(new Value.Price(found.price().price(), currency))
                .text(", ")
                .value(Shown.change(move.change(), "1d"))
                .text(move.running() ? " so far." : " on the day.");
        return move.sigma() instanceof Measure.Known(double sigma)
                ? line.text(" That is ")
                        .value(new Value.Figure(Math.abs(sigma), 1, "x"))
                        .text(" its usual day (a standard deviation of 60 days is ")
                        .value(Shown.share(move.usual()))
                        .text(").")
                : line.text(" Its usual day: ").value(Shown.share(move.usual())).text(".");
    }

    private List<String> verdict() {
        List<String> sentences = new ArrayList<>();
        if (move.sigma() instanceof Measure.Known(double sigma) && Math.abs(sigma) < 1) {
            sentences.add("A move of this size is an ordinary day and needs no reason.");
        }
        if (found.unexplained()) {
            sentences.add(
                    "Nothing I know explains it: no story but reports of the move, no analyst call, and the peers did not go along.");
        } else if (found.peersWentAlong()) {
            sentences.add("The peers went along, so the reason is likely one for all of them.");
        }
        if (!followed) {
            sentences.add("I follow no news on " + symbol + ", so there may be a story that I do not know.");
        }
        return sentences;
    }

    private List<Block.Field> fields() {
        List<Block.Field> fields = new ArrayList<>();
        fields.add(new Block.Field("Peers", peers()));
        fields.add(new Block.Field("Volume", volume()));
        fields.add(new Block.Field("Levels", levels()));
        if (!found.calls().isEmpty()) {
            fields.add(new Block.Field("Calls", calls()));
        }
        return fields;
    }

    private Line peers() {
        if (found.peers().isEmpty()) {
            return Line.of("none with a session of that day");
        }
        Line line = Line.empty();
        for (Explanation.PeerMove peer : found.peers()) {
            line = line.text((line.isEmpty() ? "" : "  ") + peer.listing() + " ")
                    .value(Shown.change(peer.change(), "1d"));
        }
        return line;
    }

    private Line volume() {
        Line line = Line.of(Shown.figure(move.volumeMultiple(), 2, "x"));
        return move.volumeMultiple() instanceof Measure.Missing ? line : line.text(" the 20-day average");
    }

    private Line levels() {
        if (move.crossings().isEmpty()) {
            return Line.of("none crossed");
        }
        Line line = Line.empty();
        for (Crossing crossing : move.crossings()) {
            line = line.text(line.isEmpty() ? "" : "; ")
                    .text((crossing.up() ? "rose above " : "fell below ") + inWords(crossing.line()) + " ")
                    .value(new Value.Price(crossing.price(), currency));
        }
        return line;
    }

    private static String inWords(String line) {
        return switch (line) {
            case "SMA 50" -> "the 50-day average";
            case "SMA 200" -> "the 200-day average";
            case "52-week high", "52-week low", "20-day high", "20-day low" -> "the " + line;
            default -> "the level of " + line;
        };
    }

    private Line calls() {
        Line line = Line.empty();
        for (Fact.Call fact : found.calls()) {
            line = line.text(line.isEmpty() ? "" : "; ").then(call(fact));
        }
        return line;
    }

    private static Line call(Fact.Call fact) {
        var call = fact.call();
        String firm = call.firm() == null ? call.kind().label() : call.firm();
        Line line = Line.of(firm + " " + call.action().label());
        if (call.newTarget() != null && call.currency() != null) {
            line = line.text(" to ").value(new Value.Price(call.newTarget().doubleValue(), call.currency()));
        }
        Mention first = fact.mentions().getFirst();
        return first.link() == null ? line : line.text(" ").link("(" + first.publisher() + ")", first.link());
    }

    private Line story(StoryRanking.Ranked ranked) {
        StoryFinder.Story story = ranked.story();
        Line headline =
                story.link() == null ? Line.of(story.headline()) : Line.empty().link(story.headline(), story.link());
        String outlets = story.outlets() == 1 ? story.publisher() : story.outlets() + " outlets";
        String age = DurationText.shortly(Duration.between(story.first(), at));
        String peer = ranked.own() ? "" : ", on a peer";
        return headline.text(" ").emphasis("(" + outlets + ", " + age + " ago" + peer + ")");
    }

    private static Provenance source(StoryFinder.Story story) {
        return new Provenance(story.publisher(), story.first(), Duration.ZERO, story.link(), story.sample());
    }
}
