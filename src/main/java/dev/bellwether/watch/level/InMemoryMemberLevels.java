package dev.bellwether.watch.level;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps levels until the program ends. */
final class InMemoryMemberLevels implements MemberLevels {
    private final List<MemberLevel> levels = new ArrayList<>();
    private long last;
    private long version;

    @Override
    public synchronized Optional<MemberLevel> add(
            ChatId chat, String member, String listing, double price, String note, Instant at) {
        if (of(chat, listing).stream().anyMatch(level -> level.member().equals(member) && level.price() == price)) {
            return Optional.empty();
        }
        MemberLevel level = new MemberLevel(++last, chat, member, listing, price, note, at);
        levels.add(level);
        version++;
        return Optional.of(level);
    }

    @Override
    public synchronized boolean remove(long id) {
        version++;
        return levels.removeIf(level -> level.id() == id);
    }

    @Override
    public List<MemberLevel> of(ChatId chat, String listing) {
        return those(level -> level.chat().equals(chat) && level.listing().equals(listing));
    }

    @Override
    public int count(ChatId chat, String member) {
        return those(level -> level.chat().equals(chat) && level.member().equals(member))
                .size();
    }

    @Override
    public List<MemberLevel> on(String listing) {
        return those(level -> level.listing().equals(listing));
    }

    @Override
    public List<String> listings() {
        return those(level -> true).stream()
                .map(MemberLevel::listing)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<MemberLevel> byId(long id) {
        return those(level -> level.id() == id).stream().findFirst();
    }

    private synchronized List<MemberLevel> those(Predicate<MemberLevel> wanted) {
        return levels.stream().filter(wanted).toList();
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized void rescale(String listing, double factor) {
        levels.replaceAll(level -> level.listing().equals(listing)
                ? new MemberLevel(
                        level.id(),
                        level.chat(),
                        level.member(),
                        listing,
                        level.price() * factor,
                        level.note(),
                        level.added())
                : level);
        version++;
    }
}
