package dev.bellwether.watch.rule;

import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Places;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says a rule back in a plain sentence, in whatever language the reader has. */
public final class RuleReading {
    private final Listings listings;

    /** @param listings where the exchanges and currencies of symbols are found */
    public RuleReading(Listings listings) {
        this.listings = listings;
    }

    /** The whole rule: which listing, when, how often, on which prices, for how long, the note. */
    public Line of(Rule rule) {
        Line when = clause(rule.when(), new AtomWords(currency(rule.scope())));
        Line scope = scope(rule.scope());
        Line told = switch (rule.repeat()) {
            case ONCE -> Line.say("rule.says.once", scope, when);
            case EVERY_TIME -> Line.say("rule.says.every-time", scope, when);
            case DAILY -> Line.say("rule.says.daily", scope, when);
        };
        return Line.say("rule.says.end", Line.joined("rule.says.further", clauses(rule, told)));
    }

    private static List<Line> clauses(Rule rule, Line told) {
        List<Line> clauses = new ArrayList<>(List.of(told));
        clauses.add(basis(rule));
        if (rule.cooldown() != null) {
            clauses.add(Line.say("rule.says.cooldown", duration(rule.cooldown())));
        }
        if (rule.until() != null) {
            clauses.add(Line.say("rule.says.until", new Value.Day(rule.until())));
        }
        if (rule.note() != null) {
            clauses.add(Line.say("rule.says.note", new Value.Words(rule.note())));
        }
        return clauses;
    }

    /** Articles, targets and dates are no matter of prices. */
    private static Line basis(Rule rule) {
        if (Rules.atoms(rule.when()).stream().allMatch(RuleReading::isTold)) {
            return Line.say("rule.says.known");
        }
        return rule.basis() == Rule.Basis.TICKS ? Line.say("rule.says.ticks") : Line.say("rule.says.closes");
    }

    private static boolean isTold(Condition.Atom atom) {
        return switch (atom) {
            case Condition.News _, Condition.TargetChanged _, Condition.EarningsIn _ -> true;
            default -> atom instanceof Condition.Breakout(boolean confirmed, Condition.Direction _) && confirmed;
        };
    }

    /** In its largest unit that leaves nothing over. */
    private static Line duration(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return Line.count("rule.days", minutes / (24 * 60));
        }
        return minutes % 60 == 0 ? Line.count("rule.hours", minutes / 60) : Line.count("rule.minutes", minutes);
    }

    private Line scope(Scope scope) {
        return switch (scope) {
            case Scope.Watchlist _ -> Line.say("rule.scope.watchlist");
            case Scope.Symbols(List<String> symbols) when symbols.size() == 1 -> named(symbols.getFirst());
            case Scope.Symbols(List<String> symbols) ->
                Line.say(
                        "rule.scope.several",
                        Line.joined(
                                "value.comma", symbols.stream().map(Line::of).toList()));
        };
    }

    private Line named(String symbol) {
        return listings.find(symbol)
                .map(listing ->
                        Line.say("rule.scope.listing", symbol, Places.of(listing.exchange()), listing.currency()))
                .orElse(Line.of(symbol));
    }

    /** The one currency of the listings; null if they have several or none is known. */
    private @Nullable String currency(Scope scope) {
        if (!(scope instanceof Scope.Symbols(List<String> symbols))) {
            return null;
        }
        List<Optional<String>> currencies = symbols.stream()
                .map(symbol -> listings.find(symbol).map(Listing::currency))
                .distinct()
                .toList();
        return currencies.size() == 1 ? currencies.getFirst().orElse(null) : null;
    }

    private static Line clause(Condition condition, AtomWords words) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> Line.joined("rule.when.and", bracketed(parts, words));
            case Condition.Any(List<Condition> parts) -> Line.joined("rule.when.or", bracketed(parts, words));
            case Condition.Not(Condition.Compare compare) -> words.clause(opposite(compare));
            case Condition.Not(Condition part) ->
                Line.say("rule.when.not", bracketed(List.of(part), words).getFirst());
            case Condition.Atom atom -> words.clause(atom);
        };
    }

    /** "Not above" reads better as "at most", and means the same. */
    private static Condition.Compare opposite(Condition.Compare compare) {
        Condition.Relation relation = switch (compare.relation()) {
            case ABOVE -> Condition.Relation.AT_MOST;
            case AT_LEAST -> Condition.Relation.BELOW;
            case BELOW -> Condition.Relation.AT_LEAST;
            case AT_MOST -> Condition.Relation.ABOVE;
        };
        return new Condition.Compare(compare.left(), relation, compare.right());
    }

    /** What joins parts of its own stands in brackets, so that nobody has to know what holds more. */
    private static List<Line> bracketed(List<Condition> parts, AtomWords words) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Condition.All _, Condition.Any _ -> Line.say("rule.when.brackets", clause(part, words));
                    case Condition.Not _, Condition.Atom _ -> clause(part, words);
                })
                .toList();
    }

    /**
     * One condition in a few words, such as "RSI 14 &lt; 30".
     *
     * @param currency of the listing; null if there are several
     */
    public static Line of(Condition.Atom atom, @Nullable String currency) {
        return new AtomWords(currency).brief(atom);
    }

    /** What a quantity is called, such as "RSI 14" or "SMA 200". */
    public static Line of(Quantity quantity) {
        return QuantityWords.label(quantity);
    }

    /**
     * A number of a quantity with its unit.
     *
     * @param currency of the listing; null if not known
     */
    public static Line value(Quantity quantity, double value, @Nullable String currency) {
        return Line.of(QuantityWords.measured(quantity, value, currency));
    }

    /**
     * How far a condition is from being true: "RSI 14 31.2, needs &lt; 30"; for one without a number what it waits for.
     *
     * @param quantity what is looked at; null for a condition without a number
     * @param value of the quantity now; null if missing
     * @param threshold as a number now; null if missing or without
     * @param currency of the listing; null if not known
     */
    public static Line progress(
            Condition.Atom atom,
            @Nullable Quantity quantity,
            @Nullable Double value,
            @Nullable Double threshold,
            @Nullable String currency) {
        return new ProgressWords(currency).of(atom, quantity, value, threshold);
    }
}
