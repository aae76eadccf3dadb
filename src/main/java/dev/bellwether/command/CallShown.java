package dev.bellwether.command;

import dev.bellwether.analyst.CallWords;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One analyst call as cells of a table and as values. */
final class CallShown {
    private CallShown() {}

    static Line target(AnalystCall call) {
        return CallWords.target(call);
    }

    /** The same, crossed out: values can't be, so numbers stand as they were printed. */
    static Line struckTarget(AnalystCall call) {
        String before = call.oldTarget() == null ? "" : call.oldTarget().toPlainString() + " → ";
        String old = (call.currency() == null ? "" : call.currency() + " ") + before;
        return call.newTarget() == null
                ? Line.empty().struck(Line.of(old).then(Line.say("targets.none")))
                : Line.empty().struck(old + call.newTarget().toPlainString());
    }

    static Value amount(@Nullable BigDecimal number, AnalystCall call) {
        return CallWords.amount(number, call);
    }

    static Line rating(@Nullable String rating) {
        return rating == null ? Line.empty() : Line.of(rating);
    }

    static Value.Day day(Fact.Printed fact, Exchange exchange) {
        return new Value.Day(exchange.dayAt(fact.at()));
    }

    /** How many outlets tell it, leading to the first of them that can be read. */
    static Line sources(Fact.Printed fact) {
        Line text = Line.count("targets.sources", fact.mentions().size());
        return fact.mentions().stream()
                .flatMap(mention -> Stream.ofNullable(mention.link()))
                .findFirst()
                .map(link -> Line.empty().link(text, link))
                .orElse(text);
    }

    static Line action(AnalystCall.Action action) {
        return CallWords.action(action);
    }

    /** Where a fact was read, as sources of a card. */
    static List<Provenance> provenance(Fact.Printed fact) {
        return CallWords.sources(fact);
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
