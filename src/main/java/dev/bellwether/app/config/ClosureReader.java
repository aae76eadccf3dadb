package dev.bellwether.app.config;

import dev.bellwether.fact.Exchange;
import dev.bellwether.market.calendar.Closure;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads closures that no calendar knows. */
final class ClosureReader {
    private final Readers readers;
    private final List<Problem> problems;

    ClosureReader(Readers readers, List<Problem> problems) {
        this.readers = readers;
        this.problems = problems;
    }

    List<Closure> read(Section calendars) {
        List<Closure> closures = new ArrayList<>();
        for (Section section : calendars.sections("closures")) {
            Optional<Exchange> exchange = needed(section, "exchange", "such as hkex")
                    .flatMap(entry -> readers.oneOf(entry, InstrumentReader.EXCHANGES))
                    .flatMap(Exchange::named);
            Optional<LocalDate> day =
                    needed(section, "day", "such as 2026-09-10").flatMap(this::day);
            LocalTime from = section.entry("from").map(this::time).orElse(null);
            Optional<String> why = needed(section, "why", "in a few words that the chats will read")
                    .map(Entry::text);
            section.refuseTheRest();
            if (exchange.isPresent() && day.isPresent() && why.isPresent()) {
                closures.add(new Closure(exchange.get(), day.get(), from, why.get()));
            }
        }
        calendars.refuseTheRest();
        return closures;
    }

    private Optional<Entry> needed(Section section, String key, String what) {
        Optional<Entry> entry = section.entry(key);
        if (entry.isEmpty() && !section.has(key)) {
            problems.add(new Problem(section.where(), section.full(key), "is missing; " + what));
        }
        return entry;
    }

    private Optional<LocalDate> day(Entry entry) {
        try {
            return Optional.of(LocalDate.parse(entry.text()));
        } catch (DateTimeException e) {
            readers.problem(entry, "not a day: " + Readers.quoted(entry) + "; write it like 2026-09-10");
            return Optional.empty();
        }
    }

    private @Nullable LocalTime time(Entry entry) {
        try {
            return LocalTime.parse(entry.text());
        } catch (DateTimeException e) {
            readers.problem(
                    entry,
                    "not a time: " + Readers.quoted(entry) + "; write it like 13:00, in the exchange's time zone");
            return null;
        }
    }
}
