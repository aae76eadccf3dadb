package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertCards;
import dev.bellwether.watch.alert.AlertProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Alerts as a list, and one by itself with what can be done with it. */
final class AlertList {
    private static final int PAGE = 20;

    private final AlertTools tools;
    private final AlertState state;

    AlertList(AlertTools tools) {
        this.tools = tools;
        this.state = new AlertState(tools);
    }

    /**
     * A page of the list.
     *
     * @param everybody whether those of all members are shown, to a manager
     * @param page its number as typed, from 1; empty for the first
     */
    Answer page(Ask ask, boolean everybody, String page) {
        if (everybody && !ask.manager()) {
            return Refusal.of(ask, Line.say("alert.list.title"), Line.say("alert.list.manager"));
        }
        List<Alert> alerts = alerts(ask, everybody);
        if (alerts.isEmpty()) {
            return Answer.privately(Card.titled(Line.say("alert.list.title"), ask.at())
                    .paragraph(Line.say("alert.list.empty", Line.empty().code("/alert BABA price > 155")))
                    .block(new Block.Buttons(List.of(new Block.Button(Line.say("alert.button.new"), "/alert"))))
                    .datum("alerts", new Datum.Items(List.of()))
                    .build());
        }
        int pages = (alerts.size() + PAGE - 1) / PAGE;
        int number = number(page, pages);
        List<Alert> shown = alerts.subList((number - 1) * PAGE, Math.min(number * PAGE, alerts.size()));
        return Answer.privately(card(ask, everybody, shown, number, pages));
    }

    private static int number(String typed, int pages) {
        if (typed.isBlank()) {
            return 1;
        }
        int number = typed.strip().matches("\\d{1,4}") ? Integer.parseInt(typed.strip()) : 0;
        if (number < 1 || number > pages) {
            throw new Misused(Line.say("alert.list.page", Typed.shown(typed), pages));
        }
        return number;
    }

    /** Where nobody else reads along, what one has set elsewhere on the front is shown too. */
    private List<Alert> alerts(Ask ask, boolean everybody) {
        List<Alert> here = tools.alerts().of(ask.chat(), everybody ? null : ask.member());
        Stream<Alert> elsewhere = ask.alone()
                ? tools.alerts().ofMember(ask.chat().front(), ask.member()).stream()
                        .filter(alert -> !alert.chat().equals(ask.chat()))
                : Stream.of();
        return Stream.concat(here.stream(), elsewhere).toList();
    }

    private Card card(Ask ask, boolean everybody, List<Alert> shown, int number, int pages) {
        Card.Builder card = Card.titled(Line.say("alert.list.title"), ask.at());
        List<Block.Field> fields = new ArrayList<>();
        for (Alert alert : shown) {
            List<AlertProgress.Checked> checked = state.checked(alert);
            fields.add(new Block.Field(label(ask, alert), line(ask, alert, checked)));
            sources(checked, card);
        }
        card.block(new Block.Fields(fields))
                .block(new Block.Menu(
                        Line.say("alert.list.open"),
                        shown.stream().map(alert -> open(ask, alert)).toList()));
        List<Block.Button> buttons = new ArrayList<>();
        buttons.add(new Block.Button(Line.say("alert.button.new"), "/alert"));
        if (number < pages) {
            String more = "/alerts " + (everybody ? "all " : "list ") + (number + 1);
            buttons.add(new Block.Button(Line.say("alert.button.more"), more));
        }
        return card.block(new Block.Buttons(buttons))
                .datum("alerts", new Datum.Items(shown.stream().map(this::datum).toList()))
                .build();
    }

    private static void sources(List<AlertProgress.Checked> checked, Card.Builder card) {
        checked.stream()
                .map(AlertProgress.Checked::source)
                .filter(Objects::nonNull)
                .forEach(card::source);
    }

    private static Block.Button open(Ask ask, Alert alert) {
        String name = AlertCards.name(alert, ask.chat());
        return new Block.Button(Line.of(name + " · ").code(alert.text()), "/alerts show " + name);
    }

