package dev.bellwether.command;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertProgress;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.rule.RuleReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In what state an alert is, in a line: how far from firing by the latest look, or why it does not fire. */
final class AlertState {
    private static final Logger LOG = LoggerFactory.getLogger(AlertState.class);
    private static final int MOST_LISTINGS = 5;

    private final AlertTools tools;

    AlertState(AlertTools tools) {
        this.tools = tools;
    }

    /** The latest looks at an alert; none for one that is not armed. */
    List<AlertProgress.Checked> checked(Alert alert) {
        try {
            return alert.state() == Alert.State.ARMED ? tools.progress().of(alert) : List.of();
        } catch (RuntimeException e) {
            LOG.error("No progress of alert {}", alert.id(), e);
            return List.of();
        }
    }

    Line of(Alert alert, List<AlertProgress.Checked> checked, Instant now) {
        return switch (alert.state()) {
            case PAUSED -> Line.say("alert.state.paused");
            case DONE -> done(alert);
            case ARMED -> {
                Line looked = armed(checked);
                Line armed = alert.unacknowledged() == null ? looked : Line.say("alert.state.waits", looked);
                Instant snoozed = alert.snoozedUntil();
                yield snoozed != null && snoozed.isAfter(now)
                        ? Line.say("alert.state.snoozed", new Value.Moment(snoozed), armed)
                        : armed;
            }
        };
    }

    private static Line done(Alert alert) {
        Instant fired = alert.lastFired();
        return fired == null ? Line.say("alert.state.over") : Line.say("alert.state.fired", new Value.Moment(fired));
    }

    private Line armed(List<AlertProgress.Checked> checked) {
        if (checked.isEmpty()) {
            return Line.say("alert.state.unchecked");
        }
        boolean several = checked.size() > 1;
        List<Line> looks = checked.stream()
                .limit(MOST_LISTINGS)
                .map(look -> several ? Line.of(look.listing() + " ").then(look(look)) : look(look))
                .toList();
        Line all = Line.joined("alert.state.also", looks);
        return checked.size() > MOST_LISTINGS ? Line.say("value.more", all, checked.size() - MOST_LISTINGS) : all;
    }

    private Line look(AlertProgress.Checked look) {
        String currency = tools.symbols()
                .listings()
                .find(look.listing())
                .map(Listing::currency)
                .orElse(null);
        List<Line> parts = new ArrayList<>(look.progress().parts().stream()
                .map(part -> part(part, currency))
                .toList());
        Provenance source = look.source();
        if (source != null) {
            parts.add(Line.of(new Value.Moment(source.asOf())));
            parts.add(Line.of(source.source()));
        } else {
            parts.add(Line.say("alert.state.no-price"));
        }
        Line line = Line.joined("value.comma", parts);
        return look.held() == null ? line : Line.say("alert.state.held", line, look.held());
    }

    private static Line part(Engine.Part part, @Nullable String currency) {
        Line distance =
                RuleReading.progress(part.condition(), part.quantity(), part.value(), part.threshold(), currency);
        return Boolean.TRUE.equals(part.truth()) ? Line.say("alert.state.true", distance) : distance;
    }
}
