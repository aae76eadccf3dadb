package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the numbers of one table.
 *
 * @param decimalComma whether {@code 1.234,5} is a bit more than a thousand; else {@code 1,234.5} is
 */
record CsvNumbers(boolean decimalComma) {
    private static final Set<String> MISSING = Set.of("", "-", "null", "n/d", "n/a", "na", "nan", "none");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d{1,3})?");
    private static final Pattern THOUSANDS_BY_COMMA = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern THOUSANDS_BY_POINT = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,]\\d{3})+");

    /** A comma is decimal in a table with {@code ;} or tabs where any price has one. */
    static CsvNumbers of(CsvTable table, String... priceColumns) {
        boolean comma = table.separator() != ','
                && table.rows().stream()
                        .anyMatch(row -> table.field(row, priceColumns).contains(","));
        return new CsvNumbers(comma);
    }

    /** Whether a field says that there is no value. */
    static boolean isMissing(String field) {
        return MISSING.contains(field.toLowerCase(Locale.ROOT));
    }

    /**
     * A price, {@code NaN} where the field says there is none.
     *
     * @throws NumberFormatException if the field is something else
     */
    double price(String field) {
        if (isMissing(field)) {
            return Double.NaN;
        }
        String plain = field.startsWith("$") ? field.substring(1) : field;
        Pattern thousands = decimalComma ? THOUSANDS_BY_POINT : THOUSANDS_BY_COMMA;
        String ungrouped = thousands.matcher(plain).matches() ? plain.replace(decimalComma ? "." : ",", "") : plain;
        String point = decimalComma ? ungrouped.replace(',', '.') : ungrouped;
        if (!NUMBER.matcher(point).matches()) {
            throw new NumberFormatException("not a price");
        }
        return Double.parseDouble(point);
    }

    /** A volume; {@link Bar#NO_VOLUME} where the field says there is none. Thousands may be grouped either way. */
    long volume(String field) {
        if (isMissing(field)) {
            return Bar.NO_VOLUME;
        }
        boolean grouped = GROUPED.matcher(field).matches();
        double volume = grouped ? Double.parseDouble(field.replaceAll("[.,]", "")) : price(field);
        return volume < 0 ? Bar.NO_VOLUME : Math.round(volume);
    }
}
