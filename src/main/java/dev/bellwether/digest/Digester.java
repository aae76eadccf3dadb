package dev.bellwether.digest;

import dev.bellwether.fact.Provenance;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts digests together from what is known at a moment. Changes nothing but what it remembers of that; for any thread. */
public final class Digester {
    /** With less than this many average true ranges nothing moved worth a frame. */
    private static final double MOVED = 0.5;

    private final DigestSources sources;
    private @Nullable Minute latest;

    public Digester(DigestSources sources) {
        this.sources = sources;
    }

    /** The digest of a stretch of time as if it were the chat's first and nothing had been told before. */
    public Card digest(DigestSpec spec, Instant from, Instant due) {
        return make(spec, Window.punctual(from, due), Map.of()).card();
    }

    /**
     * Makes a digest.
     *
     * @param told what earlier digests of this kind told: {@link Made#told} of the last days together
     */
    public Made make(DigestSpec spec, Window window, Map<String, Instant> told) {
        return make(spec, window, new Common(sources, window.until()), told);
    }

    /**
     * The same, with all that it has in common with the digests made as of the same moment within the same minute taken over from
     * them: hundreds of chats live by the same opening. After that minute the next looks anew, at what came in since as well.
     *
     * @param now the moment at which it is made
     */
    Made makeAmongMany(DigestSpec spec, Window window, Map<String, Instant> told, Instant now) {
        return make(spec, window, common(window.until(), now), told);
    }

    private synchronized Common common(Instant until, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Minute before = latest;
        if (before == null || !before.until().equals(until) || !before.minute().equals(minute)) {
            before = new Minute(until, minute, new Common(sources, until));
            latest = before;
        }
        return before.common();
    }

    /** What the last digests had in common, and when they were made. */
    private record Minute(Instant until, Instant minute, Common common) {}

    private Made make(DigestSpec spec, Window window, Common common, Map<String, Instant> told) {
        Scene scene = new Scene(spec, window, sources, common, told);
        Headline headline = new Headline(scene);
        Map<Section, Part> parts = new LinkedHashMap<>();
        spec.sections().forEach(section -> parts.put(section, part(section, scene)));
        double still = spec.weekly() ? 2 * MOVED : MOVED;
        boolean quiet = parts.values().stream().noneMatch(Part::news) && headline.size() < still;
        Card card = new Sheet(scene, headline).card(parts, quiet);
        return new Made(Spoken.in(spec.language(), card), scene.told(), quiet);
    }

    private static Part part(Section section, Scene scene) {
        return switch (section) {
            case MOVES -> new MovesPart(scene).part();
            case LEVELS -> new LevelsPart(scene).part();
            case CALLS -> new CallsPart(scene).part();
            case STORIES -> new StoriesPart(scene).part();
            case FEEDS -> new FeedsPart(scene).part();
            case AHEAD -> new AheadPart(scene).part();
            case ALERTS -> new AlertsPart(scene).part();
            case CLAIMS -> new ClaimsPart(scene).part();
        };
    }

    /** The card that the parts become. */
    private record Sheet(Scene scene, Headline headline) {
        Card card(Map<Section, Part> parts, boolean quiet) {
            Window window = scene.window();
            Card.Builder card =
                    Card.titled(Titles.of(scene.spec()), window.until()).tone(tone(quiet));
            if (window.late()) {
                card.paragraph(Line.say("digest.late", new Value.Moment(window.due())));
            }
            if (quiet) {
                quiet(card);
            } else {
                card.paragraph(headline.line());
                parts.values().forEach(part -> part.blocks().forEach(card::block));
            }
            footers().forEach(line -> card.block(new Block.Footer(line)));
            sources(parts, quiet).forEach(card::source);
            return card.data(data(parts, quiet)).build();
        }

        private Tone tone(boolean quiet) {
            double change = quiet ? 0 : headline.change();
            if (change > 0) {
                return Tone.UP;
            }
            return change < 0 ? Tone.DOWN : Tone.NEUTRAL;
        }

        /** Two lines: that nothing happened, and what comes next. */
        private void quiet(Card.Builder card) {
            Line nothing = Line.say(
                    "digest.quiet", names(), new Value.Moment(scene.window().from()));
            Line most = headline.moved();
            card.paragraph(most.isEmpty() ? nothing : Line.say("desk.sentences", nothing, most));
            new AheadPart(scene).next().ifPresent(next -> card.paragraph(Line.say("digest.next", next)));
        }

        private Line names() {
            List<Line> names = scene.followed().stream()
                    .limit(6)
                    .map(followed -> Line.of(followed.symbol()))
                    .toList();
            int left = scene.followed().size() - names.size();
            Line joined = Line.joined("value.comma", names);
            return left > 0 ? Line.say("value.more", joined, left) : joined;
        }

        private Set<Line> footers() {
            Set<Line> lines = new LinkedHashSet<>();
            int skipped = scene.window().skipped();
            if (skipped > 0) {
                lines.add(Line.count("digest.skipped", skipped));
            }
            scene.snapshots().forEach(snapshot -> lines.addAll(snapshot.notes()));
            lines.addAll(scene.sources().troubles().get());
            if (scene.window().first()) {
                lines.add(Line.say("digest.no-advice"));
            }
            return lines;
        }

        private List<Provenance> sources(Map<Section, Part> parts, boolean quiet) {
            List<Provenance> all = new ArrayList<>();
            if (!quiet) {
                parts.values().forEach(part -> all.addAll(part.sources()));
            }
            for (Snapshot snapshot : scene.snapshots()) {
                all.addAll(snapshot.sources(scene.window().until()));
            }
            return all;
        }

        private Map<String, Datum> data(Map<Section, Part> parts, boolean quiet) {
            Map<String, Datum> data = new LinkedHashMap<>();
            data.put("due", new Value.Moment(scene.window().due()));
            data.put("from", new Value.Moment(scene.window().from()));
            data.put("quiet", new Value.Words(String.valueOf(quiet)));
            data.put("late", new Value.Words(String.valueOf(scene.window().late())));
            data.put(
                    "instruments",
                    new Datum.Items(scene.followed().stream()
                            .<Datum>map(followed -> new Value.Words(followed.symbol()))
                            .toList()));
            data.put(
                    "sections",
                    new Datum.Items(parts.entrySet().stream()
                            .filter(entry -> !entry.getValue().isEmpty())
                            .<Datum>map(entry -> new Value.Words(entry.getKey().word()))
                            .toList()));
            return data;
        }
    }
}
