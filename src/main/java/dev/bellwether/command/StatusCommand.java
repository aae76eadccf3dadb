package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /status}: how every part of the bot is doing. */
public final class StatusCommand implements Command {
    private static final CommandSpec SPEC =
            new CommandSpec("status", Line.say("status.summary"), List.of(), List.of("/status"));

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
        boolean allWell = now.stream()
                .allMatch(part -> part.state() == StatusPart.State.OK || part.state() == StatusPart.State.WARNING);
        boolean down = now.stream().anyMatch(part -> part.state() == StatusPart.State.DOWN);
        Line title = allWell ? Line.say("status.well") : Line.say("status.unwell");
        return Answer.of(Card.titled(title, ask.at())
                .tone(allWell ? Tone.NEUTRAL : down ? Tone.ERROR : Tone.NOTICE)
                .block(new Block.Fields(now.stream().map(StatusCommand::field).toList()))
                .block(new Block.Buttons(List.of(Buttons.refresh("/status"))))
                .datum(
                        "parts",
                        new Datum.Items(now.stream().map(StatusCommand::datum).toList()))
                .build());
    }

    private static Block.Field field(StatusPart part) {
        return switch (part.state()) {
            case OK -> new Block.Field(part.name(), part.text());
            case WARNING -> new Block.Field(part.name(), marked(Line.say("status.warning"), part.text()));
            case TROUBLE -> new Block.Field(part.name(), marked(Line.say("status.trouble"), part.text()));
            case DOWN -> new Block.Field(part.name(), marked(Line.say("status.down"), part.text()));
        };
    }

    private static Line marked(Line mark, Line text) {
        return Line.empty().strong(mark).strong(" ").then(text);
    }

    /** Programs read English. */
    private static Datum datum(StatusPart part) {
        Voice english = Voice.english();
        Map<String, Datum> values = new LinkedHashMap<>();
        values.put("name", new Value.Words(english.plain(part.name())));
        values.put("state", new Value.Words(part.state().name().toLowerCase(Locale.ROOT)));
        values.put("text", new Value.Words(english.plain(part.text())));
        return new Datum.Parts(null, values);
    }
}
