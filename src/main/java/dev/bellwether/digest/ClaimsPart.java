package dev.bellwether.digest;

import dev.bellwether.analyst.ClaimWords;
import dev.bellwether.analyst.PressClaims;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.Measure;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the press stated and prices contradict, with what was found instead. */
final class ClaimsPart {
    private static final int MOST = 6;
    private static final int MOST_SHORT = 2;

    /** A weekly move from here on is large enough to be named beside an RSI that does not go with it. */
    private static final double BIG_WEEK = 8;

    private final Scene scene;

    ClaimsPart(Scene scene) {
        this.scene = scene;
    }

    Part part() {
        List<Line> lines = new ArrayList<>();
        List<Provenance> sources = new ArrayList<>();
        for (Instrument instrument : scene.instruments()) {
            scene.common().wrong(instrument, scene.newAfter()).stream()
                    .filter(wrong ->
                            scene.tells(wrong.fact().key(), wrong.fact().at()))
                    .forEach(wrong -> {
                        lines.add(line(instrument, wrong));
                        sources.add(source(wrong.fact().mentions().getFirst()));
                    });
        }
        int most = scene.most(MOST, MOST_SHORT);
        return Part.news(
                Line.say("digest.claims"),
                Part.cut(lines, most),
                sources.stream().limit(most).toList());
    }

    private Line line(Instrument instrument, PressClaims.Wrong wrong) {
        Mention mention = wrong.fact().mentions().getFirst();
        Line publisher = mention.link() == null
                ? Line.of(mention.publisher())
                : Line.empty().link(mention.publisher(), mention.link());
        Claim claim = wrong.fact().claim();
        Line line = Line.say(
                "digest.claim",
                publisher,
                Line.empty().strong(instrument.symbol()),
                ClaimWords.label(claim),
                ClaimWords.value(claim),
                wrong.found().computed());
        return week(instrument, claim)
                .map(week -> Line.say("digest.claim.week", line, week))
                .orElse(line);
    }

    /** A low RSI after a steep rise, or a high one after a fall, is what gives such a number away. */
    private Optional<Value> week(Instrument instrument, Claim claim) {
        if (claim.kind() != Claim.Kind.RSI || claim.value() == null) {
            return Optional.empty();
        }
        double rsi = claim.value().doubleValue();
        return scene.snapshots().stream()
                .filter(snapshot -> instrument.listings().contains(snapshot.listing()))
                .map(Snapshot::view)
                .map(view -> view.change("7d").percent())
                .filter(change -> change instanceof Measure.Known(double week)
                        && Math.abs(week) >= BIG_WEEK
                        && (week > 0) == (rsi < 50))
                .findFirst()
                .map(change -> Cells.change(change, "7d"));
    }

    private static Provenance source(Mention mention) {
        boolean sample = mention.feed().startsWith("sample:");
        return new Provenance(mention.publisher(), mention.at(), Duration.ZERO, mention.link(), sample);
    }
}
