package dev.bellwether.command;

import dev.bellwether.analyst.Crossing;
import dev.bellwether.analyst.Explanation;
import dev.bellwether.analyst.Move;
import dev.bellwether.analyst.StoryRanking;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Fact;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code /why} says, for programs. */
final class WhyData {
    private WhyData() {}

    static Map<String, Datum> of(Explanation.Found found) {
        Move move = found.move();
        String currency = found.now().listing().currency();
        Map<String, Datum> data = new LinkedHashMap<>();
        data.put("symbol", new Value.Words(found.instrument().symbol()));
        data.put("listing", new Value.Words(found.now().listing().symbol()));
        data.put("day", new Value.Day(move.day()));
        data.put("price", new Value.Price(found.price().price(), currency));
        data.put("change", Shown.change(move.change(), "1d"));
        data.put("usualDay", Shown.share(move.usual()));
        data.put("sigma", Shown.figure(move.sigma(), 2, "sigma"));
        data.put("peers", items(found.peers(), WhyData::peer));
        data.put("volumeMultiple", Shown.figure(move.volumeMultiple(), 2, "x"));
        data.put("levels", items(move.crossings(), crossing -> level(crossing, currency)));
        data.put(
                "stories",
                items(found.stories().stream().limit(WhyCard.MOST_STORIES).toList(), WhyData::story));
        data.put("calls", items(found.calls(), WhyData::call));
        data.put("explained", new Value.Words(found.unexplained() ? "no" : "perhaps"));
        return data;
    }

    private static <T> Datum items(List<T> all, Function<T, Datum> one) {
        return new Datum.Items(all.stream().map(one).toList());
    }

    private static Datum peer(Explanation.PeerMove peer) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("symbol", new Value.Words(peer.symbol()));
        parts.put("listing", new Value.Words(peer.listing()));
        parts.put("change", Shown.change(peer.change(), "1d"));
        return new Datum.Parts(null, parts);
    }

    private static Datum level(Crossing crossing, String currency) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("line", new Value.Words(crossing.line()));
        parts.put("price", new Value.Price(crossing.price(), currency));
        parts.put("direction", new Value.Words(crossing.up() ? "up" : "down"));
        return new Datum.Parts(null, parts);
    }

    private static Datum story(StoryRanking.Ranked ranked) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("headline", new Value.Words(ranked.story().headline()));
        parts.put("publisher", new Value.Words(ranked.story().publisher()));
        parts.put("outlets", new Value.Count(ranked.story().outlets(), "outlets"));
        parts.put("first", new Value.Moment(ranked.story().first()));
        parts.put("about", new Value.Words(ranked.own() ? "instrument" : "peer"));
        parts.put("closeness", new Value.Figure(ranked.points(), 1, null));
        parts.put("themes", items(ranked.themes().stream().limit(5).toList(), Value.Words::new));
        parts.put("links", items(ranked.story().links(), link -> new Value.Words(link.toString())));
        return new Datum.Parts(null, parts);
    }

    private static Datum call(Fact.Call fact) {
        AnalystCall call = fact.call();
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("firm", call.firm() == null ? new Value.Missing("no firm named") : new Value.Words(call.firm()));
        parts.put("action", new Value.Words(call.action().label()));
        parts.put("kind", new Value.Words(call.kind().label()));
        parts.put("old", target(call.oldTarget(), call.currency()));
        parts.put("new", target(call.newTarget(), call.currency()));
        parts.put("at", new Value.Moment(fact.at()));
        parts.put("sources", new Value.Count(fact.mentions().size(), "sources"));
        return new Datum.Parts(null, parts);
    }

    private static Value target(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null || !Double.isFinite(amount.doubleValue())) {
            return new Value.Missing("not stated");
        }
        return currency == null
                ? new Value.Figure(amount.doubleValue(), 2, null)
                : new Value.Price(amount.doubleValue(), currency);
    }
}
