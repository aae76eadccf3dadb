package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Daily bars as comma-separated values, with columns by name in any order: those of Yahoo ({@code Date,Open,High,Low,Close,Adj
 * Close,Volume}), of Stooq ({@code Date,Open,High,Low,Close,Volume}) and their like. {@code Close} is taken, which these
 * sources adjust for splits; {@code Adj Close} is adjusted for dividends too and is not what a bar holds.
 *
 * @param bars in the order of the lines, unchecked; a price that is not given is {@code NaN}
 * @param flags what was left out, in sentences for a person
 */
record CsvBars(List<Bar> bars, List<Line> flags) {
    private static final String[] DATE = {"date", "timestamp"};
    private static final String[] CLOSE = {"close", "close/last", "last"};
    private static final String[] VOLUME = {"volume", "vol", "vol."};

    /** @throws NotPricesException if this is no such table */
    static CsvBars parse(String text) throws NotPricesException {
        CsvTable table = CsvTable.parse(text);
        if (!table.has(DATE) || !table.has(CLOSE)) {
            throw new NotPricesException(Line.say("source.what.columns"));
        }
        CsvDates dates = CsvDates.of(
                table.rows().stream().map(row -> table.field(row, DATE)).toList());
        if (table.rows().stream().anyMatch(row -> dates.isUnclear(table.field(row, DATE)))) {
            throw new NotPricesException(Line.say("source.what.dates"));
        }
        CsvNumbers numbers = CsvNumbers.of(table, CLOSE);
        List<Bar> bars = new ArrayList<>();
        int brokenLines = 0;
        for (List<String> row : table.rows()) {
            try {
                bars.add(bar(table, row, dates, numbers));
            } catch (DateTimeException | NumberFormatException e) {
                brokenLines++;
            }
        }
        return new CsvBars(bars, flags(brokenLines));
    }

    private static Bar bar(CsvTable table, List<String> row, CsvDates dates, CsvNumbers numbers) {
        if (!table.fits(row)) {
            throw new NumberFormatException("too few or too many fields");
        }
        return new Bar(
                dates.date(table.field(row, DATE)),
                numbers.price(table.field(row, "open")),
                numbers.price(table.field(row, "high")),
                numbers.price(table.field(row, "low")),
                numbers.price(table.field(row, CLOSE)),
                numbers.volume(table.field(row, VOLUME)));
    }

    private static List<Line> flags(int broken) {
        return broken == 0 ? List.of() : List.of(Line.count("source.lines", broken));
    }
}
