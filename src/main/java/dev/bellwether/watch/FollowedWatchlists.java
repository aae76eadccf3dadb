package dev.bellwether.watch;

import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Transactions;
import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Watchlists, and with every change what chats are told that follow the list, in one transaction. */
public final class FollowedWatchlists implements Watchlists {
    private final Watchlists lists;
    private final FollowedLists followed;
    private final Instruments instruments;
    private final Transactions transactions;

    /** @param instruments those whose listings stand on lists; other symbols stand for themselves */
    public FollowedWatchlists(
            Watchlists lists, FollowedLists followed, Instruments instruments, Transactions transactions) {
        this.lists = lists;
        this.followed = followed;
        this.instruments = instruments;
        this.transactions = transactions;
    }

    @Override
    public boolean add(ChatId chat, String member, String symbol, Instant at) {
        return transactions.inOne(() -> {
            boolean added = lists.add(chat, member, symbol, at);
            if (added) {
                followed.of(chat, member).forEach(one -> follow(one, at));
            }
            return added;
        });
    }

    @Override
    public boolean remove(ChatId chat, String member, String symbol) {
        return transactions.inOne(() -> {
            boolean removed = lists.remove(chat, member, symbol);
            if (removed) {
                followed.of(chat, member).forEach(one -> follow(one, Instant.EPOCH));
            }
            return removed;
        });
    }

    @Override
    public List<String> list(ChatId chat, String member) {
        return lists.list(chat, member);
    }

    @Override
    public List<String> ofChat(ChatId chat) {
        return lists.ofChat(chat);
    }

    /** Has a chat told about what is on a list now; to be called as well when it begins to follow the list. */
    public void follow(FollowedLists.Followed one, Instant at) {
        followed.set(one, symbols(one), at);
    }

    private Set<String> symbols(FollowedLists.Followed one) {
        return lists.list(one.list(), one.member()).stream()
                .map(symbol -> symbol(one.kind(), symbol))
                .collect(Collectors.toSet());
    }

    private String symbol(Topic.Kind kind, String listed) {
        return instruments
                .find(listed)
                .flatMap(found -> Optional.ofNullable(
                        Topic.of(kind, found, found.listing(listed).orElse(found.primary()))
                                .symbol()))
                .orElse(listed);
    }
}
