package dev.bellwether.watch.run;

import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertCards;
import dev.bellwether.watch.engine.Rebased;
import dev.bellwether.watch.engine.Rebasing;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleText;
import dev.bellwether.watch.rule.Rules;
import dev.bellwether.watch.rule.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps an alert on the new scale of prices after a split, and tells its owner. Called within the transaction that keeps the bars. */
final class SplitTeller {
    private static final Duration WORTH = Duration.ofDays(7);

    private final Outlets outlets;

    SplitTeller(Outlets outlets) {
        this.outlets = outlets;
    }

    void tell(Rebased rebased, Instant now) {
        outlets.alerts().byId(rebased.alert()).ifPresent(alert -> tell(alert, rebased, now));
    }

    /** Amounts of a rule about several listings mean none of them more than the others: its owner has to look at it. */
    private void tell(Alert alert, Rebased rebased, Instant now) {
        boolean one = alert.rule().scope() instanceof Scope.Symbols(List<String> symbols) && symbols.size() == 1;
        Alert after = one ? rescaled(alert, rebased.factor()) : alert;
        if (one) {
            outlets.alerts().change(after);
        }
        String name = AlertCards.name(after, outlets.desk().tellsIn(after));
        Value factor = new Value.Figure(rebased.factor(), 2, null);
        Card card = Card.titled(Line.say("watching.split.title", rebased.listing(), factor), now)
                .tone(Tone.NOTICE)
                .paragraph(
                        one
                                ? Line.say(
                                        "watching.split.changed",
                                        name,
                                        Line.empty().code(after.text()))
                                : Line.say(
                                        "watching.split.look",
                                        name,
                                        Line.empty().code(after.text())))
                .build();
        String key = "split:" + rebased.alert() + ":" + rebased.listing() + ":" + now;
        outlets.post()
                .post(new Notice(key, card, Audience.chat(outlets.desk().tellsIn(after)), Lane.ALERT, now.plus(WORTH)));
    }

    private static Alert rescaled(Alert alert, double factor) {
        Rule old = alert.rule();
        Rule rule = Rules.normal(new Rule(
                old.scope(),
                Rebasing.rebase(old.when(), factor),
                old.basis(),
                old.repeat(),
                old.cooldown(),
                old.until(),
                old.note()));
        return new Alert(
                alert.id(),
                alert.number(),
                alert.chat(),
                alert.member(),
                alert.by(),
                alert.group(),
                alert.aside(),
                rule,
                RuleText.of(rule),
                alert.state(),
                alert.created(),
                alert.snoozedUntil(),
                alert.fired(),
                alert.remind(),
                alert.unacknowledged());
    }
}
