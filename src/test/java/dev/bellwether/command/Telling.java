package dev.bellwether.command;

import dev.bellwether.fact.Transactions;
import dev.bellwether.market.Markets;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Subscriptions;
import dev.bellwether.watch.FollowedLists;
import dev.bellwether.watch.FollowedWatchlists;
import dev.bellwether.watch.Topic;
import dev.bellwether.watch.Wanted;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.Wishes;
import java.time.Instant;
import java.util.List;

/** The commands by which people subscribe, with watchlists, and what comes of them. */
final class Telling {
    private final Instant now;
    private final CommandRegistry registry;
    private final Subscriptions subscriptions = Subscriptions.inMemory();
    final Wishes wishes;

    Telling(Instant now, PriceSource source, boolean sample) {
        this.now = now;
        Quotes quotes = new Quotes(List.of(source), BarStore.inMemory(), () -> now, QuoteSettings.defaults());
        Markets markets = new Markets(quotes, new SampleRates());
        Symbols symbols = new Symbols(Group.instruments(), !sample);
        FollowedLists followed = FollowedLists.inMemory();
        FollowedWatchlists lists =
                new FollowedWatchlists(Watchlists.inMemory(), followed, Group.instruments(), Transactions.none());
        this.wishes = new Wishes(subscriptions, followed, lists, Transactions.none());
        this.registry = new CommandRegistry(symbols, Chats.inMemory(), sample)
                .add(new WatchCommand(lists, markets, symbols, 10))
                .add(new SubscribeCommand(wishes, markets, symbols))
                .add(new UnsubscribeCommand(wishes, () -> now))
                .add(new SubscriptionsCommand(wishes, () -> now));
    }

    Answer ask(ChatId chat, String member, String text, boolean manager) {
        return registry.answer(new Ask(chat, member, text, now, manager));
    }

    List<String> topics(ChatId chat) {
        return subscriptions.of(chat);
    }

    Wanted wanted(ChatId chat) {
        return wishes.of(chat, now);
    }

    List<String> listed(ChatId chat) {
        return wanted(chat).listed().stream().map(Topic::name).toList();
    }

    List<String> muted(ChatId chat) {
        return wanted(chat).mutes().stream()
                .map(mute -> mute.topic() + " until " + mute.until())
                .toList();
    }
}
