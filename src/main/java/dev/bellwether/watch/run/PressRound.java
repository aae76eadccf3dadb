package dev.bellwether.watch.run;

import dev.bellwether.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Lets engine and levels hear what came in from the press, each item in one transaction with the mark that it was heard. */
final class PressRound {
    private static final int PAGE = 200;

    /** What a new feed brings of the past is no news. */
    private static final Duration NEWS = Duration.ofDays(3);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PressLog log;
    private final Taker taker;
    private final BiFunction<String, Instant, @Nullable LocalDate> earnings;

    /** @param earnings the next report as it is known at a moment */
    PressRound(PressLog log, Taker taker, BiFunction<String, Instant, @Nullable LocalDate> earnings) {
        this.log = log;
        this.taker = taker;
        this.earnings = earnings;
    }

    /** Hears a page of it; true if there may be more. */
    boolean hear(Collection<Watched> all, Instant now) {
        List<PressLog.Item> page = log.unseen(PAGE);
        List<PressLog.Item> nobodys = new ArrayList<>();
        for (PressLog.Item item : page) {
            boolean news = isNews(item, now);
            List<Step> steps = news ? steps(item, all, now) : List.of();
            if (news && all.stream().anyMatch(watched -> awaits(watched, item, now))) {
                continue;
            }
            if (steps.isEmpty()) {
                nobodys.add(item);
            } else {
                taker.takeAll(steps, () -> log.seen(List.of(item)));
            }
        }
        if (!nobodys.isEmpty()) {
            taker.inOne(() -> log.seen(nobodys));
        }
        return page.size() == PAGE;
    }

    /** A listing of which nothing is known yet hears it when it is; but a source that is down does not hold the news back for long. */
    private static boolean awaits(Watched watched, PressLog.Item item, Instant now) {
        return !watched.primed
                && item.symbols().contains(watched.symbol())
                && now.isBefore(watched.since().plus(PATIENCE));
    }

    private static boolean isNews(PressLog.Item item, Instant now) {
        Instant when = switch (item) {
            case PressLog.NewArticle article -> article.article().when();
            case PressLog.NewFact fact -> fact.fact().at();
        };
        return when.isAfter(now.minus(NEWS));
    }

    private List<Step> steps(PressLog.Item item, Collection<Watched> all, Instant now) {
        List<Step> steps = new ArrayList<>();
        for (Watched watched : all) {
            if (watched.primed && item.symbols().contains(watched.symbol())) {
                steps.add(
                        switch (item) {
                            case PressLog.NewArticle article -> Steps.told(watched, article.article(), now);
                            case PressLog.NewFact fact -> step(watched, fact.fact(), now);
                        });
            }
        }
        return steps;
    }

    /** A day of a report changes what is known of the running day. */
    private Step step(Watched watched, Fact.Printed fact, Instant now) {
        LocalDate day = Steps.cursor(watched).dawned();
        return fact instanceof Fact.Earnings && day != null
                ? Steps.dawned(watched, day, earnings.apply(watched.symbol(), now), now, now)
                : Steps.learned(watched, fact, now);
    }
}
