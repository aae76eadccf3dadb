package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /status}: how every part of the bot is doing. */
public final class StatusCommand implements Command {
    private static final CommandSpec SPEC =
            new CommandSpec("status", "How I am: sources, feeds, store, and since when", List.of(), List.of("/status"));

    private final Supplier<List<StatusPart>> parts;

    /** @param parts asked anew for each answer */
    public StatusCommand(Supplier<List<StatusPart>> parts) {
        this.parts = parts;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        List<StatusPart> now = parts.get();
        boolean allWell = now.stream().allMatch(part -> part.state() == StatusPart.State.OK);
        boolean down = now.stream().anyMatch(part -> part.state() == StatusPart.State.DOWN);
        return Answer.of(Card.titled(allWell ? "All is well" : "Not all is well", ask.at())
                .tone(allWell ? Tone.NEUTRAL : down ? Tone.ERROR : Tone.NOTICE)
                .block(new Block.Fields(now.stream().map(StatusCommand::field).toList()))
                .datum(
                        "parts",
                        new Datum.Items(now.stream().map(StatusCommand::datum).toList()))
                .build());
    }

    private static Block.Field field(StatusPart part) {
        return switch (part.state()) {
            case OK -> new Block.Field(part.name(), Line.of(part.text()));
            case TROUBLE ->
                new Block.Field(part.name(), Line.empty().strong("trouble: ").text(part.text()));
            case DOWN ->
                new Block.Field(part.name(), Line.empty().strong("down: ").text(part.text()));
        };
    }

    private static Datum datum(StatusPart part) {
        Map<String, Datum> values = new LinkedHashMap<>();
        values.put("name", new Value.Words(part.name()));
        values.put("state", new Value.Words(part.state().name().toLowerCase(Locale.ROOT)));
        values.put("text", new Value.Words(part.text()));
        return new Datum.Parts(null, values);
    }
}
