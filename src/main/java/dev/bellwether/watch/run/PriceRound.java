package dev.bellwether.watch.run;

import dev.bellwether.fact.Tick;
import dev.bellwether.quote.Priced;
import dev.bellwether.quote.Soundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the prices that are due: the longest overdue first, as many as the source's budget allows; the others wait for the next round. Only
 * where a source has no answer the next one is asked.
 */
final class PriceRound {
    private final Soundings soundings;
    private final CallBudget budget;

    PriceRound(Soundings soundings, CallBudget budget) {
        this.soundings = soundings;
        this.budget = budget;
    }

    /** The answers of those that were asked; null where no source had one. Each of them is due again after its pause. */
    Map<Watched, @Nullable Tick> ask(List<Watched> due, Instant now) {
        List<Watched> waiting = due.stream()
                .sorted(Comparator.comparing(watched -> watched.due))
                .toList();
        Map<Watched, @Nullable Tick> answers = new LinkedHashMap<>();
        for (String source : soundings.sources()) {
            List<Watched> asked = within(source, waiting);
            answers.putAll(ask(source, asked, now));
            asked.forEach(watched -> watched.due = now.plus(watched.every()));
            waiting = asked.stream()
                    .filter(watched -> answers.get(watched) == null)
                    .toList();
        }
        return answers;
    }

    /** As many as the budget allows, which are counted. */
    private List<Watched> within(String source, List<Watched> waiting) {
        int batch = soundings.batch(source);
        int questions = (int) Math.min(budget.left(source), (waiting.size() + (long) batch - 1) / batch);
        int many = (int) Math.min(waiting.size(), (long) questions * batch);
        return questions > 0 && budget.take(source, questions) ? waiting.subList(0, many) : List.of();
    }

    private Map<Watched, @Nullable Tick> ask(String source, List<Watched> asked, Instant now) {
        Map<Watched, @Nullable Tick> answers = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            return answers;
        }
        List<Priced<Tick>> told =
                soundings.latest(source, asked.stream().map(Watched::listing).toList(), now);
        for (int i = 0; i < asked.size(); i++) {
            answers.put(asked.get(i), usable(told.get(i), asked.get(i), now));
        }
        return answers;
    }

    /** What another source than that of a price says, the first in order that has an answer; null if none has, or may be asked now. */
    @Nullable
    Tick other(Watched watched, Tick tick, Instant now) {
        for (String source : soundings.sources()) {
            if (budget.left(source) > 0) {
                Tick answer = second(source, watched, tick, now);
                if (answer != null) {
                    return answer;
                }
            }
        }
        return null;
    }

    /** The names of sources as shown are not those of the settings; so the source of the price is known by its answer. */
    private @Nullable Tick second(String source, Watched watched, Tick tick, Instant now) {
        if (source.equalsIgnoreCase(tick.provenance().source()) || !budget.take(source, 1)) {
            return null;
        }
        Priced<Tick> answer =
                soundings.latest(source, List.of(watched.listing()), now).getFirst();
        Tick usable = usable(answer, watched, now);
        boolean same = usable != null
                && usable.provenance().source().equals(tick.provenance().source());
        return same ? null : usable;
    }

    private static @Nullable Tick usable(Priced<Tick> answer, Watched watched, Instant now) {
        return answer instanceof Priced.Found<Tick>(Tick tick)
                        && tick.price() > 0
                        && Double.isFinite(tick.price())
                        && tick.currency().equals(watched.listing().currency())
                        && !tick.provenance().asOf().isAfter(now)
                ? tick
                : null;
    }

    /** Counts questions for bars; false if there are none left. */
    boolean mayAskForBars(int listings) {
        List<String> sources = new ArrayList<>(soundings.sources());
        return !sources.isEmpty() && budget.take(sources.getFirst(), listings);
    }

    /** How many listings' bars may be asked for now. */
    int barsLeft() {
        List<String> sources = soundings.sources();
        return sources.isEmpty() ? 0 : budget.left(sources.getFirst());
    }
}
