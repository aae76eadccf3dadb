package dev.bellwether.digest;

import dev.bellwether.analyst.CallWords;
import dev.bellwether.analyst.Coverage;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What analysts said since the last digest, with the target before: as printed, else as the firm's call before had it. */
final class CallsPart {
    private static final int MOST = 12;
    private static final int MOST_SHORT = 4;

    private final Scene scene;

    CallsPart(Scene scene) {
        this.scene = scene;
    }

    private record Shown(Instrument instrument, Fact.Call fact, AnalystCall call) {
        /** How far the target moved, in parts of the old one. */
        double moved() {
            BigDecimal before = call.oldTarget();
            BigDecimal now = call.newTarget();
            return before == null || now == null || before.signum() == 0
                    ? 0
                    : Math.abs(now.doubleValue() / before.doubleValue() - 1);
        }
    }

    Part part() {
        List<Shown> calls = new ArrayList<>();
        scene.instruments().forEach(instrument -> calls.addAll(of(instrument)));
        Comparator<Shown> newest =
                Comparator.comparing((Shown shown) -> shown.fact().at()).reversed();
        calls.sort(
                scene.spec().weekly()
                        ? Comparator.comparingDouble(Shown::moved).reversed().thenComparing(newest)
                        : newest);
        List<Line> lines = new ArrayList<>();
        if (scene.spec().weekly() && !calls.isEmpty()) {
            lines.add(counted(calls));
        }
        lines.addAll(Part.cut(calls.stream().map(this::line).toList(), scene.most(MOST, MOST_SHORT)));
        List<Provenance> sources = calls.stream()
                .limit(scene.most(MOST, MOST_SHORT))
                .flatMap(shown -> CallWords.sources(shown.fact()).stream().limit(1))
                .toList();
        return Part.news(
                scene.spec().weekly() ? Line.say("digest.calls.week") : Line.say("digest.calls"), lines, sources);
    }

    private static Line counted(List<Shown> calls) {
        long raised = calls.stream()
                .filter(shown -> Coverage.direction(shown.call()) > 0)
                .count();
        long cut = calls.stream()
                .filter(shown -> Coverage.direction(shown.call()) < 0)
                .count();
        return Line.say("digest.calls.counted", raised, cut, calls.size() - raised - cut);
    }

    private List<Shown> of(Instrument instrument) {
        Instant until = scene.window().until();
        Coverage coverage = scene.sources().ledger().of(instrument, scene.spec().chat(), until);
        return Stream.concat(
                        coverage.calls().stream().filter(fact -> !coverage.isStruck(fact)), coverage.stated().stream())
                .filter(fact -> fact.at().isAfter(scene.newAfter()))
                .filter(fact -> scene.tells(fact.key(), fact.at()))
                .map(fact -> new Shown(instrument, fact, withOld(fact, coverage)))
                .toList();
    }

    /** An old target that the text does not print is that of the firm's call before, in the same currency. */
    private AnalystCall withOld(Fact.Call fact, Coverage coverage) {
        AnalystCall call = fact.call();
        String firm = call.firm();
        boolean lacks = call.oldTarget() == null && call.newTarget() != null;
        return firm != null && lacks && call.kind() == AnalystCall.Kind.ANALYST
                ? before(fact, firm, coverage).map(old -> with(call, old)).orElse(call)
                : call;
    }

    private Optional<BigDecimal> before(Fact.Call fact, String firm, Coverage coverage) {
        return coverage.history(firm, scene.sources().ledger().firms()).stream()
                .filter(other -> other.at().isBefore(fact.at()) && !coverage.isStruck(other))
                .filter(other -> same(fact.call().currency(), other.call().currency()))
                .flatMap(other -> Stream.ofNullable(other.call().newTarget()))
                .findFirst();
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private static AnalystCall with(AnalystCall call, BigDecimal old) {
        return new AnalystCall(
                call.firm(),
                call.analyst(),
                call.company(),
                call.symbol(),
                call.action(),
                old,
                call.newTarget(),
                call.currency(),
                call.rating(),
                call.stance(),
                call.kind(),
                call.sentence(),
                call.confidence());
    }

    private Line line(Shown shown) {
        AnalystCall call = shown.call();
        Line symbol = Line.empty().strong(shown.instrument().symbol());
        Line line = Line.say("digest.call", symbol, who(call), CallWords.action(call.action()), CallWords.target(call));
        Line rated = call.rating() == null ? line : Line.say("desk.comma", line, call.rating());
        return Line.say("digest.call.told", rated, outlets(shown.fact()));
    }

    private Line who(AnalystCall call) {
        return switch (call.kind()) {
            case ANALYST ->
                call.firm() == null
                        ? Line.say("digest.call.unnamed")
                        : Line.of(scene.sources().ledger().firms().name(call.firm()));
            case CONSENSUS -> Line.say("digest.call.consensus");
            case HIGH -> Line.say("digest.call.high");
            case LOW -> Line.say("digest.call.low");
        };
    }

    private static Line outlets(Fact.Call fact) {
        long outlets = fact.mentions().stream()
                .map(mention -> mention.publisher())
                .distinct()
                .count();
        Line told =
                outlets == 1 ? Line.of(fact.mentions().getFirst().publisher()) : Line.count("digest.outlets", outlets);
        return fact.mentions().stream()
                .flatMap(mention -> Stream.ofNullable(mention.link()))
                .findFirst()
                .map(link -> Line.empty().link(told, link))
                .orElse(told);
    }
}
