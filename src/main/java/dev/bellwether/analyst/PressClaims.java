package dev.bellwether.analyst;

import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Mention;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what the press stated and prices contradict. For any thread. */
public final class PressClaims {
    /** Each article is compared with prices of its own moments, so that hundreds of them would take long. */
    private static final int MOST_ARTICLES = 40;

    private final FactLog facts;
    private final Markets markets;

    public PressClaims(FactLog facts, Markets markets) {
        this.facts = facts;
        this.markets = markets;
    }

    /** A statement with what was found instead. */
    public record Wrong(Fact.Claimed fact, Verdict.Finding found) {}

    /**
     * The statements about an instrument that became known after a moment and don't hold, newest first. Those that are merely off, or
     * can't be checked, are not in it.
     *
     * @param until nothing later is looked at
     */
    public List<Wrong> wrong(Instrument instrument, Instant after, Instant until) {
        List<Wrong> wrong = new ArrayList<>();
        byArticle(instrument, after, until).values().stream()
                .limit(MOST_ARTICLES)
                .forEach(claims -> wrong.addAll(wrong(instrument, claims, until)));
        return wrong;
    }

    private Map<String, List<Fact.Claimed>> byArticle(Instrument instrument, Instant after, Instant until) {
        Map<String, List<Fact.Claimed>> articles = new LinkedHashMap<>();
        facts.known(Fact.Claimed.class, instrument.symbol(), until).stream()
                .filter(fact -> fact.at().isAfter(after))
                .filter(fact -> fact.claim().kind() != Claim.Kind.EARNINGS_DATE)
                .forEach(fact -> {
                    Mention first = fact.mentions().getFirst();
                    articles.computeIfAbsent(first.feed() + " " + first.article(), key -> new ArrayList<>())
                            .add(fact);
                });
        return articles;
    }

    /** Twice, as {@link TextCheck} does: what agrees tells which listing and day the other statements mean. */
    private List<Wrong> wrong(Instrument instrument, List<Fact.Claimed> claims, Instant until) {
        PressMarket market =
                new PressMarket(markets, claims.getFirst().mentions().getFirst().at(), until);
        for (Fact.Claimed fact : claims) {
            if (check(instrument, fact.claim(), market) instanceof Verdict.Agrees(Verdict.Finding finding)) {
                market.agreed(finding.listing(), finding.day());
            }
        }
        List<Wrong> wrong = new ArrayList<>();
        for (Fact.Claimed fact : claims) {
            if (check(instrument, fact.claim(), market) instanceof Verdict.Contradicts(Verdict.Finding finding)) {
                wrong.add(new Wrong(fact, finding));
            }
        }
        return wrong;
    }

    private static Verdict check(Instrument instrument, Claim claim, PressMarket market) {
        List<Snapshot> around = market.around(instrument, claim.sentence(), claim.symbol(), claim.currency());
        return ClaimCheck.check(claim, around, market.settled(around));
    }
}
