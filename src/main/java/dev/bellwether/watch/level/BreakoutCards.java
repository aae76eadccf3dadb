package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import org.jspecify.annotations.Nullable;

/** Words a level that was broken, and what became of that. */
final class BreakoutCards {
    private final BreakRules rules;

    BreakoutCards(BreakRules rules) {
        this.rules = rules;
    }

    /** @param member the member's level that it is; null for one that anybody can see */
    Card card(Fact.LevelMet fact, @Nullable MemberLevel member) {
        return Card.titled(Line.of(fact.symbol() + rules.closes() + member), fact.at()).build();
    }
}
