package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;

/**
 * A Pratt parser: each word that joins conditions has a power with which it holds its sides, and what holds more is read first.
 *
 * <p>{@code or} holds least, then {@code and}, then {@code not} before what it denies. {@code with} is an {@code and} that holds most, so that
 * {@code not closes above 155 with volume > 2x} denies both together, and {@code a or b with c} means {@code a or (b with c)}.
 */
final class ConditionReader {
    /** Brackets and denials within each other: deeper ones nobody means. */
    static final int DEEPEST = 10;

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int WITH = 4;

    private final Cursor cursor;
    private final ScopeReader scope;
    private final AtomReader atoms;
    private int conditions;
    private int depth;

    ConditionReader(Cursor cursor, ScopeReader scope, AtomReader atoms) {
        this.cursor = cursor;
        this.scope = scope;
        this.atoms = atoms;
    }

    Condition read() {
        return expression(0);
    }

    private Condition expression(int least) {
        Condition left = prefix();
        for (int power = power(); power > least; power = power()) {
            Token joiner = cursor.next();
            if (cursor.peek().isEnd() || cursor.peek().is(")")) {
                throw cursor.missing(Line.say("rule.condition.after", cursor.shown(joiner)), List.of());
            }
            Condition right = expression(power);
            left = power == OR ? new Condition.Any(List.of(left, right)) : new Condition.All(List.of(left, right));
        }
        return left;
    }

    private int power() {
        Token token = cursor.peek();
        if (token.kind() != Token.Kind.WORD) {
            return 0;
        }
        return switch (token.text()) {
            case "or" -> OR;
            case "and", "but", "while" -> AND;
            case "with" -> WITH;
            case "on" -> cursor.peek(1).is("volume", "vol") ? WITH : 0; // "on close" belongs to the rule
            default -> 0;
        };
    }

    private Condition prefix() {
        scope.again();
        Token token = cursor.peek();
        if (token.is("not")) {
            return negated(cursor.next());
        }
        if (token.is("(")) {
            return bracketed(cursor.next());
        }
        if (++conditions > RuleParser.MOST_CONDITIONS) {
            throw new Misread(token, Line.say("rule.conditions.many", RuleParser.MOST_CONDITIONS));
        }
        return atoms.read();
    }

    private Condition negated(Token not) {
        deeper(not);
        int start = cursor.peek().start();
        Condition part = expression(NOT);
        depth--;
        if (Rules.hasEvents(part)) {
            throw new Misread(start, cursor.lastEnd(), Line.say("rule.not.event"), List.of());
        }
        return new Condition.Not(part);
    }

    private Condition bracketed(Token open) {
        deeper(open);
        Condition inner = expression(0);
        depth--;
        if (!cursor.take(")")) {
            throw cursor.peek().isEnd()
                    ? new Misread(open, Line.say("rule.bracket.open"))
                    : cursor.unknown(Vocabulary.CONTINUES);
        }
        return inner;
    }

    private void deeper(Token token) {
        if (++depth > DEEPEST) {
            throw new Misread(token, Line.say("rule.deep", DEEPEST));
        }
    }
}
