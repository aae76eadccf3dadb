package dev.bellwether.digest;

import dev.bellwether.fact.Fact;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts of the chat that fired; for a week those that fired most often, since these may want another threshold. */
final class AlertsPart {
    private static final int MOST = 8;
    private static final int MOST_SHORT = 3;

    private final Scene scene;

    AlertsPart(Scene scene) {
        this.scene = scene;
    }

    Part part() {
        Map<Alert, List<Fact.AlertFired>> fired = fired();
        List<Line> lines = fired.entrySet().stream()
                .sorted(order())
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
        return Part.news(
                scene.spec().weekly() ? Line.say("digest.alerts.week") : Line.say("digest.alerts"),
                Part.cut(lines, scene.most(MOST, MOST_SHORT)),
                fired.values().stream().map(facts -> facts.getLast().source()).toList());
    }

    private Comparator<Map.Entry<Alert, List<Fact.AlertFired>>> order() {
        Comparator<Map.Entry<Alert, List<Fact.AlertFired>>> newest =
                Comparator.comparing(entry -> entry.getValue().getLast().at(), Comparator.reverseOrder());
        return scene.spec().weekly()
                ? Comparator.<Map.Entry<Alert, List<Fact.AlertFired>>>comparingInt(
                                entry -> entry.getValue().size())
                        .reversed()
                        .thenComparing(newest)
                : newest;
    }

    private Map<Alert, List<Fact.AlertFired>> fired() {
        Map<Alert, List<Fact.AlertFired>> fired = new LinkedHashMap<>();
        scene.common()
                .seen(Fact.AlertFired.class, scene.newAfter())
                .forEach(fact -> ours(fact)
                        .filter(_ -> scene.tells(fact.key(), fact.at()))
                        .ifPresent(alert -> fired.computeIfAbsent(alert, key -> new ArrayList<>())
                                .add(fact)));
        return fired;
    }

    private Optional<Alert> ours(Fact.AlertFired fact) {
        return scene.sources()
                .alerts()
                .apply(fact.alert())
                .filter(alert -> alert.chat().equals(scene.spec().chat()));
    }

    private static Line line(Alert alert, List<Fact.AlertFired> fired) {
        Fact.AlertFired last = fired.getLast();
        Line line = Line.say(
                "digest.alert",
                alert.number(),
                Line.empty().code(alert.text()),
                last.listing(),
                new Value.Moment(last.at()));
        return fired.size() == 1 ? line : Line.count("digest.alert.times", fired.size(), line);
    }
}
