package dev.bellwether.bot.discord;

import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.Parameter;
import java.util.StringJoiner;
import java.util.function.Function;

/** A filled-in form as the line that a member would have typed. */
final class AskText {
    private AskText() {}

    /** @param filled what stands in the option of this name; empty text if it was left out */
    static String of(CommandSpec spec, Function<String, String> filled) {
        StringJoiner text = new StringJoiner(" ");
        text.add("/" + spec.name());
        for (Parameter parameter : spec.parameters()) {
            String value = filled.apply(parameter.name()).strip();
            if (!value.isEmpty()) {
                text.add(value);
            }
        }
        return text.toString();
    }
}
