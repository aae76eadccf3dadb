package dev.bellwether.bot.discord;

import dev.bellwether.bot.TextWidth;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables for a phone: in columns, as code, where all of them fit into {@value #COLUMNS} columns; else each row as a line of its own
 * that names its cells. Code can't hold links, so a table with links takes the second form.
 */
final class PhoneTable {
    /** What a phone held upright shows of an embed in type of one width. */
    static final int COLUMNS = 40;

    private static final String GAP = "  ";
    private static final String FENCE = "```";

    private final LineMarkdown text;

    PhoneTable(LineMarkdown text) {
        this.text = text;
    }

    /** The table as texts that can stand in different messages, each of at most {@code room} characters. */
    List<String> render(Block.Table table, int room) {
        List<List<String>> cells = cells(table);
        int[] widths = widths(cells, table.columns().size());
        boolean narrow = total(widths) <= COLUMNS && !hasLinks(table);
        return narrow ? columns(cells, table.columns(), widths, room) : rows(table, room);
    }

    private static boolean hasLinks(Block.Table table) {
        return table.rows().stream()
                .flatMap(List::stream)
                .flatMap(cell -> cell.spans().stream())
                .anyMatch(span -> span instanceof Span.Link);
    }

    private List<List<String>> cells(Block.Table table) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns().stream().map(column -> cell(column.label())).toList());
        table.rows().forEach(row -> cells.add(row.stream().map(this::cell).toList()));
        return cells;
    }

    private String cell(Line line) {
        return text.plain(line).replace('`', '\'');
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

    private static int total(int[] widths) {
        int total = GAP.length() * Math.max(0, widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    /** One piece of code; if that is too long, several, each with the head again. */
    private static List<String> columns(List<List<String>> cells, List<Block.Column> columns, int[] widths, int room) {
        List<String> lines =
                cells.stream().map(row -> line(row, columns, widths)).toList();
        String head = lines.getFirst().isBlank() ? "" : lines.getFirst() + "\n";
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder(head);
        for (String line : lines.subList(1, lines.size())) {
            boolean full = piece.length() + line.length() + 1 + 2 * (FENCE.length() + 1) > room;
            if (full && piece.length() > head.length()) {
                pieces.add(fenced(piece));
                piece = new StringBuilder(head);
            }
            piece.append(line).append('\n');
        }
        if (!piece.toString().isBlank()) {
            pieces.add(fenced(piece));
        }
        return pieces;
    }

    private static String fenced(StringBuilder lines) {
        return FENCE + "\n" + lines + FENCE;
    }

    private static String line(List<String> row, List<Block.Column> columns, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - TextWidth.of(row.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).numeric() ? blanks + row.get(i) : row.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private List<String> rows(Block.Table table, int room) {
        return table.rows().stream()
                .map(row -> row(table.columns(), row))
                .flatMap(line -> text.split(line, room).stream())
                .toList();
    }

    /** The first cell says what the row is about; the others come behind their labels. */
    private Line row(List<Block.Column> columns, List<Line> row) {
        Line line = Line.empty();
        for (int i = 0; i < row.size(); i++) {
            if (text.plain(row.get(i)).isEmpty()) {
                continue;
            }
            String label = text.plain(columns.get(i).label());
            line = line.isEmpty() ? line : line.text(" · ");
            line = i == 0
                    ? bold(row.getFirst())
                    : line.text(label.isEmpty() ? "" : label + " ").then(row.get(i));
        }
        return line;
    }

    /** A link can't stand in bold without care, and stands out by itself. */
    private Line bold(Line cell) {
        boolean link = cell.spans().stream().anyMatch(span -> span instanceof Span.Link);
        return link ? cell : Line.empty().strong(text.plain(cell));
    }
}
