package dev.bellwether.command;

import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertCards;
import dev.bellwether.watch.rule.ParsedRule;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleError;
import dev.bellwether.watch.rule.RuleText;
import dev.bellwether.watch.rule.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What is done with alerts that are set. Only who set one or who manages its chat may change it. */
final class AlertActions {
    private static final Duration USUAL_SNOOZE = Duration.ofDays(1);
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    private final AlertTools tools;
    private final AlertList list;
    private final AlertSetting setting;

    AlertActions(AlertTools tools, AlertList list) {
        this.tools = tools;
        this.list = list;
        this.setting = new AlertSetting(tools);
    }

    Answer pause(Ask ask, List<Alert> alerts) {
        return each(
                ask, alerts, alert -> kept(alert, now -> now.in(Alert.State.PAUSED), Line.say("alert.done.paused")));
    }

    Answer resume(Ask ask, List<Alert> alerts) {
        return each(ask, alerts, alert -> {
            return overAlready(ask, alert)
                    ? Line.say("alert.done.over", Line.empty().code("/alerts edit " + name(ask, alert) + " …"))
                    : kept(alert, now -> now.in(Alert.State.ARMED), Line.say("alert.done.resumed"));
        });
    }

    private boolean overAlready(Ask ask, Alert alert) {
        return tools.desk().isOver(alert, ask.at());
    }

    Answer delete(Ask ask, List<Alert> alerts) {
        return each(ask, alerts, alert -> {
            tools.alerts().delete(alert.id());
            return Line.say("alert.done.deleted");
        });
    }

    /** Does it to each that may be changed, and says of each what came of it. */
    private Answer each(Ask ask, List<Alert> alerts, Function<Alert, Line> action) {
        Card.Builder card = Card.titled(Line.say("alert.list.title"), ask.at());
        boolean failed = true;
        for (Alert alert : alerts) {
            boolean may = AlertChoice.mayChange(ask, alert);
            Line done = may ? action.apply(alert) : theirs(alert);
            failed &= !may;
            card.paragraph(Line.say(
                    "alert.done",
                    Line.empty().strong(name(ask, alert)),
                    Line.empty().code(alert.text()),
                    done));
        }
        card.block(new Block.Buttons(List.of(new Block.Button(Line.say("alert.button.list"), "/alerts"))));
        return failed ? Answer.failure(card.tone(Tone.ERROR).build()) : Answer.privately(card.build());
    }

    private static String name(Ask ask, Alert alert) {
        return AlertCards.name(alert, ask.chat());
    }

    private static Line theirs(Alert alert) {
        return Line.say("alert.theirs", alert.by());
    }

    /** Changes what is kept now, whatever else was changed meanwhile. */
    private Line kept(Alert alert, UnaryOperator<Alert> change, Line done) {
        return tools.alerts().change(alert.id(), change).isPresent() ? done : Line.say("alert.done.gone");
    }

    Answer snooze(Ask ask, AlertChoice.Chosen chosen) {
        Alert alert = chosen.alert();
        String typed = chosen.rest();
        Optional<Duration> wanted = typed.isEmpty() ? Optional.of(USUAL_SNOOZE) : DurationText.parse(typed);
        Duration length = wanted.filter(duration -> duration.compareTo(Duration.ofMinutes(1)) >= 0)
                .filter(duration -> duration.compareTo(LONGEST_SNOOZE) <= 0)
                .orElseThrow(() -> new Misused(Line.say("alert.snooze.how", Typed.shown(typed))));
        if (alert.state() != Alert.State.ARMED) {
            return Refusal.of(ask, title(ask, alert), Line.say("alert.snooze.unarmed"));
        }
        Instant until = ask.at().plus(length);
        return each(
                ask,
                List.of(alert),
                one -> kept(one, now -> now.snoozed(until), Line.say("alert.done.snoozed", new Value.Moment(until))));
    }

    private static Line title(Ask ask, Alert alert) {
        return Line.say("alert.title.plain", name(ask, alert));
    }

