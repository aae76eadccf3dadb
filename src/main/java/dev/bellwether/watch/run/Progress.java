package dev.bellwether.watch.run;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertProgress;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.run.HeldBack.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how far an alert is from firing, and what was held back. */
record Progress(Sensors sensors, WatchMemory memory, Map<String, Watched> watched) {

    List<AlertProgress.Checked> of(Alert alert) {
        List<HeldBack> held = memory.heldOf(alert.id());
        List<AlertProgress.Checked> checked = new ArrayList<>();
        for (String listing : sensors.listings(alert.id())) {
            Watched one = watched.get(listing);
            Optional<Engine.Progress> progress = sensors.progress(alert.id(), listing);
            if (one != null && one.primed && progress.isPresent()) {
                checked.add(new AlertProgress.Checked(listing, progress.get(), one.source, held(held, listing)));
            }
        }
        return List.copyOf(checked);
    }

    private static @Nullable Line held(List<HeldBack> held, String listing) {
        return held.stream()
                .filter(one -> one.listing().equals(listing))
                .findFirst()
                .map(one -> sentence(one.doubt()))
                .orElse(null);
    }

    private static Line sentence(Doubt doubt) {
        Value price = new Value.Price(doubt.price(), doubt.currency());
        String source = doubt.source();
        return switch (doubt.why()) {
            case STALE -> Line.say("watching.held.stale", source, price, new Value.Moment(doubt.priced()));
            case FAR -> Line.say("watching.held.far", source, price);
            case SPLIT -> Line.say("watching.held.split", source, price);
            case CONTRADICTED ->
                doubt.other() == null || doubt.otherPrice() == null
                        ? Line.say("watching.held.far", source, price)
                        : Line.say(
                                "watching.held.apart",
                                source,
                                price,
                                doubt.other(),
                                new Value.Price(doubt.otherPrice(), doubt.currency()));
        };
    }
}
