package dev.bellwether.command;

import dev.bellwether.talk.Line;
import java.util.List;

/** What to say of a command that there is not. */
final class UnknownCommand {
    private UnknownCommand() {}

    /**
     * A sentence or two.
     *
     * @param name what was typed, without the slash
     * @param near names of commands that may have been meant
     */
    static Line say(String name, List<String> near) {
        Line typed = Line.of("/" + Typed.shown(name));
        if (name.isEmpty()) {
            return Line.say("ask.command.none");
        }
        if (near.isEmpty()) {
            return Line.say("ask.command.unknown", typed);
        }
        Line meant = Line.joined(
                "value.or", near.stream().map(other -> Line.of("/" + other)).toList());
        return Line.say("ask.command.meant", typed, meant);
    }
}
