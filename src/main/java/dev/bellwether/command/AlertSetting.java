package dev.bellwether.command;

import dev.bellwether.market.Snapshot;
import dev.bellwether.reading.CleanText;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.PrivateChats;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.rule.ParsedRule;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleError;
import dev.bellwether.watch.rule.RuleText;
import dev.bellwether.watch.rule.Scope;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is typed for an alert, and sets it: checks who may, how many there are, and that the symbols exist. */
final class AlertSetting {
    private static final int MOST_CORRECTIONS = 5;
    private static final int LONGEST_LABEL = 60;

    private final AlertTools tools;
    private final LookBack lookBack;
    private final AlertList list;

    AlertSetting(AlertTools tools) {
        this.tools = tools;
        this.lookBack = new LookBack(tools);
        this.list = new AlertList(tools);
    }

    /** Reads a rule; its last day is one of the chat's zone. */
    ParsedRule read(Ask ask, String rule) {
        return tools.parser().parse(rule, ask.at().atZone(zone(ask)).toLocalDate());
    }

    private ZoneId zone(Ask ask) {
        ZoneId zone = tools.chats().settings(ask.chat()).zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /**
     * Says what is wrong with a rule and where.
     *
     * @param before what stands before the rule in a whole command
     */
    static Answer mistaken(Ask ask, String before, TypedAlert typed, RuleError error) {
        Card.Builder card =
                Card.titled(Line.say("alert.title.mistaken"), ask.at()).tone(Tone.ERROR);
        error.blocks().forEach(card::block);
        List<Block.Button> buttons = error.corrected().stream()
                .limit(MOST_CORRECTIONS)
                .map(rule -> new Block.Button(CleanText.shortened(rule, LONGEST_LABEL), before + typed.with(rule)))
                .toList();
        if (!buttons.isEmpty()) {
            card.block(new Block.Buttons(buttons));
        }
        return Answer.failure(card.build());
    }

    /** Sets an alert and says so. */
    Answer arm(Ask ask, TypedAlert typed, Rule rule) {
        Optional<Line> no = notAllowed(ask, typed);
        Optional<Alert> same = no.isPresent() ? Optional.empty() : same(ask, typed, rule);
        if (same.isPresent()) {
            return list.show(
                    ask, same.get(), Line.say("alert.refused.twice", same.get().number()));
        }
        Optional<Line> refused = refused(ask, typed, rule);
        return refused.isPresent()
                ? Refusal.of(ask, Line.say("alert.title.refused"), refused.get())
                : armed(ask, add(ask, typed, rule));
    }

    private Answer armed(Ask ask, Alert alert) {
        ChatId in = tools.desk().tellsIn(alert);
        Card.Builder card = Card.titled(Line.say("alert.title.set", alert.number()), ask.at())
                .tone(Tone.NOTICE)
                .paragraph(Line.empty().strong(tools.reading().of(alert.rule())))
                .paragraph(told(ask, alert, in));
        lookBack.blocks(ask, alert.rule()).forEach(card::block);
        return Answer.privately(card.block(new Block.Buttons(List.of(
                        new Block.Button(Line.say("alert.button.test"), "/alerts test " + alert.number()),
                        new Block.Button(Line.say("alert.button.end"), "/alerts delete " + alert.number()),
                        new Block.Button(Line.say("alert.button.list"), "/alerts"))))
                .data(data(alert))
                .datum("told", new Value.Words(in.equals(ask.chat()) ? "here" : "in-private"))
                .build());
    }

    static Map<String, Value> data(Alert alert) {
        return Map.of(
                "alert", new Value.Figure(alert.number(), 0, null),
                "rule", new Value.Words(alert.text()),
                "group", new Value.Words(alert.group() ? "yes" : "no"));
    }

    /** Keeps what {@link #refused} has nothing against. */
    Alert add(Ask ask, TypedAlert typed, Rule rule) {
        Alert draft = new Alert(
                0,
                0,
                ask.chat(),
                ask.member(),
                CleanText.shortened(CleanText.onOneLine(ask.name()), LONGEST_LABEL),
                typed.group(),
                !ask.alone(),
                rule,
                RuleText.of(rule),
                Alert.State.ARMED,
                ask.at(),
                null,
                Map.of(),
                typed.remind(),
                null);
        if (!typed.group() && !ask.alone()) {
            introduce(ask, draft);
        }
        return tools.alerts().add(draft);
    }

    /** A private chat that never spoke is spoken to as the chat in which it was promised. */
    private void introduce(Ask ask, Alert draft) {
        ChatId in = tools.desk().tellsIn(draft);
        ChatSettings here = tools.chats().settings(ask.chat());
        boolean isNew = tools.chats().contact(in) == Chats.Contact.UNKNOWN;
        if (isNew && !in.equals(ask.chat()) && (here.zone() != null || here.language() != null)) {
            tools.chats().change(in, here.withQuiet(null), ask.at());
        }
    }

    private Line told(Ask ask, Alert alert, ChatId in) {
        if (alert.group()) {
            return alert.remind() ? Line.say("alert.told.group.remind") : Line.say("alert.told.group");
        }
        if (ask.alone()) {
            return Line.say("alert.told.here");
        }
        if (!in.equals(alert.chat())) {
            return Line.say("alert.told.private");
        }
        return PrivateChats.of(in.front(), alert.member()).isEmpty()
                ? Line.say("alert.told.shared")
                : Line.say("alert.told.among");
    }

    /** Why an alert can't be set; empty if it can. */
    Optional<Line> refused(Ask ask, TypedAlert typed, Rule rule) {
        return notAllowed(ask, typed)
                .or(() -> tooMany(ask))
                .or(() -> twice(ask, typed, rule))
                .or(() -> unknown(ask, rule));
    }

    /** Why the flags can't be as they are; empty if they can. */
    static Optional<Line> notAllowed(Ask ask, TypedAlert typed) {
        if (typed.group() && !ask.manager()) {
            return Optional.of(Line.say("alert.refused.manager"));
        }
        return typed.remind() && !typed.group() ? Optional.of(Line.say("alert.refused.remind")) : Optional.empty();
    }

    private Optional<Line> tooMany(Ask ask) {
        AlertTools.Limits limits = tools.limits();
        if (open(tools.alerts().ofMember(ask.chat().front(), ask.member())) >= limits.perMember()) {
            return Optional.of(Line.say("alert.refused.member", limits.perMember(), code("/alerts delete 3")));
        }
        return open(tools.alerts().of(ask.chat(), null)) >= limits.perChat()
                ? Optional.of(Line.say("alert.refused.chat", limits.perChat()))
                : Optional.empty();
    }

    private static long open(List<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.state() != Alert.State.DONE)
                .count();
    }

