package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Subscriptions.Mute;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.Topic;
import dev.bellwether.watch.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a chat is told, as cards. */
final class SubscriptionCards {
    /** More than that are easier found in a menu. */
    private static final int MOST_BUTTONS = 8;

    private static final int MOST_OPTIONS = 25;

    /** How many menus fit below a card on every platform. */
    private static final int MOST_MENUS = 3;

    private SubscriptionCards() {}

    /** The answer to a change: what was done, and the way to all there is. */
    static Answer changed(Ask ask, Wanted wanted, SubscriptionPlace place, List<Line> sentences) {
        Card.Builder card = Card.titled(SubscriptionWords.TITLE, ask.at());
        sentences.stream().filter(sentence -> !sentence.isEmpty()).forEach(card::paragraph);
        card.block(new Block.Buttons(List.of(new Block.Button(Line.say("subscribe.button.list"), "/subscriptions"))));
        return Answer.privately(card.datum(place.ends().isEmpty() ? "private" : "chat", datum(wanted))
                .build());
    }

    /**
     * One chat's part of the list.
     *
     * @param name of the part, for programs
     * @param changes whether the asker may change it
     */
    static void section(
            Card.Builder card, Line heading, String name, SubscriptionPlace place, Wanted wanted, boolean changes) {
        card.block(new Block.Heading(heading));
        if (wanted.isNothing()) {
            card.paragraph(
                    Line.say("subscribe.list.empty", Line.empty().code("/subscribe breakouts BABA" + place.ends())));
        }
        List<Block.Button> buttons = new ArrayList<>();
        wanted.topics().forEach(topic -> {
            card.paragraph(SubscriptionWords.topic(topic));
            buttons.add(end(SubscriptionWords.topic(topic), SubscriptionWords.typed(topic) + place.ends()));
        });
        wanted.lists().stream().map(list -> list.kind()).distinct().forEach(kind -> {
            card.paragraph(list(kind, wanted));
            buttons.add(
                    end(SubscriptionWords.list(kind), kind.word() + " " + SubscriptionWords.WATCHLIST + place.ends()));
        });
        wanted.mutes()
                .forEach(mute -> Topic.named(mute.topic()).ifPresent(topic -> {
                    card.paragraph(muted(topic, mute.until()));
                    buttons.add(new Block.Button(
                            Line.say("subscribe.button.again", SubscriptionWords.topic(topic)),
                            "/subscribe " + SubscriptionWords.typed(topic) + place.ends()));
                }));
        if (changes) {
            offer(card, buttons);
        }
        card.datum(name, datum(wanted));
    }

    private static Line list(Topic.Kind kind, Wanted wanted) {
        List<Line> symbols = wanted.listed().stream()
                .filter(topic -> topic.kind() == kind)
                .map(topic -> Line.of(String.valueOf(topic.symbol())))
                .toList();
        Line list = SubscriptionWords.list(kind);
        return symbols.isEmpty() ? list : Line.say("subscribe.list.now", list, Line.joined("value.comma", symbols));
    }

    private static Line muted(Topic topic, @Nullable Instant until) {
        return until == null
                ? Line.say("subscribe.muted", SubscriptionWords.topic(topic))
                : Line.say("subscribe.muted.until", SubscriptionWords.topic(topic), new Value.Moment(until));
    }

    private static Block.Button end(Line what, String typed) {
        return new Block.Button(Line.say("subscribe.button.end-of", what), "/unsubscribe " + typed);
    }

    private static void offer(Card.Builder card, List<Block.Button> buttons) {
        if (buttons.size() <= MOST_BUTTONS) {
            if (!buttons.isEmpty()) {
                card.block(new Block.Buttons(buttons));
            }
            return;
        }
        for (int i = 0; i < buttons.size() && i < MOST_MENUS * MOST_OPTIONS; i += MOST_OPTIONS) {
            card.block(new Block.Menu(
                    Line.say("subscribe.button.choose"),
                    buttons.subList(i, Math.min(buttons.size(), i + MOST_OPTIONS))));
        }
    }

    private static Datum datum(Wanted wanted) {
        List<Datum> items = new ArrayList<>();
        wanted.topics().forEach(topic -> items.add(part("asked", topic.name(), null)));
        wanted.lists().stream()
                .map(list -> list.kind())
                .distinct()
                .forEach(kind -> items.add(part("watchlist", kind.word(), null)));
        wanted.listed().forEach(topic -> items.add(part("listed", topic.name(), null)));
        wanted.mutes().forEach(mute -> items.add(part("muted", mute.topic(), mute)));
        return new Datum.Items(items);
    }

    private static Datum part(String how, String topic, @Nullable Mute mute) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("topic", new Value.Words(topic));
        parts.put("how", new Value.Words(how));
        if (mute != null && mute.until() != null) {
            parts.put("until", new Value.Moment(mute.until()));
        }
        return new Datum.Parts(null, parts);
    }
}
