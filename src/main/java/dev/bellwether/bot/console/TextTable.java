package dev.bellwether.bot.console;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tables in columns as wide as their widest cell, numbers to the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final Paint paint;

    TextTable(Paint paint) {
        this.paint = paint;
    }

    List<String> render(Block.Table table, Function<Line, String> text) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns().stream()
                .map(column -> text.apply(column.label()))
                .toList());
        table.rows().forEach(row -> cells.add(row.stream().map(text).toList()));
        int[] widths = widths(cells, table.columns().size());
        List<String> lines = new ArrayList<>();
        for (List<String> row : cells) {
            String line = line(row, table.columns(), widths);
            lines.add(lines.isEmpty() ? paint.label(line) : line);
        }
        return lines;
    }

    private static int[] widths(List<List<String>> cells, int columns) {
        int[] widths = new int[columns];
        for (List<String> row : cells) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, List<Block.Column> columns, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - Columns.of(row.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).numeric() ? blanks + row.get(i) : row.get(i) + blanks);
        }
        return line.toString();
    }
}
