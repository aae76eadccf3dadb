package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.AnalystCall.Action;
import dev.bellwether.fact.AnalystCall.Kind;
import dev.bellwether.fact.Stance;
import dev.bellwether.reading.token.Ticker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes calls of the frames of one sentence, with what the passage said before, and remembers what it says. */
final class SentenceReader {
    /** A company is looked for this many chunks around a target, if its own part of the sentence has none. */
    private static final int WIDE = 150;

    private final Lexicon lexicon;
    private final List<Chunk> chunks;
    private final String printed;
    private final Discourse discourse;
    private final Roles roles;
    private final Kinds kinds;
    private final Actions actions;
    private final Ratings ratings;
    /** The chunk of the firm of the last frame; -1 if it has none of its own. */
    private int firmAt = -1;

    private final Set<Integer> paired = new HashSet<>();

    /** What is found out about a frame. */
    private record Found(
            @Nullable Chunk firm,
            @Nullable String analyst,
            @Nullable Chunk company,
            Kind kind,
            boolean inherited,
            boolean guessed) {}

    SentenceReader(Lexicon lexicon, List<Chunk> chunks, String printed, Discourse discourse) {
        this.lexicon = lexicon;
        this.chunks = chunks;
        this.printed = printed;
        this.discourse = discourse;
        this.roles = new Roles(chunks);
        this.kinds = new Kinds(chunks);
        this.actions = new Actions(chunks);
        this.ratings = new Ratings(chunks);
    }

    List<AnalystCall> read() {
        discourse.charts |= chartTalk();
        discourse.targetSeen |= chunks.stream().anyMatch(chunk -> chunk.is(Tag.TARGET, "sure"));
        List<Frame> frames = new FrameFinder(chunks).find();
        Regions.assign(chunks, frames);
        frames.stream().filter(frame -> frame.leader != null).forEach(frame -> paired.add(frame.leader.target));
        List<AnalystCall> calls = new ArrayList<>();
        boolean first = true;
        for (Frame frame : frames) {
            firmAt = -1;
            AnalystCall call = call(frame, first);
            if (call != null) {
                calls.add(call);
                shared(frame, call).ifPresent(calls::add);
            }
            first = false;
        }
        remember();
        return calls;
    }

    /** "A and B have ratings with a $50 target": the call of the other firm with the same number. */
    private Optional<AnalystCall> shared(Frame frame, AnalystCall call) {
        int other = firmAt < 0 || frame.empty() || paired.contains(frame.target) ? -1 : roles.joined(firmAt);
        if (other < frame.from || other >= frame.to) {
            return Optional.empty();
        }
        return Optional.of(new AnalystCall(
                chunks.get(other).text(),
                null,
                call.company(),
                call.symbol(),
                call.action(),
                call.oldTarget(),
                call.newTarget(),
                call.currency(),
                call.rating(),
                call.stance(),
                call.kind(),
                call.sentence(),
                call.confidence()));
    }

    private @Nullable AnalystCall call(Frame frame, boolean first) {
        Kind named = kinds.named(frame);
        if (named == Kind.HIGH && kinds.streetHigh(frame) && roles.firm(frame.from, frame.to, frame.target) >= 0) {
            named = null;
        }
        Found found = named == null || named == Kind.ANALYST
                ? byFirm(frame, first)
                : new Found(null, null, company(frame, -1), named, false, false);
        if (found.firm() != null && !found.inherited()) {
            discourse.firm = found.firm();
            discourse.analyst = found.analyst();
        }
        if (frame.empty()) {
            return bare(frame, found);
        }
        if (!credible(frame, found, named)) {
            return null;
        }
        Action action = named != null && found.firm() == null && frame.before == null && named != Kind.CONSENSUS
                ? Action.SET
                : actions.of(frame, discourse.verb);
        boolean average = found.kind() != Kind.ANALYST && action == Action.REITERATE && !actions.unchanged(frame);
        return build(frame, found, average ? Action.SET : action);
    }

