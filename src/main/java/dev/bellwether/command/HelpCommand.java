package dev.bellwether.command;

import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.List;
import java.util.function.Supplier;

/** {@code /help [command]}: all commands, or one of them. */
public final class HelpCommand implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "help",
            Line.say("help.summary"),
            List.of(new Parameter("command", Line.say("help.command"), new Parameter.CommandName(), 0, 1)),
            List.of("/help", "/help news"));

    private final Supplier<List<CommandSpec>> commands;

    /** @param commands what there is to explain, in order */
    public HelpCommand(Supplier<List<CommandSpec>> commands) {
        this.commands = commands;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String name = arguments.word("command");
        return name.isEmpty() ? all(ask) : one(ask, name);
    }

    private Answer all(Ask ask) {
        List<Block.Field> fields = commands.get().stream()
                .map(spec -> new Block.Field(spec.shortUsage(), spec.summary()))
                .toList();
        List<Datum> names = commands.get().stream()
                .<Datum>map(spec -> new Value.Words("/" + spec.name()))
                .toList();
        return Answer.of(Card.titled(Line.say("help.title"), ask.at())
                .block(new Block.Fields(fields))
                .paragraph(Line.say("help.more", Line.empty().code("/help news")))
                .datum("commands", new Datum.Items(names))
                .build());
    }

    private Answer one(Ask ask, String name) {
        return commands.get().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .map(spec -> Answer.of(explain(ask, spec)))
                .orElseThrow(() -> new Misused(unknown(name)));
    }

    private Line unknown(String name) {
        List<String> names = commands.get().stream().map(CommandSpec::name).toList();
        return UnknownCommand.say(name, Nearest.to(name, names, 2));
    }

    private static Card explain(Ask ask, CommandSpec spec) {
        Card.Builder card = Card.titled("/" + spec.name(), ask.at())
                .paragraph(Line.say("help.does", spec.summary()))
                .paragraph(Line.say("ask.usage", Line.empty().code(spec.usage())));
        if (!spec.parameters().isEmpty()) {
            card.block(new Block.Fields(
                    spec.parameters().stream().map(HelpCommand::field).toList()));
        }
        spec.examples()
                .forEach(example ->
                        card.paragraph(Line.say("ask.example", Line.empty().code(example))));
        return card.build();
    }

    private static Block.Field field(Parameter parameter) {
        return new Block.Field(
                parameter.name(),
                parameter.optional() ? Line.say("help.optional", parameter.description()) : parameter.description());
    }
}
