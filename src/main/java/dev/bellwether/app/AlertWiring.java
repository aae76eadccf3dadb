package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.command.AlertCommand;
import dev.bellwether.command.AlertTools;
import dev.bellwether.command.AlertsCommand;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.Symbols;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.market.Markets;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.store.Store;
import dev.bellwether.watch.alert.AlertCards;
import dev.bellwether.watch.alert.AlertDesk;
import dev.bellwether.watch.alert.AlertProgress;
import dev.bellwether.watch.alert.Backtests;

/** The members' side of alerts, put together. */
final class AlertWiring {
    private final AlertDesk desk;
    private final AlertTools tools;

    /**
     * Puts it together.
     *
     * @param seen the firings of the past
     * @param calendars whose trading days count for alerts that fire once a day
     * @param backtests what would have fired
     * @param progress how far alerts are from firing
     */
    AlertWiring(
            Store store,
            Markets markets,
            Symbols symbols,
            Config.Limits limits,
            SeenFacts seen,
            TradingCalendars calendars,
            Backtests backtests,
            AlertProgress progress) {
        AlertCards cards = new AlertCards(symbols.listings());
        this.desk = desk(store, symbols, calendars);
        this.tools = new AlertTools(
                store.alerts(),
                desk,
                cards,
                store.chats(),
                markets,
                symbols,
                store.watchlists(),
                seen,
                backtests,
                progress,
                new AlertTools.Limits(limits.alertsPerMember(), limits.alertsPerChat()));
    }

    /** What decides when one fires. */
    static AlertDesk desk(Store store, Symbols symbols, TradingCalendars calendars) {
        return new AlertDesk(
                store.alerts(), store.chats(), new AlertCards(symbols.listings()), symbols.listings(), calendars);
    }

    /** The one of these commands. */
    AlertDesk desk() {
        return desk;
    }

    /** Adds the commands. */
    CommandRegistry addTo(CommandRegistry commands) {
        return commands.add(new AlertCommand(tools)).add(new AlertsCommand(tools));
    }
}