    private Found byFirm(Frame frame, boolean first) {
        int firm = listed(frame, true);
        if (firm < 0) {
            firm = roles.firm(frame.from, frame.to, frame.target);
        }
        firm = firm >= 0 ? inTurn(frame, firm) : firm;
        firmAt = firm;
        if (firm >= 0) {
            String analyst = roles.analyst(firm, frame.from, frame.to);
            return new Found(
                    chunks.get(firm),
                    analyst == null ? roles.person(frame.from, frame.to) : analyst,
                    company(frame, firm),
                    Kind.ANALYST,
                    false,
                    false);
        }
        Chunk company = company(frame, -1);
        boolean together = kinds.analystsTogether(frame);
        if (!together && discourse.firm != null && (!first || goesOn(frame))) {
            String person = roles.person(frame.from, frame.to);
            return new Found(
                    discourse.firm, person == null ? discourse.analyst : person, company, Kind.ANALYST, true, false);
        }
        if (kinds.averaged(frame)) {
            return new Found(null, null, company, Kind.CONSENSUS, false, false);
        }
        return new Found(
                null,
                roles.person(frame.from, frame.to),
                company,
                !together && kinds.someAnalyst(frame) ? Kind.ANALYST : Kind.CONSENSUS,
                false,
                true);
    }

    /** "A and B raised their targets to $50 and $45": the second amount is the second firm's, the first the first's. */
    private int inTurn(Frame frame, int firm) {
        int other = roles.joined(firm);
        boolean second = frame.leader != null && frame.leader.target == frame.target;
        return other < 0 || !paired.contains(frame.target)
                ? firm
                : second ? Math.max(firm, other) : Math.min(firm, other);
    }

    /** For an item of a list, its name if it is a firm; -1 if not. */
    private int listed(Frame frame, boolean firm) {
        boolean item = frame.leader != null && chunks.get(frame.target).is(Tag.NAME);
        return item
                        && (chunks.get(frame.target).isName(Name.Kind.FIRM)
                                        || chunks.get(frame.target).isName(Name.Kind.FIRM_SHAPED))
                                == firm
                ? frame.target
                : -1;
    }

