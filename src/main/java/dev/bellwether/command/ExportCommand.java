package dev.bellwether.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Memory.Kept;
import java.time.ZoneOffset;
import java.util.List;

/**
 * {@code /export [me|everywhere|chat]}: all that {@code /forget} would delete, as a JSON file. A whole chat is given to who
 * manages it.
 */
public final class ExportCommand implements Command {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final CommandSpec SPEC = new CommandSpec(
            "export",
            Line.say("export.summary"),
            List.of(new Parameter("whom", Line.say("export.whom"), Remembering.WHOM, 0, 1)),
            List.of("/export", "/export everywhere"),
            Answer.Reach.ASKER);

    private final Memory memory;

    /** @param memory what is given */
    public ExportCommand(Memory memory) {
        this.memory = memory;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String typed = arguments.word("whom");
        String whom = typed.isEmpty() ? Remembering.ME : typed;
        if (whom.equals(Remembering.CHAT) && !ask.manager()) {
            return Refusal.of(ask, Line.say("export.title"), Line.say("export.manager"));
        }
        List<Kept> kept = memory.about(Remembering.subject(ask, whom));
        Card.Builder card = Card.titled(Line.say("export.title"), ask.at()).datum("kept", Remembering.data(kept));
        if (kept.isEmpty()) {
            return Answer.privately(card.paragraph(Line.say("export.nothing")).build());
        }
        String name =
                "bellwether-" + whom + "-" + ask.at().atZone(ZoneOffset.UTC).toLocalDate() + ".json";
        return Answer.privately(card.paragraph(Line.say("export.all"))
                .block(Remembering.fields(kept))
                .block(new Block.Document(name, "application/json", json(ask, whom, kept)))
                .block(new Block.Footer(Line.say("export.forget", Line.empty().code("/forget " + whom))))
                .build());
    }

    private static String json(Ask ask, String whom, List<Kept> kept) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("exported", ask.at().toString());
        node.put("front", ask.chat().front());
        if (!whom.equals(Remembering.EVERYWHERE)) {
            node.put("chat", ask.chat().id());
        }
        if (!whom.equals(Remembering.CHAT)) {
            node.put("member", ask.member());
        }
        kept.forEach(one -> {
            ArrayNode entries = node.putArray(one.kind().code());
            one.entries().forEach(entry -> entry.forEach(entries.addObject()::put));
        });
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }
}
