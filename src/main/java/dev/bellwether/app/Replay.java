package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.replay.DrivenClock;
import dev.bellwether.app.replay.ReplayMoments;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays a stretch of the past through a whole house of its own, from one moment at which something may happen to the next, and hears what a group
 * in it is told. The group asks for everything there is, as a manager would type it.
 */
final class Replay implements AutoCloseable {
    /** The group that is told. */
    static final ChatId GROUP = new ChatId("replay", "group");

    private static final String MANAGER = "manager";

    private final ReplayInput input;
    private final DrivenClock clock;
    private final House house;
    private final List<Notice> told = new ArrayList<>();

    /** @param config of a run apart, see {@link Config#apart} */
    Replay(Config config, ReplayInput input, DrivenClock clock) {
        this.input = input;
        this.clock = clock;
        this.house = new House(
                config, clock, House.Purpose.STAY, (settings, tools) -> List.of(), web -> input.supplies(), told::add);
    }

    /**
     * The group types a command at the first moment.
     *
     * @return what it is answered
     */
    Answer type(String command) {
        return house.registry().answer(new Ask(GROUP, MANAGER, command, clock.instant(), true));
    }

    /** Reads what lies before the first moment, so that it is known and not news. */
    void begin() {
        house.meet(GROUP);
        house.speakUp();
        house.tick();
        told.clear();
    }

    /**
     * Plays it all.
     *
     * @param listener hears each notice for the group with its moment
     */
    void play(BiConsumer<Instant, Notice> listener) {
        NavigableSet<Instant> moments =
                ReplayMoments.of(house.config().instruments(), input.feeds(), input.from(), input.to());
        Instant moment = next(moments);
        while (moment != null) {
            step(moment, listener);
            moment = next(moments);
        }
    }

    /** A digest is due at a moment of its own. */
    private @Nullable Instant next(NavigableSet<Instant> moments) {
        Instant next = moments.higher(clock.instant());
        return house.nextDigest()
                .filter(due -> due.isAfter(clock.instant()) && !due.isAfter(input.to()))
                .filter(due -> next == null || due.isBefore(next))
                .orElse(next);
    }

    private void step(Instant moment, BiConsumer<Instant, Notice> listener) {
        clock.set(moment);
        house.tick();
        house.lookAround();
        for (Notice notice : told) {
            if (house.concerns(notice, GROUP)) {
                listener.accept(moment, notice);
            }
        }
        told.clear();
    }

    @Override
    public void close() {
        house.close();
    }
}
