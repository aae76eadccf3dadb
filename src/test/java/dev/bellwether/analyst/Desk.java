package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Stance;
import dev.bellwether.reading.Passage;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Articles in a language that needs no reader: a line {@code CALL firm|action|old|new|currency|rating|company|ticker} is a call, {@code STATED
 * kind|value|currency} a number of the press, {@code CLAIM kind|value} a claim, {@code RESULTS date} a day of earnings. What is
 * empty or left out is not printed.
 */
public final class Desk {
    public static final Instrument BABA = new Instrument(
            "BABA",
            "Alibaba Group",
            List.of("Alibaba", "阿里巴巴"),
            null,
            List.of(
                    listing("BABA", Exchange.NYSE, 8),
                    listing("9988.HK", Exchange.HKEX, 1),
                    listing("AHLA.DE", Exchange.XETRA, 8)),
            List.of());
    public static final Instrument JD = new Instrument(
            "JD", "JD.com", List.of("Jingdong"), null, List.of(listing("JD", Exchange.NASDAQ, 2)), List.of());
    public static final Instruments GROUP = new Instruments(List.of(BABA, JD));

    private Desk() {}

    private static Listing listing(String symbol, Exchange exchange, int shares) {
        return new Listing(symbol, exchange, exchange.currency(), shares, Map.of());
    }

    /** An article on Alibaba. */
    public static Article article(String key, String at, String text) {
        return article("https://wire.example/rss", key, at, text, Set.of("BABA"));
    }

    public static Article article(String feed, String key, String at, String text, Set<String> symbols) {
        Instant when = Instant.parse(at);
        String publisher = URI.create(feed).getHost();
        URI link = URI.create("https://" + publisher + "/" + key);
        return new Article(key, feed, String.valueOf(publisher), "On " + key, text, link, when, when, "en", symbols);
    }

    /** The calls in a text. */
    public static List<AnalystCall> calls(Passage passage) {
        return passage.text()
                .lines()
                .flatMap(line -> {
                    if (line.startsWith("CALL ")) {
                        return List.of(call(line)).stream();
                    }
                    return line.startsWith("STATED ")
                            ? List.of(stated(line)).stream()
                            : List.<AnalystCall>of().stream();
                })
                .toList();
    }

    /** The claims in a text. */
    public static List<Claim> claims(Passage passage) {
        return passage.text()
                .lines()
                .filter(line -> line.startsWith("CLAIM ") || line.startsWith("RESULTS "))
                .map(Desk::claim)
                .toList();
    }

    private static AnalystCall call(String line) {
        Parts parts = new Parts(line);
        String rating = parts.at(5);
        return new AnalystCall(
                parts.at(0),
                null,
                parts.at(6),
                parts.at(7),
                AnalystCall.Action.valueOf(String.valueOf(parts.at(1)).toUpperCase(Locale.ROOT)),
                parts.number(2),
                parts.number(3),
                parts.at(4),
                rating,
                "Buy".equals(rating) ? Stance.BUY : null,
                AnalystCall.Kind.ANALYST,
                line,
                0.9);
    }

    private static AnalystCall stated(String line) {
        Parts parts = new Parts(line);
        AnalystCall.Kind kind =
                AnalystCall.Kind.valueOf(String.valueOf(parts.at(0)).toUpperCase(Locale.ROOT));
        return new AnalystCall(
                null,
                null,
                null,
                null,
                AnalystCall.Action.SET,
                null,
                parts.number(1),
                parts.at(2),
                null,
                null,
                kind,
                line,
                0.9);
    }

    private static Claim claim(String line) {
        Parts parts = new Parts(line);
        if (line.startsWith("RESULTS ")) {
            LocalDate day = LocalDate.parse(String.valueOf(parts.at(0)));
            return new Claim(Claim.Kind.EARNINGS_DATE, null, day, null, null, null, null, line, 0.9);
        }
        Claim.Kind kind = Claim.Kind.valueOf(String.valueOf(parts.at(0)).toUpperCase(Locale.ROOT));
        return new Claim(kind, parts.number(1), null, null, null, null, null, line, 0.9);
    }

    /** What stands between the strokes behind the first word. */
    private record Parts(String line) {
        @Nullable
        String at(int index) {
            String[] parts = line.substring(line.indexOf(' ') + 1).split("\\|", -1);
            return index >= parts.length || parts[index].isBlank() ? null : parts[index].strip();
        }

        @Nullable
        BigDecimal number(int index) {
            String text = at(index);
            return text == null ? null : new BigDecimal(text);
        }
    }

    /** A recorder of the group's facts that understands these articles. */
    public static FactRecorder recorder(FactStore store, int version) {
        return new FactRecorder(store, version, Desk::calls, Desk::claims, GROUP);
    }

    /** A call as it is kept: {@code RAISE 225 -> 230 USD Buy}. */
    public static String told(Fact.Call fact) {
        AnalystCall call = fact.call();
        return call.action() + " " + call.oldTarget() + " -> " + call.newTarget() + " " + call.currency() + " "
                + call.rating();
    }
}
