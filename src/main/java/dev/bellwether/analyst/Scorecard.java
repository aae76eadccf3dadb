package dev.bellwether.analyst;

import dev.bellwether.analyst.Judgement.Outcome;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.Measure;
import dev.bellwether.quote.History;
import dev.bellwether.talk.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How well the firms' targets did, from our own archive of calls and prices. Not thread-safe; one for each answer. */
public final class Scorecard {
    /** On fewer judged calls there is no score: four in a row say nothing. */
    public static final int LEAST = 5;

    private final Firms firms;
    private final Instant at;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<Judgement>> byFirm = new LinkedHashMap<>();

    /** @param at the moment of judgement */
    public Scorecard(Firms firms, Instant at) {
        this.firms = firms;
        this.at = at;
    }

    /**
     * Judges the calls about one instrument.
     *
     * @param histories closed bars of each of its listings; null for a listing without
     */
    public Scorecard add(Instrument instrument, Coverage coverage, Function<Listing, @Nullable History> histories) {
        for (Fact.Call fact : coverage.calls()) {
            AnalystCall call = fact.call();
            BigDecimal target = call.newTarget();
            if (target != null && call.action() != AnalystCall.Action.DROP && !coverage.isStruck(fact)) {
                String key = Ledger.firm(fact, firms);
                names.putIfAbsent(key, firms.name(Objects.requireNonNull(call.firm())));
                byFirm.computeIfAbsent(key, firm -> new ArrayList<>())
                        .add(judge(instrument, fact, target.doubleValue(), histories));
            }
        }
        return this;
    }

    private Judgement judge(
            Instrument instrument, Fact.Call fact, double target, Function<Listing, @Nullable History> histories) {
        Optional<Listing> listing = listing(instrument, fact.call().currency());
        History history = listing.isPresent() ? histories.apply(listing.get()) : null;
        return listing.isEmpty() || history == null
                ? new Judgement(Outcome.NO_PRICES, null, null)
                : Judgement.of(fact, target, listing.get(), history, at);
    }

    private static Optional<Listing> listing(Instrument instrument, @Nullable String currency) {
        return currency == null
                ? Optional.of(instrument.primary())
                : instrument.listings().stream()
                        .filter(listing -> listing.currency().equals(currency))
                        .findFirst();
    }

    /** The scores, the firms with the most judged calls first. */
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        byFirm.forEach((key, judgements) -> scores.add(score(key, judgements)));
        scores.sort(Comparator.comparingInt(Score::judged)
                .thenComparingInt(Score::calls)
                .reversed()
                .thenComparing(Score::firm));
        return scores;
    }

    private Score score(String key, List<Judgement> judgements) {
        List<Judgement> reached = with(judgements, one -> one.outcome() == Outcome.REACHED);
        List<Judgement> judged = with(judgements, one -> one.error() != null);
        List<Judgement> young = with(judgements, one -> one.outcome() == Outcome.TOO_YOUNG);
        double[] errors = judged.stream()
                .mapToDouble(one -> Objects.requireNonNull(one.error()))
                .toArray();
        return new Score(
                key,
                Objects.requireNonNull(names.get(key)),
                judgements.size(),
                judged.size(),
                reached.size(),
                ifEnough(judged, 100.0 * reached.size() / Math.max(1, judged.size())),
                reached.isEmpty()
                        ? ifEnough(judged, new Measure.Missing(Line.say("analysts.none.reached")))
                        : ifEnough(judged, median(reached)),
                ifEnough(judged, mean(errors, error -> error)),
                ifEnough(judged, mean(errors, Math::abs)),
                young.size(),
                with(young, one -> one.days() != null).size(),
                with(judgements, one -> one.outcome() == Outcome.NO_PRICES).size());
    }

    private static List<Judgement> with(List<Judgement> judgements, Predicate<Judgement> wanted) {
        return judgements.stream().filter(wanted).toList();
    }

    private static Measure ifEnough(List<Judgement> judged, double value) {
        return ifEnough(judged, Measure.of(value));
    }

    private static Measure ifEnough(List<Judgement> judged, Measure value) {
        return judged.size() < LEAST ? new Measure.Missing(Line.say("analysts.few", LEAST, judged.size())) : value;
    }

    private static double mean(double[] errors, DoubleUnaryOperator of) {
        double sum = 0;
        for (double error : errors) {
            sum += of.applyAsDouble(error);
        }
        return sum / Math.max(1, errors.length);
    }

    private static double median(List<Judgement> reached) {
        int[] days = reached.stream()
                .mapToInt(one -> Objects.requireNonNull(one.days()))
                .sorted()
                .toArray();
        return (days[(days.length - 1) / 2] + days[days.length / 2]) / 2.0;
    }
}
