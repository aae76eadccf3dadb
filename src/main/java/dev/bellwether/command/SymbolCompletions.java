package dev.bellwether.command;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Symbols by the beginnings of all that people call them: symbol, listing, name, other names, and the further words of names. A
 * sorted map of what they are called, read from the first name that begins as typed to the last. Immutable.
 */
final class SymbolCompletions {
    /** How good a find is: the earlier the better. */
    private enum Rank {
        SYMBOL,
        LISTING,
        NAME,
        WORD
    }

    private record Entry(Rank rank, int order, String symbol, String label) {}

    private static final Comparator<Entry> BEST =
            Comparator.comparing(Entry::rank).thenComparingInt(Entry::order);

    private final NavigableMap<String, List<Entry>> byName = new TreeMap<>();
    private final List<Completion.Offer> all;

    SymbolCompletions(List<Instrument> instruments) {
        Map<String, Completion.Offer> offers = new LinkedHashMap<>();
        int order = 0;
        for (Instrument instrument : instruments) {
            String label = instrument.symbol() + " · " + instrument.name();
            offers.put(instrument.symbol(), new Completion.Offer(instrument.symbol(), label));
            index(instrument, label, order++);
        }
        for (Instrument instrument : instruments) {
            for (Listing listing : instrument.listings()) {
                offers.putIfAbsent(
                        listing.symbol(), new Completion.Offer(listing.symbol(), label(listing, instrument)));
            }
        }
        this.all = List.copyOf(offers.values());
    }

    private static String label(Listing listing, Instrument instrument) {
        return listing.symbol() + " · " + instrument.name();
    }

    private void index(Instrument instrument, String label, int order) {
        put(instrument.symbol(), new Entry(Rank.SYMBOL, order, instrument.symbol(), label));
        for (Listing listing : instrument.listings()) {
            if (!listing.symbol().equals(instrument.symbol())) {
                put(listing.symbol(), new Entry(Rank.LISTING, order, listing.symbol(), label(listing, instrument)));
            }
        }
        names(instrument.name(), instrument, label, order);
        instrument.aliases().forEach(alias -> names(alias, instrument, label, order));
    }

    private void names(String name, Instrument instrument, String label, int order) {
        put(name, new Entry(Rank.NAME, order, instrument.symbol(), label));
        Typed.words(name).stream()
                .skip(1)
                .forEach(word -> put(word.text(), new Entry(Rank.WORD, order, instrument.symbol(), label)));
    }

    private void put(String name, Entry entry) {
        byName.computeIfAbsent(key(name), any -> new ArrayList<>()).add(entry);
    }

    /** Everything, in the group's order: instruments, then their other listings. */
    List<Completion.Offer> all() {
        return all;
    }

    /** What begins as typed, best first; everything, in the group's order, if nothing is typed. */
    List<Completion.Offer> find(String typed, int most) {
        String key = key(typed);
        if (key.isEmpty()) {
            return all.subList(0, Math.min(most, all.size()));
        }
        return byName.subMap(key, true, key + Character.MAX_VALUE, true).values().stream()
                .flatMap(List::stream)
                .sorted(BEST)
                .map(entry -> new Completion.Offer(entry.symbol(), entry.label()))
                .distinct()
                .limit(most)
                .toList();
    }

    private static String key(String typed) {
        String code = typed.strip();
        return (code.startsWith("$") ? code.substring(1) : code).toLowerCase(Locale.ROOT);
    }
}
