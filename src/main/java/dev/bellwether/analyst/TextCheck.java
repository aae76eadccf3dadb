package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import dev.bellwether.reading.Passage;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a text and checks everything in it that can be checked. For any thread. */
public final class TextCheck {
    private final Function<Passage, List<Claim>> claims;
    private final Function<Passage, List<AnalystCall>> calls;
    private final Subjects subjects;
    private final Markets markets;
    private final FactLog facts;

    /**
     * @param claims reads the claims of a text
     * @param calls reads the targets of a text
     */
    public TextCheck(
            Function<Passage, List<Claim>> claims,
            Function<Passage, List<AnalystCall>> calls,
            Instruments instruments,
            Markets markets,
            FactLog facts) {
        this.claims = claims;
        this.calls = calls;
        this.subjects = new Subjects(instruments);
        this.markets = markets;
        this.facts = facts;
    }

    /**
     * What was checked.
     *
     * @param checked the first statements, claims before targets, each in the order of the text
     * @param more how many more there are that were not checked
     */
    public record Outcome(List<Checked> checked, int more) {
        public Outcome {
            checked = List.copyOf(checked);
        }
    }

    /**
     * Checks a text.
     *
     * @param published when it was published, not after {@code now}
     * @param link where it stands, so that it is no witness for itself; null if that is not known
     * @param now the moment of the question
     * @param most how many statements to check
     */
    public Outcome check(Passage text, Instant published, @Nullable URI link, Instant now, int most) {
        List<Claim> stated = claims.apply(text);
        List<AnalystCall> targets = calls.apply(text).stream()
                .filter(call -> call.newTarget() != null)
                .toList();
        Inquiry inquiry = new Inquiry(
                stated.subList(0, Math.min(most, stated.size())),
                subjects.main(text.title(), text.text()),
                new PressMarket(markets, published, now),
                link,
                now);
        List<Checked> checked = new ArrayList<>(inquiry.claims());
        targets.stream().limit(Math.max(0, most - checked.size())).forEach(call -> checked.add(inquiry.target(call)));
        return new Outcome(checked, stated.size() + targets.size() - checked.size());
    }

    /** The checking of one text. */
    private final class Inquiry {
        private final List<Claim> claims;
        private final @Nullable Instrument main;
        private final PressMarket market;
        private final @Nullable URI link;
        private final Instant now;

        Inquiry(List<Claim> claims, @Nullable Instrument main, PressMarket market, @Nullable URI link, Instant now) {
            this.claims = claims;
            this.main = main;
            this.market = market;
            this.link = link;
            this.now = now;
        }

        /** Twice: what agrees the first time tells which listing and day the others mean. */
        List<Checked> claims() {
            pass().forEach(checked -> {
                if (checked.verdict() instanceof Verdict.Agrees(Verdict.Finding finding)) {
                    market.agreed(finding.listing(), finding.day());
                }
            });
            return pass();
        }

        private List<Checked> pass() {
            List<Checked> checked = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                checked.add(claim(i));
            }
            return checked;
        }

        private Checked claim(int index) {
            Claim claim = claims.get(index);
            Subjects.Subject subject = subject(claim);
            Instrument instrument = subject.instrument();
            if (instrument == null) {
                return new Checked.OfClaim(claim, subject.name(), stranger(subject));
            }
            Verdict verdict = claim.kind() == Claim.Kind.EARNINGS_DATE
                    ? FactCheck.earnings(claim, facts.known(Fact.Earnings.class, instrument.symbol(), now), link)
                    : prices(
                            claim,
                            market.around(
                                    instrument, claim.sentence(), claim.symbol(), currencyNear(index, instrument)));
            return new Checked.OfClaim(claim, instrument.symbol(), verdict);
        }

        private Verdict prices(Claim claim, List<Snapshot> around) {
            return ClaimCheck.check(claim, around, market.settled(around));
        }

        private Subjects.Subject subject(Claim claim) {
            return subjects.of(claim.symbol(), claim.company(), claim.sentence(), main);
        }

        /** The currency of the claim, else that of the nearest claim about the same instrument that has one. */
        private @Nullable String currencyNear(int index, Instrument instrument) {
            for (int away = 0; away < claims.size(); away++) {
                for (int other : List.of(index - away, index + away)) {
                    if (other >= 0 && other < claims.size()) {
                        Claim near = claims.get(other);
                        if (near.currency() != null
                                && instrument.equals(subject(near).instrument())) {
                            return near.currency();
                        }
                    }
                }
            }
            return null;
        }

        Checked target(AnalystCall call) {
            Subjects.Subject subject = subjects.of(call.symbol(), call.company(), call.sentence(), main);
            Instrument instrument = subject.instrument();
            return instrument == null
                    ? new Checked.OfCall(call, subject.name(), stranger(subject))
                    : new Checked.OfCall(
                            call,
                            instrument.symbol(),
                            FactCheck.target(call, facts.known(Fact.Call.class, instrument.symbol(), now), link));
        }
    }

    private static Verdict stranger(Subjects.Subject subject) {
        return new Verdict.Unchecked(
                subject.name().isEmpty()
                        ? Line.say("check.about.nobody")
                        : Line.say("check.about.stranger", subject.name()));
    }
}
