package dev.bellwether.digest;

import dev.bellwether.analyst.CallWords;
import dev.bellwether.analyst.Explanation;
import dev.bellwether.analyst.StoryFinder;
import dev.bellwether.analyst.StoryRanking;
import dev.bellwether.fact.Fact;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.Comparator;
import java.util.Optional;

/** The sentence on top: what moved most, and what is closest to a reason. */
final class Headline {
    private final Scene scene;

    Headline(Scene scene) {
        this.scene = scene;
    }

    /** Of those whose price is new, the one that moved furthest for its own measure. */
    Optional<Followed> mover() {
        return scene.followed().stream()
                .filter(followed -> scene.moved(snapshot(followed)))
                .filter(followed -> scene.size(snapshot(followed).view()) > 0)
                .max(Comparator.comparingDouble(
                        followed -> scene.size(snapshot(followed).view())));
    }

    private Snapshot snapshot(Followed followed) {
        return scene.snapshots().get(scene.followed().indexOf(followed));
    }

    /** How far the furthest moved, in average true ranges; 0 if nothing did. */
    double size() {
        return mover().map(followed -> scene.size(snapshot(followed).view())).orElse(0.0);
    }

    /** In percent; 0 if nothing moved. */
    double change() {
        return mover().map(followed ->
                        scene.move(snapshot(followed).view()).number().orElse(0))
                .orElse(0.0);
    }

    Line line() {
        return mover().map(followed -> Line.say("desk.sentences", moved(followed), why(followed)))
                .orElseGet(this::still);
    }

    /** What moved most, without a reason; empty if nothing did. */
    Line moved() {
        return mover().map(this::moved).orElse(Line.empty());
    }

    private Line moved(Followed followed) {
        Snapshot snapshot = snapshot(followed);
        Value change = Cells.change(scene.move(snapshot.view()), scene.period());
        Line symbol = Line.empty().strong(followed.symbol());
        return scene.spec().weekly()
                ? Line.say("digest.head.week", symbol, change, Cells.price(snapshot))
                : Line.say("digest.head.day", symbol, change, Cells.price(snapshot));
    }

    private Line why(Followed followed) {
        if (scene.spec().weekly()) {
            return ofTheWeek(followed);
        }
        return scene.common().explanation(followed) instanceof Explanation.Found found
                ? why(found)
                : Line.say("digest.why.none");
    }

    private static Line why(Explanation.Found found) {
        Optional<StoryRanking.Ranked> story =
                found.stories().stream().filter(ranked -> !ranked.report()).findFirst();
        if (story.isPresent()) {
            return told(story.get().story());
        }
        if (!found.calls().isEmpty()) {
            Fact.Call call = found.calls().getFirst();
            Line firm = call.call().firm() == null
                    ? Line.say("digest.call.unnamed")
                    : Line.of(call.call().firm());
            return Line.say(
                    "digest.why.call", firm, CallWords.action(call.call().action()), CallWords.target(call.call()));
        }
        return found.peersWentAlong() ? Line.say("digest.why.peers") : Line.say("digest.why.none");
    }

    private static Line told(StoryFinder.Story story) {
        Line headline =
                story.link() == null ? Line.of(story.headline()) : Line.empty().link(story.headline(), story.link());
        return story.outlets() == 1
                ? Line.say("digest.why.story", headline, story.publisher())
                : Line.count("digest.why.stories", story.outlets(), headline);
    }

    /** The story of the week that most outlets told. */
    private Line ofTheWeek(Followed followed) {
        return scene
                .sources()
                .stories()
                .about(
                        followed.instrument().symbol(),
                        scene.window().from(),
                        scene.window().until())
                .stream()
                .max(Comparator.comparingInt(StoryFinder.Story::outlets))
                .map(Headline::told)
                .orElseGet(() -> Line.say("digest.why.none"));
    }

    private Line still() {
        return scene.snapshots().stream()
                .map(snapshot -> snapshot.view().price())
                .filter(price -> price != null)
                .max(Comparator.comparing(price -> price.asOf()))
                .map(price -> Line.say("digest.head.closed", new Value.Day(price.day())))
                .orElseGet(() -> Line.say("digest.head.no-prices"));
    }
}