    /** Whether the frame speaks of the firm before: "the firm", "its target", "the new target", a verb without a subject. */
    private boolean goesOn(Frame frame) {
        for (int i = frame.from; i < frame.target; i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.FIRM_AGAIN) || chunk.is(Tag.POSSESSIVE) || chunk.is(Tag.PRONOUN) || chunk.is(Tag.RATING)) {
                return discourse.firmFresh || chunk.is(Tag.FIRM_AGAIN);
            }
        }
        if (discourse.firmFresh
                && frame.target > frame.from
                && chunks.get(frame.target - 1).is(Tag.WORD, "the")) {
            return true;
        }
        Chunk opening = chunks.get(frame.from);
        return discourse.firmFresh
                && frame.target - frame.from <= 3
                && (opening.is(Tag.WORD, "the")
                        || opening.is(Tag.WORD, "new")
                        || opening.is(Tag.TARGET)
                        || opening.is(Tag.VERB));
    }

    private @Nullable Chunk company(Frame frame, int firm) {
        int own = listed(frame, false);
        if (own >= 0) {
            return chunks.get(own);
        }
        int at = roles.company(frame.from, frame.to, frame.target, firm);
        if (at >= 0) {
            return chunks.get(at);
        }
        int wide = roles.company(
                Math.max(0, frame.target - WIDE), Math.min(chunks.size(), frame.target + WIDE), frame.target, firm);
        if (wide >= 0
                && (discourse.company == null
                        || chunks.get(wide).hasTicker()
                        || roles.companyWeight(wide) > Slots.COMPANY)) {
            return chunks.get(wide);
        }
        int guess = discourse.company == null
                ? roles.company(
                        Math.max(0, frame.target - WIDE),
                        Math.min(chunks.size(), frame.target + WIDE),
                        frame.target,
                        firm,
                        Slots.COMPANY - 1)
                : -1;
        return guess >= 0 ? chunks.get(guess) : discourse.company;
    }

    /** A firm that changed or dropped its target without a number. */
    private @Nullable AnalystCall bare(Frame frame, Found found) {
        boolean certain = found.firm() != null
                && !found.inherited()
                && chunks.get(frame.target).is(Tag.TARGET);
        Action action = certain ? actions.of(frame, null) : Action.SET;
        boolean sure = chunks.get(frame.target).code().equals("sure");
        boolean told = action == Action.DROP || (sure && (action == Action.RAISE || action == Action.CUT));
        return certain && told ? build(frame, found, action) : null;
    }

    /** Whether the frame is an analyst's at all, and not a chart's, an option's, or a company's own. */
    private boolean credible(Frame frame, Found found, @Nullable Kind named) {
        boolean sure = chunks.get(frame.target).is(Tag.TARGET, "sure")
                || (frame.leader != null && chunks.get(frame.leader.target).is(Tag.TARGET, "sure"));
        if (found.firm() != null) {
            return !found.inherited() || sure || !discourse.charts;
        }
        boolean people = kinds.analystsTogether(frame)
                || kinds.someAnalyst(frame)
                || named == Kind.CONSENSUS
                || analystNear(frame)
                || found.analyst() != null;
        return people || ((sure || discourse.targetSeen) && !discourse.charts);
    }

    private boolean analystNear(Frame frame) {
        for (int i = frame.from; i < frame.to; i++) {
            if (chunks.get(i).is(Tag.ANALYST) || chunks.get(i).is(Tag.WORD, "street")) {
                return true;
            }
        }
        return false;
    }

    private boolean chartTalk() {
        for (Chunk chunk : chunks) {
            if (chunk.text().length() < 16 && lexicon.chart(chunk.text().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private AnalystCall build(Frame frame, Found found, Action action) {
        Chunk own = ratings.of(frame);
        Chunk rating = own == null && (found.inherited() || (found.firm() == null && discourse.ratingOfMany))
                ? discourse.rating
                : own;
        Chunk company = found.company();
        Name name = company == null ? null : company.name();
        Ticker ticker = name == null ? null : name.ticker();
        boolean tickerOnly = name != null && name.is(Name.Kind.TICKER);
        double confidence =
                (found.inherited() ? 0.7 : 0.9) - (found.guessed() ? 0.4 : 0) - (frame.leader == null ? 0 : 0.1);
        discourse.targetSeen = true;
        discourse.verb = action == Action.RAISE ? Verb.RAISE : action == Action.CUT ? Verb.CUT : null;
        return new AnalystCall(
                found.firm() == null ? null : found.firm().text(),
                found.analyst(),
                company == null || tickerOnly ? null : company.text(),
                ticker == null ? null : ticker.symbol(),
                action,
                frame.before,
                action == Action.DROP ? null : frame.after,
                frame.empty() ? null : frame.currency,
                rating == null ? null : rating.text(),
                rating == null ? null : Stance.valueOf(rating.code()),
                found.kind(),
                printed,
                confidence);
    }

    private void remember() {
        int firm = roles.firm(0, chunks.size(), 0);
        discourse.firmFresh = firm >= 0 || goingOn();
        if (firm >= 0) {
            discourse.firm = chunks.get(firm);
            discourse.analyst = roles.analyst(firm, 0, chunks.size());
        }
        discourse.rating = ratings.last();
        discourse.ratingOfMany =
                chunks.stream().anyMatch(chunk -> chunk.is(Tag.AVERAGE) || chunk.is(Tag.ANALYST, "many"));
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).is(Tag.NAME) && i != firm) {
                company(i);
            }
        }
    }

    private boolean goingOn() {
        return discourse.firmFresh && chunks.stream().anyMatch(chunk -> chunk.is(Tag.FIRM_AGAIN));
    }

    private void company(int at) {
        int weight = roles.companyWeight(at);
        boolean better = discourse.company == null || weight >= discourse.companyWeight || weight >= 7;
        if (weight >= Slots.COMPANY && better) {
            Chunk chunk = chunks.get(at);
            discourse.company = chunk;
            discourse.companyWeight = weight;
        }
    }
}
