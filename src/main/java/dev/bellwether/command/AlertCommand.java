package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.rule.ParsedRule;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleError;
import java.util.List;
import java.util.Optional;

/** {@code /alert RULE}: says what the rule means and arms it; without a finished rule, a form that leads to one. */
public final class AlertCommand implements Command {
    /** What is quoted may be longer than a rule, and is then no rule. */
    private static final int LONGEST = 6_000;

    private static final CommandSpec SPEC = new CommandSpec(
            "alert",
            Line.say("alert.summary"),
            List.of(new Parameter("rule", Line.say("alert.rule"), new Parameter.Rest(LONGEST, true), 0, 1)),
            List.of("/alert BABA price > 155", "/alert BABA rsi < 30 daily", "/alert BABA"),
            Answer.Reach.ASKER);

    private final AlertSetting setting;
    private final AlertForm form;

    /** An alert is set with these. */
    public AlertCommand(AlertTools tools) {
        this.setting = new AlertSetting(tools);
        this.form = new AlertForm(tools);
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String text = arguments.word("rule").strip();
        if (text.isEmpty()) {
            return form.start(ask);
        }
        TypedAlert typed = TypedAlert.of(text);
        return switch (setting.read(ask, typed.rule())) {
            case ParsedRule.Understood(Rule rule) when typed.look() -> form.look(ask, typed, rule);
            case ParsedRule.Understood(Rule rule) -> setting.arm(ask, typed, rule);
            case ParsedRule.Mistaken(RuleError error) -> unfinished(ask, typed, text, error);
        };
    }

    private Answer unfinished(Ask ask, TypedAlert typed, String text, RuleError error) {
        Optional<Answer> step = form.step(ask, typed);
        if (step.isPresent()) {
            return step.get();
        }
        boolean onlyQuoted = text.equals(ask.quoted().strip());
        return onlyQuoted ? form.start(ask) : AlertSetting.mistaken(ask, "/alert ", typed, error);
    }
}
