package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.talk.ChatId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The book of all calls: who stands where, at any moment.
 *
 * <p>Per firm the newest call that names a number counts; one that only keeps a rating does not change it, one that drops the
 * target ends it. A call that a manager struck out counts no more, and the one before it counts again.
 */
public final class Ledger {
    /** Two different numbers of one firm so close in time are a contradiction rather than a change of mind. */
    private static final Duration CONTRADICTION = Duration.ofDays(2);

    private static final int MONTHS = 12;

    private final FactLog log;
    private final Marks marks;
    private final Firms firms;

    /** @param marks what members say is wrong */
    public Ledger(FactLog log, Marks marks, Firms firms) {
        this.log = log;
        this.marks = marks;
        this.firms = firms;
    }

    /** Which names are one firm. */
    public Firms firms() {
        return firms;
    }

    /**
     * What is said about an instrument.
     *
     * @param chat whose marks count
     * @param at what was not known then is not in it
     */
    public Coverage of(Instrument instrument, ChatId chat, Instant at) {
        List<Fact.Call> all = log.known(Fact.Call.class, instrument.symbol(), at);
        Map<String, Mark> marked = marks.of(chat, instrument.symbol()).stream()
                .filter(mark -> !mark.at().isAfter(at))
                .collect(Collectors.toMap(Mark::fact, Function.identity()));
        List<Fact.Call> calls = all.stream().filter(this::ofFirm).toList();
        List<Position> positions = positions(calls, marked, instrument.primary().currency());
        Instant edge = at.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        return new Coverage(
                at,
                positions.stream()
                        .filter(position -> isFresh(position.call(), edge))
                        .toList(),
                positions.stream()
                        .filter(position -> !isFresh(position.call(), edge))
                        .toList(),
                calls,
                all.stream().filter(call -> isStated(call, marked)).toList(),
                marked,
                (int) all.stream()
                        .filter(call -> isUnnamed(call) && isFresh(call, edge))
                        .count());
    }

    private static boolean isFresh(Fact.Printed call, Instant edge) {
        return !call.at().isBefore(edge);
    }

    private boolean ofFirm(Fact.Call fact) {
        return fact.call().kind() == AnalystCall.Kind.ANALYST
                && !firm(fact, firms).isEmpty();
    }

    private boolean isUnnamed(Fact.Call fact) {
        return fact.call().kind() == AnalystCall.Kind.ANALYST
                && fact.call().newTarget() != null
                && firm(fact, firms).isEmpty();
    }

    private static boolean isStated(Fact.Call fact, Map<String, Mark> marked) {
        return fact.call().kind() != AnalystCall.Kind.ANALYST
                && fact.call().newTarget() != null
                && !Coverage.isStruck(marked, fact);
    }

    static String firm(Fact.Call fact, Firms firms) {
        String firm = fact.call().firm();
        return firm == null ? "" : firms.key(firm);
    }

    private List<Position> positions(List<Fact.Call> calls, Map<String, Mark> marked, String currency) {
        Map<String, List<Fact.Call>> byFirm = new LinkedHashMap<>();
        calls.stream()
                .filter(call -> !Coverage.isStruck(marked, call))
                .forEach(call -> byFirm.computeIfAbsent(firm(call, firms), key -> new ArrayList<>())
                        .add(call));
        List<Position> positions = new ArrayList<>();
        byFirm.forEach((key, own) -> positions.add(position(key, own, currency)));
        positions.sort(
                Comparator.comparing((Position position) -> position.call().at())
                        .reversed()
                        .thenComparing(Position::firm));
        return positions;
    }

    /** @param own calls of one firm, newest first; at least one */
    private Position position(String key, List<Fact.Call> own, String currency) {
        Fact.Call call = newest(own, currency);
        Fact.Call rated = own.stream()
                .filter(one -> one.call().rating() != null)
                .findFirst()
                .orElse(null);
        List<Fact.Call> others =
                own.stream().filter(other -> contradict(call, other)).toList();
        return new Position(key, firms.name(Objects.requireNonNull(call.call().firm())), call, rated, others);
    }

    /** Of several of one moment, for several listings, the one in the main listing's currency. */
    private static Fact.Call newest(List<Fact.Call> own, String currency) {
        List<Fact.Call> setting = own.stream()
                .filter(one -> one.call().newTarget() != null || one.call().action() == AnalystCall.Action.DROP)
                .toList();
        if (setting.isEmpty()) {
            return own.getFirst();
        }
        return setting.stream()
                .filter(one -> one.at().equals(setting.getFirst().at()))
                .filter(one -> currency.equals(one.call().currency()))
                .findFirst()
                .orElse(setting.getFirst());
    }

    /**
     * Whether two calls of one firm, of nearly the same time, state other numbers for the same thing.
     *
     * @param one and the other: both of one firm on one instrument
     */
    public static boolean contradict(Fact.Call one, Fact.Call other) {
        boolean near = Duration.between(other.at(), one.at()).abs().compareTo(CONTRADICTION) <= 0;
        AnalystCall here = one.call();
        AnalystCall there = other.call();
        boolean sameMoney = here.currency() == null
                || there.currency() == null
                || here.currency().equals(there.currency());
        return near
                && sameMoney
                && !one.key().equals(other.key())
                && (differ(here.newTarget(), there.newTarget())
                        || (same(here.newTarget(), there.newTarget()) && differ(here.oldTarget(), there.oldTarget())));
    }

    private static boolean differ(@Nullable BigDecimal here, @Nullable BigDecimal there) {
        return here != null && there != null && here.compareTo(there) != 0;
    }

    private static boolean same(@Nullable BigDecimal here, @Nullable BigDecimal there) {
        return here != null && there != null && here.compareTo(there) == 0;
    }
}
