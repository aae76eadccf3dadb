package dev.bellwether.watch.run;

import dev.bellwether.fact.Fact;
import dev.bellwether.talk.Notice;
import java.time.Instant;
import java.util.Optional;

/** Makes of a level that was met what subscribers are told. */
@FunctionalInterface
public interface Tells {
    /** The notice; empty if nobody is told of this. */
    Optional<Notice> of(Fact.LevelMet met, Instant now);
}
