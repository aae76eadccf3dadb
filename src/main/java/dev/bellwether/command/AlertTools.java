package dev.bellwether.command;

import dev.bellwether.fact.SeenFacts;
import dev.bellwether.market.Markets;
import dev.bellwether.talk.Chats;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.alert.AlertCards;
import dev.bellwether.watch.alert.AlertDesk;
import dev.bellwether.watch.alert.AlertProgress;
import dev.bellwether.watch.alert.Alerts;
import dev.bellwether.watch.alert.Backtests;
import dev.bellwether.watch.rule.RuleParser;
import dev.bellwether.watch.rule.RuleReading;

/**
 * What {@code /alert} and {@code /alerts} work with.
 *
 * @param alerts where they are kept
 * @param desk says where one is told
 * @param cards what is said when one fires
 * @param watchlists for rules about whatever a member watches
 * @param seen the firings of the past
 * @param backtests what would have fired
 * @param progress how far they are from firing
 * @param limits how many there may be
 */
public record AlertTools(
        Alerts alerts,
        AlertDesk desk,
        AlertCards cards,
        Chats chats,
        Markets markets,
        Symbols symbols,
        Watchlists watchlists,
        SeenFacts seen,
        Backtests backtests,
        AlertProgress progress,
        Limits limits) {

    /**
     * How many alerts there may be that are not done.
     *
     * @param perMember of one person on a front
     * @param perChat of a chat, those of its members included
     */
    public record Limits(int perMember, int perChat) {}

    RuleParser parser() {
        return new RuleParser(symbols.listings());
    }

    RuleReading reading() {
        return new RuleReading(symbols.listings());
    }
}
