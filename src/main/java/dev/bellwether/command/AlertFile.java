package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.rule.ParsedRule;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleError;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Alerts as text: a line each, as it would be typed behind {@code /alert}; lines that begin with {@code #} are remarks. */
final class AlertFile {
    private static final int MOST_LINES = 200;
    private static final Pattern COMMAND = Pattern.compile("(?i)\\A/?alert\\s+");

    private final AlertTools tools;
    private final AlertSetting setting;

    AlertFile(AlertTools tools) {
        this.tools = tools;
        this.setting = new AlertSetting(tools);
    }

    /** The member's own alerts and, to a manager, the group's; those that are not armed as remarks. */
    Answer export(Ask ask) {
        List<String> lines = tools.alerts().of(ask.chat(), ask.member()).stream()
                .filter(alert -> AlertChoice.mayChange(ask, alert))
                .map(AlertFile::line)
                .toList();
        Card.Builder card = Card.titled(Line.say("alert.export.title"), ask.at())
                .datum("alerts", new Value.Figure(lines.size(), 0, null));
        if (lines.isEmpty()) {
            return Answer.privately(card.paragraph(Line.say("alert.list.empty", code("/alert BABA price > 155")))
                    .build());
        }
        String name = "bellwether-alerts-" + ask.at().atZone(ZoneOffset.UTC).toLocalDate() + ".txt";
        return Answer.privately(card.paragraph(Line.count("alert.export", lines.size()))
                .block(new Block.Document(name, "text/plain", String.join("\n", lines) + "\n"))
                .block(new Block.Footer(Line.say("alert.export.back", code("/alerts import"))))
                .build());
    }

    private static String line(Alert alert) {
        String text = new TypedAlert(alert.text(), alert.group(), alert.remind(), false).with(alert.text());
        return alert.state() == Alert.State.ARMED
                ? text
                : "# " + alert.state().name().toLowerCase(Locale.ROOT) + ": " + text;
    }

    /** Sets an alert for each line and says what came of each. */
    Answer take(Ask ask, String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw new Misused(Line.say("alert.import.needs", code("/alerts import BABA price > 155")));
        }
        if (lines.size() > MOST_LINES) {
            throw new Misused(Line.say("alert.import.many", lines.size(), MOST_LINES));
        }
        List<Block.Field> fields = new ArrayList<>();
        int set = 0;
        for (String line : lines) {
            Taken taken = take(ask, line, fields.size() + 1);
            fields.add(taken.field());
            set += taken.set() ? 1 : 0;
        }
        Card.Builder card = Card.titled(Line.say("alert.import.title"), ask.at())
                .paragraph(Line.count("alert.import", set, lines.size()))
                .block(new Block.Fields(fields))
                .block(new Block.Buttons(List.of(new Block.Button(Line.say("alert.button.list"), "/alerts"))))
                .datum("set", new Value.Figure(set, 0, null))
                .datum("lines", new Value.Figure(lines.size(), 0, null));
        return set == 0 ? Answer.failure(card.build()) : Answer.privately(card.build());
    }

    private record Taken(boolean set, Block.Field field) {}

    private Taken take(Ask ask, String line, int number) {
        TypedAlert typed = TypedAlert.of(COMMAND.matcher(line).replaceFirst(""));
        return switch (setting.read(ask, typed.rule())) {
            case ParsedRule.Understood(Rule rule) -> {
                Optional<Line> refused = setting.refused(ask, typed, rule);
                yield refused.isPresent()
                        ? failed(number, line, refused.get())
                        : set(setting.add(ask, typed, rule), number);
            }
            case ParsedRule.Mistaken(RuleError error) -> failed(number, line, error.message());
        };
    }

    private Taken set(Alert alert, int number) {
        Line done = Line.say("alert.import.set", alert.number(), code(alert.text()));
        return new Taken(true, new Block.Field(Integer.toString(number), done));
    }

    private static Taken failed(int number, String line, Line why) {
        Line said = Line.say("alert.import.failed", code(Typed.shown(line)), why);
        return new Taken(false, new Block.Field(Integer.toString(number), said));
    }

    private static Line code(String text) {
        return Line.empty().code(text);
    }
}
