package dev.bellwether.bot.telegram;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of one message, and the two ways to write it: in Telegram's HTML mode, or as plain text. */
record Rich(List<Row> rows) {
    Rich {
        rows = List.copyOf(rows);
    }

    /** What Telegram counts after it has read the tags: UTF-16 units. */
    int units() {
        return rows.stream().mapToInt(Row::units).sum() + Math.max(0, rows.size() - 1);
    }

    boolean isBlank() {
        return rows.stream().allMatch(row -> row.text().isBlank());
    }

    /** The same with a row more. */
    Rich then(Row row) {
        return new Rich(Stream.concat(rows.stream(), Stream.of(row)).toList());
    }

    /** In HTML mode. Only documented tags, every one closed in the row or group of rows that opened it. */
    String html() {
        StringBuilder html = new StringBuilder();
        Row.Kind open = Row.Kind.TEXT;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.kind() != open) {
                close(html, open);
            }
            html.append(i == 0 ? "" : "\n");
            if (row.kind() != open) {
                open(html, row.kind());
                open = row.kind();
            }
            row.runs().forEach(run -> html.append(html(run)));
        }
        close(html, open);
        return html.toString();
    }

    private static void open(StringBuilder html, Row.Kind kind) {
        if (!kind.tag().isEmpty()) {
            html.append('<').append(kind.tag()).append(kind == Row.Kind.QUOTE ? " expandable>" : ">");
        }
    }

    private static void close(StringBuilder html, Row.Kind kind) {
        if (!kind.tag().isEmpty()) {
            html.append("</").append(kind.tag()).append('>');
        }
    }

    private static String html(Run run) {
        String text = escaped(run.text());
        if (!run.isEntity()) {
            return text;
        }
        String tag = run.style().tag();
        String start = run.href() == null ? tag : tag + " href=\"" + escaped(run.href()) + "\"";
        return "<" + start + ">" + text + "</" + tag + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** As plain text of at most so many units; with the addresses of its links if there is room for them. */
    String plain(int most) {
        String full = rows.stream().map(row -> plain(row, true)).collect(Collectors.joining("\n"));
        return full.length() <= most
                ? full
                : rows.stream().map(row -> plain(row, false)).collect(Collectors.joining("\n"));
    }

    /** Cleaned once more, since nothing keeps Telegram from finding mentions in what was code. */
    private static String plain(Row row, boolean withLinks) {
        return row.runs().stream()
                .map(run ->
                        CleanText.shown(run.text()) + (withLinks && run.href() != null ? " (" + run.href() + ")" : ""))
                .collect(Collectors.joining());
    }
}
