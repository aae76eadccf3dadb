package dev.bellwether.quote;

import dev.bellwether.fact.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The exchange rates of the sample mode, from a resource with the columns {@code Date,USD,HKD,…}: units of each currency for one
 * euro. Empty where there is no such resource.
 */
public final class SampleRates implements Rates {
    /** Where the bundled rates are. */
    public static final String BUNDLED = "/sample/rates.csv";

    private final RateTable table;

    /** @param resource absolute resource path */
    public SampleRates(String resource) {
        this.table = load(resource);
    }

    /** The bundled rates. */
    public SampleRates() {
        this(BUNDLED);
    }

    @Override
    public Optional<Rate> rate(String from, String to, Instant at) {
        return table.rate(
                from,
                to,
                at,
                day -> new Provenance("Sample data", RateTable.published(day), Duration.ZERO, null, true));
    }

    private static RateTable load(String resource) {
        try (InputStream file = SampleRates.class.getResourceAsStream(resource)) {
            return file == null
                    ? RateTable.EMPTY
                    : table(CsvTable.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotPricesException | DateTimeException | NumberFormatException e) {
            throw new IllegalStateException(resource + " holds no exchange rates", e);
        }
    }

    private static RateTable table(CsvTable csv) {
        TreeMap<LocalDate, Map<String, Double>> perEuro = new TreeMap<>();
        CsvDates dates = new CsvDates(CsvDates.Slashes.UNKNOWN);
        for (List<String> row : csv.rows()) {
            perEuro.put(dates.date(csv.field(row, "date")), rates(csv, row));
        }
        return new RateTable(perEuro);
    }

    private static Map<String, Double> rates(CsvTable csv, List<String> row) {
        Map<String, Double> rates = new HashMap<>();
        for (String column : csv.columns().keySet()) {
            double rate = column.equals("date") ? Double.NaN : new CsvNumbers(false).price(csv.field(row, column));
            if (rate > 0) {
                rates.put(column.toUpperCase(Locale.ROOT), rate);
            }
        }
        return rates;
    }
}
