package dev.bellwether.app;

import dev.bellwether.bot.FrontDesk;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.store.Store;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What fronts are made from.
 *
 * @param desk answers questions
 * @param store holds chats, settings, inbox, buttons, notes and leases
 * @param clock of the bot; in sample mode it stands in another year
 * @param realClock the machine's, for what platforms measure themselves
 * @param delayer lets time pass
 * @param timer one thread for all; what it runs only starts others
 */
record FrontTools(
        FrontDesk desk,
        Store store,
        InstantSource clock,
        InstantSource realClock,
        Delayer delayer,
        ScheduledExecutorService timer) {}
