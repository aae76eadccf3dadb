package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Line;
import java.util.List;

/** {@code /alerts}: one's own alerts and the chat's, how far each is from firing, and what can be done with them. */
public final class AlertsCommand implements Command {
    private static final int LONGEST = 20_000;

    private static final CommandSpec SPEC = new CommandSpec(
            "alerts",
            Line.say("alert.list.summary"),
            List.of(
                    new Parameter(
                            "what",
                            Line.say("alert.list.what"),
                            new Parameter.Choice(List.of(
                                    "list", "all", "show", "pause", "resume", "snooze", "edit", "test", "ack", "delete",
                                    "export", "import")),
                            0,
                            1),
                    new Parameter("more", Line.say("alert.list.more"), new Parameter.Rest(LONGEST), 0, 1)),
            List.of("/alerts", "/alerts export"),
            Answer.Reach.ASKER);

    private final AlertList list;
    private final AlertChoice choice;
    private final AlertActions actions;
    private final AlertFile file;

    /** Alerts are kept with these. */
    public AlertsCommand(AlertTools tools) {
        this.list = new AlertList(tools);
        this.choice = new AlertChoice(tools.alerts());
        this.actions = new AlertActions(tools, list);
        this.file = new AlertFile(tools);
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String more = arguments.word("more");
        return switch (arguments.word("what")) {
            case "" -> list.page(ask, false, "");
            case "list" -> list.page(ask, false, more);
            case "all" -> list.page(ask, true, more);
            case "show" -> list.show(ask, choice.one(ask, "show", more).alert());
            case "pause" -> actions.pause(ask, choice.some(ask, "pause", more));
            case "resume" -> actions.resume(ask, choice.some(ask, "resume", more));
            case "delete" -> actions.delete(ask, choice.some(ask, "delete", more));
            case "snooze" -> actions.snooze(ask, choice.one(ask, "snooze", more));
            case "edit" -> actions.edit(ask, choice.one(ask, "edit", more));
            case "test" -> actions.test(ask, choice.one(ask, "test", more).alert());
            case "ack" -> actions.acknowledge(ask, choice.one(ask, "ack", more).alert());
            case "export" -> file.export(ask);
            default -> file.take(ask, more);
        };
    }
}
