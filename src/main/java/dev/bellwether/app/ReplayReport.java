package dev.bellwether.app;

import dev.bellwether.bot.console.CardJson;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Voice;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what a group would have been sent, and counts it. */
final class ReplayReport {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "EEE yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final CardText TEXT = new CardText(Voice.english(), Paint.PLAIN);

    private final PrintWriter out;
    private final boolean json;
    private final Map<String, Integer> totals = new TreeMap<>();

    ReplayReport(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Prints one message. */
    void told(Instant at, Notice notice) {
        totals.merge(kind(notice.key()), 1, Integer::sum);
        if (json) {
            Map<String, String> head = new LinkedHashMap<>();
            head.put("at", at.toString());
            head.put("kind", kind(notice.key()));
            head.put("key", notice.key());
            out.println(CardJson.line(head, notice.card()));
        } else {
            out.println("=== " + MINUTE.format(at) + "  " + kind(notice.key()) + reply(notice));
            out.println(TEXT.render(notice.card()));
        }
    }

    private static String reply(Notice notice) {
        Notice.Follow follow = notice.follow();
        return follow == null ? "" : "  (reply to " + follow.key() + ")";
    }

    /** The first word of a key says what kind of notice it is: {@code level}, {@code alert}, {@code digest}. */
    private static String kind(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }

    /** Prints how many messages there were of each kind. */
    void totals() {
        if (json) {
            out.println(totals.entrySet().stream()
                    .map(total -> '"' + total.getKey() + "\":" + total.getValue())
                    .collect(Collectors.joining(",", "{\"totals\":{", "}}")));
            return;
        }
        int sum = totals.values().stream().mapToInt(Integer::intValue).sum();
        out.println("=== " + sum + (sum == 1 ? " message" : " messages")
                + totals.entrySet().stream()
                        .map(total -> total.getKey() + " " + total.getValue())
                        .collect(Collectors.joining(", ", sum == 0 ? "" : ": ", "")));
    }

    static String oneLine(Card card) {
        return TEXT.oneLine(card);
    }
}
