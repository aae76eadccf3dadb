package dev.bellwether.app.config;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Isin;
import dev.bellwether.fact.Listing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the instruments. One that is wrong is left out and named, so that the others can still be checked. */
final class InstrumentReader {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9^][A-Z0-9.^=-]{0,14}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    static final List<String> EXCHANGES = Arrays.stream(Exchange.values())
            .map(exchange -> exchange.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList();

    private final Readers readers;
    private final List<Problem> problems;

    InstrumentReader(Readers readers, List<Problem> problems) {
        this.readers = readers;
        this.problems = problems;
    }

    List<Instrument> read(List<Section> sections) {
        List<Instrument> instruments = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Section section : sections) {
            Instrument instrument = instrument(section);
            section.refuseTheRest();
            if (instrument != null && !taken.add(instrument.symbol())) {
                problems.add(new Problem(
                        section.where(), section.full("symbol"), instrument.symbol() + " stands here twice; keep one"));
            } else if (instrument != null) {
                instruments.add(instrument);
            }
        }
        return instruments;
    }

    private @Nullable Instrument instrument(Section section) {
        String symbol = symbol(section);
        String name = section.entry("name").map(Entry::text).orElse(symbol);
        List<String> aliases = texts(section.entries("aliases"));
        Isin isin = section.entry("isin").map(this::isin).orElse(null);
        List<String> peers = texts(section.entries("peers"));
        List<Listing> listings = new ArrayList<>();
        for (Section each : section.sections("listings")) {
            Listing listing = listing(each);
            each.refuseTheRest();
            if (listing != null) {
                listings.add(listing);
            }
        }
        if (symbol == null || name == null) {
            return null;
        }
        if (listings.isEmpty() && !section.has("listings")) {
            Exchange.ofSymbol(symbol).ifPresent(exchange -> listings.add(plain(symbol, exchange)));
        }
        if (listings.isEmpty()) {
            problems.add(new Problem(section.where(), section.full("listings"), "needs at least one listing"));
            return null;
        }
        return new Instrument(symbol, name, aliases, isin, listings, peers);
    }

    private static Listing plain(String symbol, Exchange exchange) {
        return new Listing(symbol, exchange, exchange.currency(), 1, Map.of());
    }

    private @Nullable Listing listing(Section section) {
        String symbol = symbol(section);
        Exchange exchange = section.entry("exchange")
                .flatMap(entry -> readers.oneOf(entry, EXCHANGES))
                .flatMap(Exchange::named)
                .or(() -> Optional.ofNullable(symbol).flatMap(Exchange::ofSymbol))
                .orElse(Exchange.NYSE);
        String currency = section.entry("currency").map(this::currency).orElse(exchange.currency());
        int shares = section.entry("shares")
                .map(entry -> readers.number(entry, 1, 100_000, 1))
                .orElse(1);
        Section codes = section.section("codes");
        return symbol == null ? null : new Listing(symbol, exchange, currency, shares, codes.texts());
    }

    private @Nullable String symbol(Section section) {
        Optional<Entry> entry = section.entry("symbol");
        if (entry.isEmpty()) {
            problems.add(new Problem(section.where(), section.full("symbol"), "is missing; such as BABA or 9988.HK"));
            return null;
        }
        String symbol = entry.get().text().toUpperCase(Locale.ROOT);
        if (!SYMBOL.matcher(symbol).matches()) {
            readers.problem(entry.get(), "not a symbol: " + Readers.quoted(entry.get()) + "; such as BABA or 9988.HK");
            return null;
        }
        return symbol;
    }

    private @Nullable Isin isin(Entry entry) {
        String code = entry.text().toUpperCase(Locale.ROOT);
        if (Isin.isValid(code)) {
            return new Isin(code);
        }
        readers.problem(
                entry,
                "not an ISIN: " + Readers.quoted(entry)
                        + "; two letters, nine letters or digits, and a check digit that fits, such as US01609W1027");
        return null;
    }

    private String currency(Entry entry) {
        String code = entry.text();
        if (!CURRENCY.matcher(code).matches()) {
            readers.problem(
                    entry, "not a currency: " + Readers.quoted(entry) + "; a code such as USD, or GBX for pence");
        }
        return code;
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream().map(Entry::text).filter(text -> !text.isEmpty()).toList();
    }
}
