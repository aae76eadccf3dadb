package dev.bellwether.watch.run;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.fact.Transactions;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import dev.bellwether.watch.alert.AlertDesk;
import dev.bellwether.watch.alert.Alerts;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the watch writes what it saw.
 *
 * @param breakouts what is told of a level that was met
 * @param turn called at the beginning of each transaction; throws if another process watches now
 */
public record Outlets(
        Transactions transactions,
        Alerts alerts,
        AlertDesk desk,
        Function<Fact.LevelMet, Optional<Notice>> breakouts,
        SeenFacts seen,
        Post post,
        Runnable turn) {}
