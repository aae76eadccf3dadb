package dev.bellwether.watch.press;

import dev.bellwether.analyst.Consensus;
import dev.bellwether.analyst.Conversion;
import dev.bellwether.analyst.Coverage;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Marks;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.Rates;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.watch.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An analyst's call as a notice. One fact is one notice, however many outlets print it; a call that contradicts an earlier one of the
 * firm replies to what was told of that.
 */
public final class CallNotices {
    /** When a call is so old it is no news. */
    static final Duration WORTH_TELLING = Duration.ofHours(12);

    /** A notice is for many chats, so no chat's marks count. */
    private static final ChatId NOBODY = new ChatId("", "");

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final FactLog facts;
    private final Ledger ledger;
    private final Firms firms;
    private final Markets markets;
    private final Rates rates;
    private final Instruments instruments;

    /**
     * @param facts all that is known
     * @param markets for the price that a target is compared with
     * @param rates for targets in other currencies
     */
    public CallNotices(FactLog facts, Firms firms, Markets markets, Rates rates, Instruments instruments) {
        this.facts = facts;
        this.ledger = new Ledger(facts, Marks.inMemory(), firms);
        this.firms = firms;
        this.markets = markets;
        this.rates = rates;
        this.instruments = instruments;
    }

    /** The key of the notice that tells of a call. */
    public static String key(Fact.Call fact) {
        return "targets:" + fact.key();
    }

    /**
     * The notice that tells of a call.
     *
     * @return empty for what no analyst said: averages and ranges that the press states come anew with every article
     */
    public Optional<Notice> of(Fact.Call fact, Instant now) {
        if (fact.call().kind() != AnalystCall.Kind.ANALYST) {
            return Optional.empty();
        }
        return instruments.find(fact.symbol()).map(instrument -> {
            Fact.Call corrected = corrected(fact, now);
            return new Notice(
                    key(fact),
                    CallCard.of(sight(fact, instrument, corrected, now)),
                    Topic.audience(Topic.Kind.TARGETS, fact.symbol()),
                    Lane.ALERT,
                    now.plus(WORTH_TELLING),
                    corrected == null ? null : new Notice.Follow(key(corrected), false));
        });
    }

    private CallCard.Sight sight(Fact.Call fact, Instrument instrument, Fact.@Nullable Call corrected, Instant now) {
        String printed = fact.call().firm();
        Snapshot snapshot = markets.look(List.of(instrument.primary()), now).getFirst();
        OptionalDouble price = snapshot.view().price() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(snapshot.view().price().price());
        Conversion conversion = new Conversion(instrument, instrument.primary(), rates, now);
        return new CallCard.Sight(
                fact,
                printed == null ? null : firms.name(printed),
                instrument,
                snapshot,
                price,
                conversion,
                consensus(instrument, fact.at().minus(A_MOMENT), conversion, price),
                consensus(instrument, now, conversion, price),
                corrected,
                now);
    }

    private Consensus consensus(Instrument instrument, Instant at, Conversion conversion, OptionalDouble price) {
        Coverage coverage = ledger.of(instrument, NOBODY, at);
        return Consensus.of(coverage, conversion, price);
    }

    /** The latest earlier call of the firm that this one contradicts; null if there is none. */
    private Fact.@Nullable Call corrected(Fact.Call fact, Instant now) {
        String firm = fact.call().firm();
        if (firm == null) {
            return null;
        }
        return facts.known(Fact.Call.class, fact.symbol(), now).stream()
                .filter(other -> !other.key().equals(fact.key()) && !other.at().isAfter(fact.at()))
                .filter(other -> other.call().kind() == AnalystCall.Kind.ANALYST
                        && other.call().firm() != null
                        && firms.key(other.call().firm()).equals(firms.key(firm)))
                .filter(other -> Ledger.contradict(fact, other))
                .findFirst()
                .orElse(null);
    }
}