    private Optional<Line> twice(Ask ask, TypedAlert typed, Rule rule) {
        return same(ask, typed, rule).map(alert -> Line.say("alert.refused.twice", alert.number()));
    }

    /** One that tells the same already: twice it would tell everything twice. */
    private Optional<Alert> same(Ask ask, TypedAlert typed, Rule rule) {
        String text = RuleText.of(rule);
        return tools.alerts().of(ask.chat(), ask.member()).stream()
                .filter(alert -> alert.state() == Alert.State.ARMED)
                .filter(alert -> alert.group() == typed.group() && alert.text().equals(text))
                .findFirst();
    }

    /** A slip of the finger looks like any other ticker until the sources are asked. */
    Optional<Line> unknown(Ask ask, Rule rule) {
        if (!(rule.scope() instanceof Scope.Symbols(List<String> symbols))) {
            return Optional.empty();
        }
        List<Target> others = symbols.stream()
                .flatMap(symbol -> tools.symbols().find(symbol).stream())
                .filter(target -> !target.configured())
                .toList();
        List<Snapshot> snapshots = others.isEmpty()
                ? List.of()
                : tools.markets().look(others.stream().map(Target::listing).toList(), ask.at());
        for (int i = 0; i < others.size(); i++) {
            if (NoPrice.isUnknown(others.get(i), snapshots.get(i).prices())) {
                return Optional.of(UnknownSymbol.say(others.get(i).typed(), tools.symbols()));
            }
        }
        return Optional.empty();
    }

    private static Line code(String text) {
        return Line.empty().code(text);
    }
}
