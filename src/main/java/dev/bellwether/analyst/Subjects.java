package dev.bellwether.analyst;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.CompanyFinder;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which instrument a statement is about: as printed with it, else in its sentence, else the one the text is about. */
final class Subjects {
    private static final int LONGEST_SENTENCE = 4_000;

    private final Instruments instruments;
    private final CompanyFinder finder;

    Subjects(Instruments instruments) {
        this.instruments = instruments;
        this.finder = new CompanyFinder(instruments);
    }

    /**
     * What a statement is about.
     *
     * @param instrument null if it is about nothing that the group follows
     * @param name what it is about in words, as printed; empty if nothing is named
     */
    record Subject(@Nullable Instrument instrument, String name) {}

    /** @param main what the text as a whole is about; null if that is nothing the group follows */
    Subject of(@Nullable String symbol, @Nullable String company, String sentence, @Nullable Instrument main) {
        Optional<Instrument> named = bySymbol(symbol).or(() -> byName(company));
        if (named.isPresent()) {
            return new Subject(named.get(), named.get().symbol());
        }
        if (symbol != null || company != null) {
            return new Subject(null, company == null ? String.valueOf(symbol) : company);
        }
        Set<String> there = finder.find(shortened(sentence));
        Optional<Instrument> only =
                there.size() == 1 ? instruments.find(there.iterator().next()) : Optional.empty();
        Instrument instrument = only.orElse(main);
        return new Subject(instrument, instrument == null ? "" : instrument.symbol());
    }

    /** What a text is about: the instrument it names first. */
    @Nullable
    Instrument main(@Nullable String title, String text) {
        return finder.find(title == null ? text : title + "\n" + text).stream()
                .findFirst()
                .flatMap(instruments::find)
                .orElse(null);
    }

    /** {@code BABA}, {@code $BABA} or {@code NYSE: BABA}. */
    private Optional<Instrument> bySymbol(@Nullable String symbol) {
        if (symbol == null) {
            return Optional.empty();
        }
        String code = symbol.substring(symbol.lastIndexOf(':') + 1).strip();
        return instruments.find(code.startsWith("$") ? code.substring(1) : code);
    }

    private Optional<Instrument> byName(@Nullable String company) {
        return company == null
                ? Optional.empty()
                : finder.find(shortened(company)).stream().findFirst().flatMap(instruments::find);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_SENTENCE, text.length()));
    }
}