    private static Line label(Ask ask, Alert alert) {
        Line name = Line.of(AlertCards.name(alert, ask.chat()));
        return alert.group() ? Line.say("alert.list.group", name) : name;
    }

    private Line line(Ask ask, Alert alert, List<AlertProgress.Checked> checked) {
        Line rule = Line.empty().code(alert.text());
        boolean theirs = !alert.member().equals(ask.member());
        Line whose = theirs ? Line.say("alert.list.by", rule, alert.by()) : rule;
        return whose.text(" · ").then(state.of(alert, checked, ask.at()));
    }

    private Datum datum(Alert alert) {
        Map<String, Datum> parts = new LinkedHashMap<>(AlertSetting.data(alert));
        parts.put("state", new Value.Words(alert.state().name().toLowerCase(Locale.ROOT)));
        return new Datum.Parts(null, parts);
    }

    /** One alert by itself. */
    Answer show(Ask ask, Alert alert) {
        return show(ask, alert, Line.say("alert.title.plain", AlertCards.name(alert, ask.chat())));
    }

    /** The same under another title. */
    Answer show(Ask ask, Alert alert, Line title) {
        return Answer.privately(card(ask, alert, title));
    }

    private Card card(Ask ask, Alert alert, Line title) {
        List<AlertProgress.Checked> checked = state.checked(alert);
        Card.Builder card = Card.titled(title, ask.at())
                .paragraph(Line.empty().strong(tools.reading().of(alert.rule())))
                .block(new Block.Fields(fields(alert, checked, ask)));
        sources(checked, card);
        return card.block(new Block.Buttons(buttons(ask, alert)))
                .block(new Block.Footer(Line.say("alert.one.edit", Line.empty().code(edit(ask, alert)))))
                .data(AlertSetting.data(alert))
                .datum("state", new Value.Words(alert.state().name().toLowerCase(Locale.ROOT)))
                .build();
    }

    private static String edit(Ask ask, Alert alert) {
        String text = alert.text() + (alert.remind() ? " remind daily" : "");
        return "/alerts edit " + AlertCards.name(alert, ask.chat()) + " " + text;
    }

    private List<Block.Field> fields(Alert alert, List<AlertProgress.Checked> checked, Ask ask) {
        List<Block.Field> fields = new ArrayList<>();
        fields.add(new Block.Field(Line.say("alert.one.state"), state.of(alert, checked, ask.at())));
        if (alert.group() || !alert.member().equals(ask.member())) {
            fields.add(new Block.Field(Line.say("alert.fired.by"), Line.of(alert.by())));
        }
        fields.add(new Block.Field(Line.say("alert.one.created"), Line.of(new Value.Moment(alert.created()))));
        if (alert.lastFired() != null) {
            fields.add(new Block.Field(Line.say("alert.one.fired"), Line.of(new Value.Moment(alert.lastFired()))));
        }
        return fields;
    }

    private static List<Block.Button> buttons(Ask ask, Alert alert) {
        String name = AlertCards.name(alert, ask.chat());
        List<Block.Button> buttons = new ArrayList<>();
        if (alert.unacknowledged() != null) {
            buttons.add(new Block.Button(Line.say("alert.button.acknowledge"), "/alerts ack " + name, true));
        }
        if (AlertChoice.mayChange(ask, alert)) {
            boolean armed = alert.state() == Alert.State.ARMED;
            buttons.add(
                    armed
                            ? new Block.Button(Line.say("alert.button.pause"), "/alerts pause " + name)
                            : new Block.Button(Line.say("alert.button.resume"), "/alerts resume " + name));
            if (armed) {
                buttons.add(new Block.Button(Line.say("alert.button.snooze"), "/alerts snooze " + name + " 1d"));
            }
            buttons.add(new Block.Button(Line.say("alert.button.end"), "/alerts delete " + name));
        }
        buttons.add(new Block.Button(Line.say("alert.button.test"), "/alerts test " + name));
        buttons.add(new Block.Button(Line.say("alert.button.list"), "/alerts"));
        return buttons;
    }
}
