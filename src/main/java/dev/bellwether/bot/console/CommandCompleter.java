package dev.bellwether.bot.console;

import dev.bellwether.command.Command;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.Parameter;
import dev.bellwether.talk.Voice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers commands for the first word, with a slash if it has one, and what the command's parameters can be for the others. */
final class CommandCompleter implements Completer {
    private final CommandRegistry registry;

    CommandCompleter(CommandRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            String slash = line.word().isEmpty() || line.word().startsWith("/") ? "/" : "";
            registry.commands()
                    .forEach(command -> candidates.add(candidate(
                            slash + command.spec().name(),
                            Voice.english().plain(command.spec().summary()))));
            return;
        }
        String name = line.words().getFirst().replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        registry.find(name).stream()
                .flatMap(command -> command.spec().parameters().stream())
                .flatMap(this::offers)
                .distinct()
                .forEach(word -> candidates.add(new Candidate(word)));
    }

    private Stream<String> offers(Parameter parameter) {
        return switch (parameter.kind()) {
            case Parameter.Symbol symbol -> registry.symbols().all().stream();
            case Parameter.Choice choice -> choice.words().stream();
            case Parameter.CommandName name ->
                registry.commands().stream().map(Command::spec).map(spec -> spec.name());
            case Parameter.Count count -> Stream.empty();
            case Parameter.Day day -> Stream.of("today", "yesterday");
            case Parameter.Rest rest -> Stream.empty();
        };
    }

    private static Candidate candidate(String word, String description) {
        return new Candidate(word, word, null, description, null, null, true);
    }
}
