package dev.bellwether.command;

import dev.bellwether.analyst.Coverage;
import dev.bellwether.analyst.Mark;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One analyst call as cells of a table and as values. */
final class CallShown {
    private CallShown() {}

    /** {@code ↓ $231.00 → $225.00}, {@code $215.00}, {@code dropped}. */
    static Line target(AnalystCall call) {
        Line line = Line.of(
                switch (Coverage.direction(call)) {
                    case 1 -> "↑ ";
                    case -1 -> "↓ ";
                    default -> "";
                });
        if (call.action() == AnalystCall.Action.DROP) {
            return line.text("dropped");
        }
        if (call.newTarget() == null) {
            return line.text("no target");
        }
        Line before = call.oldTarget() == null
                ? line
                : line.value(amount(call.oldTarget(), call)).text(" → ");
        return before.value(amount(call.newTarget(), call));
    }

    /** The same in words that can be struck out. */
    static String targetText(AnalystCall call) {
        String before = call.oldTarget() == null ? "" : call.oldTarget().toPlainString() + " → ";
        String now = call.newTarget() == null ? "no target" : call.newTarget().toPlainString();
        return (call.currency() == null ? "" : call.currency() + " ") + before + now;
    }

    static Value amount(@Nullable BigDecimal number, AnalystCall call) {
        if (number == null) {
            return new Value.Missing("not printed");
        }
        return call.currency() == null
                ? new Value.Figure(number.doubleValue(), 2, null)
                : new Value.Price(number.doubleValue(), call.currency());
    }

    static Line rating(@Nullable String rating) {
        return rating == null ? Line.empty() : Line.of(rating);
    }

    static Value.Day day(Fact fact, Exchange exchange) {
        return new Value.Day(exchange.dayAt(fact.at()));
    }

    /** How many outlets tell it, leading to the first of them that can be read. */
    static Line sources(Fact fact) {
        int count = fact.mentions().size();
        String text = count == 1 ? "1 source" : count + " sources";
        return fact.mentions().stream()
                .flatMap(mention -> Stream.ofNullable(mention.link()))
                .findFirst()
                .map(link -> link(text, link))
                .orElseGet(() -> Line.of(text));
    }

    private static Line link(String text, URI link) {
        return Line.empty().link(text, link);
    }

    /** Where a fact was read, as sources of a card. */
    static List<Provenance> provenance(Fact fact) {
        return fact.mentions().stream()
                .map(mention -> new Provenance(
                        mention.publisher(),
                        mention.at(),
                        Duration.ZERO,
                        mention.link(),
                        mention.feed().startsWith("sample:")))
                .toList();
    }

    /**
     * The call as named values.
     *
     * @param rating shown instead of the call's own; null for none
     * @param upside from the current price
     */
    static Map<String, Datum> data(
            String firm, Fact.Call fact, @Nullable String rating, Value upside, Exchange exchange) {
        AnalystCall call = fact.call();
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("firm", new Value.Words(firm));
        parts.put("action", new Value.Words(call.action().label()));
        parts.put("old", amount(call.oldTarget(), call));
        parts.put("new", amount(call.newTarget(), call));
        parts.put("currency", words(call.currency()));
        parts.put("rating", words(rating));
        parts.put("date", day(fact, exchange));
        parts.put("upside", upside);
        parts.put(
                "sources",
                new Datum.Items(fact.mentions().stream().map(CallShown::source).toList()));
        return parts;
    }

    static Datum mark(Mark mark) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("state", new Value.Words(mark.state().name().toLowerCase(Locale.ROOT)));
        parts.put("member", new Value.Words(mark.member()));
        parts.put("reason", new Value.Words(mark.reason()));
        parts.put(
                "settledBy", mark.settledBy() == null ? new Value.Missing("open") : new Value.Words(mark.settledBy()));
        return new Datum.Parts(null, parts);
    }

    private static Value words(@Nullable String text) {
        return text == null ? new Value.Missing("not printed") : new Value.Words(text);
    }

    static Datum source(Mention mention) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("publisher", new Value.Words(mention.publisher()));
        if (mention.link() != null) {
            parts.put("url", new Value.Words(mention.link().toString()));
        }
        parts.put("at", new Value.Moment(mention.at()));
        parts.put("sentence", new Value.Words(mention.sentence()));
        return new Datum.Parts(null, parts);
    }
}
