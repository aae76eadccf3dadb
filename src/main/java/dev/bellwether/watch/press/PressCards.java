package dev.bellwether.watch.press;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the cards of the press have in common: where it was read. */
final class PressCards {
    private static final String SAMPLE = "sample:";
    private static final int MOST_OUTLETS = 4;

    private PressCards() {}

    static Provenance source(Mention mention) {
        return new Provenance(
                mention.publisher(),
                mention.at(),
                Duration.ZERO,
                mention.link(),
                mention.feed().startsWith(SAMPLE));
    }

    static Provenance source(Article article) {
        return new Provenance(
                article.publisher(),
                article.when(),
                Duration.ZERO,
                article.link(),
                article.feed().startsWith(SAMPLE));
    }

    /** Who says so, each outlet once, leading to where it can be read. */
    static Line outlets(List<Mention> mentions) {
        Map<String, Line> outlets = new LinkedHashMap<>();
        mentions.forEach(mention -> outlets.putIfAbsent(mention.publisher(), outlet(mention)));
        List<Line> shown = outlets.values().stream().limit(MOST_OUTLETS).toList();
        Line all = Line.joined("value.comma", shown);
        return outlets.size() > MOST_OUTLETS ? Line.say("value.more", all, outlets.size() - MOST_OUTLETS) : all;
    }

    private static Line outlet(Mention mention) {
        return mention.link() == null
                ? Line.of(mention.publisher())
                : Line.empty().link(mention.publisher(), mention.link());
    }

    /** Where a fact was read, for programs. */
    static Datum sources(Fact.Printed fact) {
        return new Datum.Items(fact.mentions().stream().map(PressCards::datum).toList());
    }

    private static Datum datum(Mention mention) {
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
