package dev.bellwether.bot.telegram;

import dev.bellwether.deliver.ButtonStore;
import dev.bellwether.deliver.FrontNotes;
import dev.bellwether.deliver.Inbox;
import dev.bellwether.deliver.Leases;
import dev.bellwether.talk.Chats;

/** What the front keeps, and where. */
public record TelegramStores(Chats chats, Inbox inbox, ButtonStore buttons, FrontNotes notes, Leases leases) {}
