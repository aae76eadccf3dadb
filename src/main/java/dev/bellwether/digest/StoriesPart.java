package dev.bellwether.digest;

import dev.bellwether.analyst.BookedStories.Changed;
import dev.bellwether.analyst.BookedStories.Headline;
import dev.bellwether.analyst.BookedStories.Running;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Provenance;
import dev.bellwether.news.story.Change;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stories of the window, those of most outlets first, a line each. One that was told before is told again only with what changed
 * in it. No instrument takes more than a third of the room, so that one loud stock does not bury the others.
 */
final class StoriesPart {
    private static final int MOST = 9;
    private static final int MOST_SHORT = 3;

    private final Scene scene;

    StoriesPart(Scene scene) {
        this.scene = scene;
    }

    /**
     * A story to tell.
     *
     * @param changes what is new in it; empty if the story is
     */
    private record Telling(Running story, List<Change> changes) {}

    Part part() {
        List<Telling> all = tellings();
        List<Telling> shown = fairly(all);
        List<Line> lines = new ArrayList<>(shown.stream().map(this::line).toList());
        if (all.size() > shown.size()) {
            lines.add(Line.count(
                    "digest.stories.more",
                    all.size() - shown.size(),
                    Line.empty().code("/news")));
        }
        return Part.news(
                Line.say("digest.stories"),
                lines,
                shown.stream().map(StoriesPart::source).toList());
    }

    private List<Telling> tellings() {
        Set<String> ours = scene.symbols();
        List<Telling> tellings = new ArrayList<>();
        for (Running story : scene.common().stories()) {
            boolean recent = story.headline().newest().isAfter(scene.newAfter());
            if (recent && story.symbols().stream().anyMatch(ours::contains)) {
                telling(story, tellings);
            }
        }
        tellings.sort(Comparator.comparingInt(
                        (Telling telling) -> telling.story().headline().outlets())
                .reversed()
                .thenComparing(telling -> telling.story().headline().newest(), Comparator.reverseOrder()));
        return tellings;
    }

    private void telling(Running story, List<Telling> tellings) {
        Instant before = scene.toldBefore(story.articles());
        scene.tell(story.articles());
        if (before == null) {
            tellings.add(new Telling(story, List.of()));
            return;
        }
        List<Change> changes = story.changes().stream()
                .filter(changed -> changed.at().isAfter(before))
                .map(Changed::change)
                .toList();
        if (!changes.isEmpty()) {
            tellings.add(new Telling(story, changes));
        }
    }

    private List<Telling> fairly(List<Telling> all) {
        int most = scene.most(MOST, MOST_SHORT);
        int third = scene.symbols().size() < 3 ? most : most / 3;
        Map<String, Integer> taken = new HashMap<>();
        List<Telling> shown = new ArrayList<>();
        for (Telling telling : all) {
            List<String> about = telling.story().symbols().stream()
                    .filter(scene.symbols()::contains)
                    .toList();
            boolean room = about.stream().allMatch(symbol -> taken.getOrDefault(symbol, 0) < third);
            if (shown.size() < most && room) {
                about.forEach(symbol -> taken.merge(symbol, 1, Integer::sum));
                shown.add(telling);
            }
        }
        return shown;
    }

    private Line line(Telling telling) {
        Headline headline = telling.story().headline();
        Article best = headline.best();
        Line title = best.link() == null ? Line.of(best.title()) : Line.empty().link(best.title(), best.link());
        String about = String.join(
                ", ",
                telling.story().symbols().stream()
                        .filter(scene.symbols()::contains)
                        .sorted()
                        .toList());
        Line outlets =
                headline.outlets() == 1 ? Line.of(best.publisher()) : Line.count("digest.outlets", headline.outlets());
        Line line = Line.say("digest.story", Line.empty().strong(about), title, outlets);
        return telling.changes().isEmpty()
                ? line
                : Line.say(
                        "digest.story.again",
                        line,
                        Line.joined(
                                "desk.semicolon",
                                telling.changes().stream()
                                        .limit(3)
                                        .map(StoriesPart::change)
                                        .toList()));
    }

    private static Line change(Change change) {
        Line now = Line.of(change.now());
        Line line = change.before() == null ? now : Line.say("digest.story.changed", before(change.before()), now);
        return change.what().isEmpty() ? line : Line.of(change.what() + ": ").then(line);
    }

    private static Line before(@Nullable String before) {
        return Line.of(before == null ? "" : before);
    }

    private static Provenance source(Telling telling) {
        Article best = telling.story().headline().best();
        boolean sample = best.feed().startsWith("sample:");
        return new Provenance(best.publisher(), best.when(), Duration.ZERO, best.link(), sample);
    }
}
