package dev.bellwether.bot.telegram;

import dev.bellwether.bot.TextWidth;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables as a phone shows them: aligned in a fixed-width font if they fit across the screen and lead nowhere, else a line for
 * each row, with the names of its columns of numbers; words speak for themselves.
 */
final class TableRows {
    /** Columns of a fixed-width font in a message on a small phone. */
    static final int PHONE = 34;

    private final LineRuns runs;

    TableRows(LineRuns runs) {
        this.runs = runs;
    }

    Chunk of(Block.Table table) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns().stream()
                .map(column -> runs.text(column.label()))
                .toList());
        table.rows().forEach(row -> cells.add(row.stream().map(runs::text).toList()));
        int[] widths = widths(cells, table.columns().size());
        int gap = gap(widths);
        if (gap == 0 || leadsSomewhere(table)) {
            return inLines(table);
        }
        boolean headless = cells.getFirst().stream().allMatch(String::isEmpty);
        List<Row> rows = cells.stream()
                .skip(headless ? 1 : 0)
                .map(row -> Row.table(line(row, table.columns(), widths, gap)))
                .toList();
        return new Chunk(rows, true, false, headless ? List.of() : rows.subList(0, 1));
    }

    private static int[] widths(List<List<String>> cells, int columns) {
        int[] widths = new int[columns];
        for (List<String> row : cells) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    /** How many blanks there is room for between two columns; 0 if the table is too wide. */
    private static int gap(int[] widths) {
        int width = 0;
        for (int each : widths) {
            width += each;
        }
        int gaps = widths.length - 1;
        return width + 2 * gaps <= PHONE ? 2 : width + gaps <= PHONE ? 1 : 0;
    }

    private static String line(List<String> row, List<Block.Column> columns, int[] widths, int gap) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - TextWidth.of(row.get(i)));
            line.append(i == 0 ? "" : " ".repeat(gap));
            line.append(columns.get(i).numeric() ? blanks + row.get(i) : row.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private boolean leadsSomewhere(Block.Table table) {
        return table.rows().stream()
                .flatMap(List::stream)
                .flatMap(cell -> runs.of(cell).stream())
                .anyMatch(run -> run.href() != null);
    }

    private Chunk inLines(Block.Table table) {
        return new Chunk(
                table.rows().stream().map(row -> inLine(table.columns(), row)).toList(), true);
    }

    private Row inLine(List<Block.Column> columns, List<Line> cells) {
        List<Run> line = new ArrayList<>();
        int said = 0;
        for (int i = 0; i < cells.size(); i++) {
            List<Run> cell = runs.of(cells.get(i));
            if (cell.isEmpty()) {
                continue;
            }
            if (i == 0) {
                cell.forEach(run -> line.add(run.style() == Run.Style.PLAIN ? Run.strong(run.text()) : run));
            } else {
                String label =
                        columns.get(i).numeric() ? runs.text(columns.get(i).label()) : "";
                String before = line.isEmpty() ? "" : said == 1 ? "  " : " · ";
                Stream.of(before, label.isEmpty() ? "" : label + " ")
                        .filter(text -> !text.isEmpty())
                        .forEach(text -> line.add(Run.plain(text)));
                line.addAll(cell);
            }
            said++;
        }
        return new Row(line, Row.Kind.TEXT);
    }
}