    Answer edit(Ask ask, AlertChoice.Chosen chosen) {
        Alert alert = chosen.alert();
        String before = "/alerts edit " + name(ask, alert) + " ";
        if (chosen.rest().isEmpty()) {
            throw new Misused(Line.say("alert.edit.needs", Line.empty().code(before + alert.text())));
        }
        if (!AlertChoice.mayChange(ask, alert)) {
            return Refusal.of(ask, title(ask, alert), theirs(alert));
        }
        TypedAlert read = TypedAlert.of(chosen.rest());
        TypedAlert typed = new TypedAlert(read.rule(), alert.group(), read.remind(), false);
        return switch (setting.read(ask, typed.rule())) {
            case ParsedRule.Understood(Rule rule) -> edited(ask, alert, read.group(), typed, rule);
            case ParsedRule.Mistaken(RuleError error) -> AlertSetting.mistaken(ask, before, read, error);
        };
    }

    private Answer edited(Ask ask, Alert alert, boolean wantsGroup, TypedAlert typed, Rule rule) {
        Optional<Line> refused = wantsGroup && !alert.group()
                ? Optional.of(Line.say("alert.edit.group"))
                : AlertSetting.notAllowed(ask, typed)
                        .filter(no -> !alert.group())
                        .or(() -> setting.unknown(ask, rule));
        if (refused.isPresent()) {
            return Refusal.of(ask, title(ask, alert), refused.get());
        }
        return tools.alerts()
                .change(alert.id(), now -> now.meaning(rule, RuleText.of(rule), typed.remind()))
                .map(after -> list.show(ask, after, Line.say("alert.title.edited", name(ask, after))))
                .orElseGet(() -> Refusal.of(ask, title(ask, alert), Line.say("alert.done.gone")));
    }

    /** The card as it would be told, for the first of its listings. */
    Answer test(Ask ask, Alert alert) {
        List<String> listings = switch (alert.rule().scope()) {
            case Scope.Symbols(List<String> symbols) -> symbols;
            case Scope.Watchlist() -> tools.watchlists().list(alert.chat(), alert.member());
        };
        if (listings.isEmpty()) {
            return Refusal.of(
                    ask,
                    title(ask, alert),
                    Line.say("alert.empty-list", Line.empty().code("/watch add BABA")));
        }
        String listing = listings.getFirst();
        Optional<Snapshot> snapshot = tools.symbols()
                .find(listing)
                .map(target -> tools.markets()
                        .look(List.of(target.listing()), ask.at())
                        .getFirst());
        LatestPrice price = snapshot.map(one -> one.view().price()).orElse(null);
        Provenance source = snapshot.flatMap(
                        one -> Sources.of(one, ask.at()).stream().findFirst())
                .orElse(null);
        return Answer.privately(
                tools.cards().test(alert, listing, price == null ? null : price.price(), source, ask.at()));
    }

    /** Anybody in the chat may say that a group's alert was seen; all see that, since the answer takes the alert's place. */
    Answer acknowledge(Ask ask, Alert alert) {
        if (!alert.group()) {
            return Refusal.of(ask, title(ask, alert), Line.say("alert.ack.own"));
        }
        String waiting = alert.unacknowledged();
        if (waiting == null) {
            return Refusal.of(ask, title(ask, alert), Line.say("alert.ack.nothing"));
        }
        Fact.AlertFired fact = firing(alert, waiting).orElse(null);
        return tools.alerts()
                .change(alert.id(), now -> waiting.equals(now.unacknowledged()) ? now.acknowledged() : now)
                .map(after -> Answer.of(tools.cards().acknowledged(after, fact, ask.name(), ask.at())))
                .orElseGet(() -> Refusal.of(ask, title(ask, alert), Line.say("alert.done.gone")));
    }

    private Optional<Fact.AlertFired> firing(Alert alert, String key) {
        Instant fired = alert.lastFired();
        if (fired == null) {
            return Optional.empty();
        }
        return tools.seen().between(Fact.AlertFired.class, null, fired.minusMillis(1), fired).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst();
    }
}
