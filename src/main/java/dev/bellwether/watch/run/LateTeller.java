package dev.bellwether.watch.run;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertCards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what was missed, once all of it is gone through: few things one by one, many for one audience in one message. */
final class LateTeller {
    private static final int FEW = 3;
    private static final Duration SLIVER = Duration.ofMillis(1);
    private static final Duration WORTH = Duration.ofDays(2);

    private final Taker taker;
    private final Outlets outlets;
    private final WatchMemory memory;

    LateTeller(Taker taker, Outlets outlets, WatchMemory memory) {
        this.taker = taker;
        this.outlets = outlets;
        this.memory = memory;
    }

    /** Tells everything that waits; in one transaction with the note that it is told. */
    void tell(Instant now) {
        if (memory.delayed().isEmpty()) {
            return;
        }
        taker.inOne(() -> {
            List<Late> waiting = memory.delayed();
            alerts(waiting, now);
            levels(waiting, now);
            memory.told(waiting.stream().map(Late::key).toList());
        });
    }

    private void alerts(List<Late> waiting, Instant now) {
        Map<ChatId, List<AlertCards.Fired>> byChat = new LinkedHashMap<>();
        for (Late late : waiting) {
            Alert alert = late.alert() == null
                    ? null
                    : outlets.alerts().byId(late.alert()).orElse(null);
            if (alert != null) {
                fact(Fact.AlertFired.class, late)
                        .forEach(
                                fact -> byChat.computeIfAbsent(outlets.desk().tellsIn(alert), chat -> new ArrayList<>())
                                        .add(new AlertCards.Fired(alert, fact)));
            }
        }
        byChat.values().forEach(fired -> {
            fired.sort(Comparator.comparing(one -> one.fact().at()));
            if (fired.size() > FEW) {
                outlets.post().post(outlets.desk().notice(fired, now));
            } else {
                fired.forEach(one -> outlets.post().post(outlets.desk().notice(one.alert(), one.fact(), now)));
            }
        });
    }

    private void levels(List<Late> waiting, Instant now) {
        Map<Audience, List<Notice>> byAudience = new LinkedHashMap<>();
        for (Late late : waiting) {
            if (late.alert() == null) {
                fact(Fact.LevelMet.class, late)
                        .forEach(fact -> outlets.breakouts()
                                .apply(fact)
                                .ifPresent(notice -> byAudience
                                        .computeIfAbsent(notice.audience(), audience -> new ArrayList<>())
                                        .add(new Notice(
                                                notice.key(),
                                                notice.card(),
                                                notice.audience(),
                                                notice.lane(),
                                                now.plus(WORTH),
                                                notice.follow()))));
            }
        }
        byAudience.forEach((audience, notices) -> {
            if (notices.size() > FEW) {
                outlets.post().post(together(audience, notices, now));
            } else {
                notices.forEach(outlets.post()::post);
            }
        });
    }

    private static Notice together(Audience audience, List<Notice> notices, Instant now) {
        Card.Builder card = Card.titled(Line.count("watching.late.title", notices.size()), now)
                .tone(Tone.NOTICE)
                .paragraph(Line.say("watching.late"));
        for (Notice notice : notices) {
            card.paragraph(Line.say(
                    "watching.late.item",
                    new Value.Moment(notice.card().at()),
                    notice.card().title()));
            notice.card().sources().forEach(card::source);
        }
        String key = notices.getFirst().key() + "+" + (notices.size() - 1);
        return new Notice(key, card.build(), audience, Lane.ALERT, now.plus(WORTH));
    }

    private <F extends Fact.Seen> List<F> fact(Class<F> kind, Late late) {
        SeenFacts seen = outlets.seen();
        return seen
                .between(kind, late.symbol(), late.at().minus(SLIVER), late.at().plus(SLIVER))
                .stream()
                .filter(fact -> fact.key().equals(late.key()))
                .toList();
    }
}
