package dev.bellwether.quote;

import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table with a header line: columns by name in any case, {@code ,} {@code ;} or tab between them, fields quoted or not. A
 * quoted field ends with its line at the latest, so that one forgotten quote costs one line and not the rest of the file.
 *
 * @param width how many columns there are
 * @param separator what stands between the fields
 * @param columns column number by name, in lower case
 * @param rows the fields of each line below the header, without empty lines
 */
record CsvTable(int width, char separator, Map<String, Integer> columns, List<List<String>> rows) {

    static CsvTable parse(String text) throws NotPricesException {
        List<String> lines = withoutMark(text)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("sep="))
                .toList();
        if (lines.isEmpty()) {
            throw new NotPricesException(Line.say("source.what.nothing"));
        }
        if (lines.getFirst().stripLeading().startsWith("<")) {
            throw new NotPricesException(Line.say("source.what.page"));
        }
        char separator = separatorOf(lines.getFirst());
        Map<String, Integer> columns = new HashMap<>();
        List<String> header = fields(lines.getFirst(), separator);
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
        }
        return new CsvTable(
                header.size(),
                separator,
                columns,
                lines.stream().skip(1).map(line -> fields(line, separator)).toList());
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separatorOf(String header) {
        if (header.indexOf(';') >= 0) {
            return ';';
        }
        return header.indexOf('\t') >= 0 && header.indexOf(',') < 0 ? '\t' : ',';
    }

    private static List<String> fields(String line, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    /** Whether a line has a field for each column and none beyond, but for empty ones. */
    boolean fits(List<String> row) {
        return row.size() >= width && row.stream().skip(width).allMatch(String::isEmpty);
    }

    /** The field of a row in the first of these columns that the table has; empty where it has none. */
    String field(List<String> row, String... names) {
        for (String name : names) {
            Integer column = columns.get(name);
            if (column != null && column < row.size()) {
                return row.get(column);
            }
        }
        return "";
    }

    boolean has(String... names) {
        return List.of(names).stream().anyMatch(columns::containsKey);
    }
}
