package dev.bellwether.bot.telegram;

import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.Parameter;
import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which messages are for the bot. In a private chat all are. Elsewhere it keeps to commands, to what begins with its name, and to
 * nothing that names another bot; a command it does not have is probably another bot's, unless it looks like a slip of the pen.
 */
final class Addressed {
    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?=\\s|$)");

    private final CommandRegistry registry;
    private final String botName;

    /** @param botName without the {@code @} */
    Addressed(CommandRegistry registry, String botName) {
        this.registry = registry;
        this.botName = botName;
    }

    /**
     * A question to the bot.
     *
     * @param command as the registry takes it
     * @param byLink whether a link asked it: then its sender chose the words, not the person
     */
    record Question(String command, boolean byLink) {}

    /** What a message asks the bot; empty if it is not for it. */
    Optional<Question> in(Incoming.Kind kind, String message) {
        String text = message.strip();
        Matcher command = COMMAND.matcher(text);
        if (command.lookingAt()) {
            String rest = text.substring(command.end());
            String bot = command.group(2);
            if (bot != null && !bot.equalsIgnoreCase(botName)) {
                return Optional.empty();
            }
            return command(kind, command.group(1), rest, bot != null);
        }
        String mention = "@" + botName;
        if (text.regionMatches(true, 0, mention, 0, mention.length())) {
            String rest = text.substring(mention.length()).strip();
            return rest.isEmpty() ? Optional.of(new Question("/help", false)) : in(Incoming.Kind.PRIVATE, rest);
        }
        return kind == Incoming.Kind.PRIVATE ? Optional.of(new Question(text, false)) : Optional.empty();
    }

    private Optional<Question> command(Incoming.Kind kind, String name, String rest, boolean named) {
        if (name.equalsIgnoreCase("start")) {
            String payload = rest.strip();
            if (kind != Incoming.Kind.PRIVATE && !named) {
                return Optional.empty(); // every bot of the group gets it
            }
            return Optional.of(
                    payload.isEmpty() ? new Question("/help", false) : new Question(DeepLink.decode(payload), true));
        }
        boolean ours = named || kind == Incoming.Kind.PRIVATE || isKnownOrNear(name.toLowerCase(Locale.ROOT));
        return ours ? Optional.of(new Question("/" + name + rest, false)) : Optional.empty();
    }

    private boolean isKnownOrNear(String name) {
        List<String> names = registry.commands().stream()
                .map(command -> command.spec().name())
                .toList();
        return names.contains(name) || !Nearest.to(name, names, 1).isEmpty();
    }

    /** Whether a command only tells something, so that it may be asked by a link or while somebody still types. */
    boolean onlyTells(String command) {
        Matcher name = COMMAND.matcher(command);
        return name.lookingAt()
                && registry.find(name.group(1).toLowerCase(Locale.ROOT))
                        .filter(found -> onlyTells(found.spec()))
                        .isPresent();
    }

    static boolean onlyTells(CommandSpec spec) {
        return spec.reach() == Answer.Reach.CHAT
                && spec.parameters().stream().noneMatch(parameter -> parameter.kind() instanceof Parameter.Choice);
    }
}
