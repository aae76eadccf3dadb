package dev.bellwether.app;

import dev.bellwether.bot.FrontDesk;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.store.Store;
import java.time.InstantSource;

/**
 * What fronts are made from.
 *
 * @param desk answers questions, as of the bot's own clock: in sample mode it stands in another year
 * @param store holds chats, settings, inbox, buttons, notes and leases
 * @param clock the machine's: platforms measure by it, and leases must outlive a restart
 * @param delayer lets time pass
 */
record FrontTools(FrontDesk desk, Store store, InstantSource clock, Delayer delayer) {}
