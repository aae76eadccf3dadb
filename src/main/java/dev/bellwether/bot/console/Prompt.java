package dev.bellwether.bot.console;

import dev.bellwether.command.CommandRegistry;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prompt in a terminal: history that survives a restart, completion of commands and symbols, Ctrl-D or {@code exit}
 * leaves. Blocks the thread that runs it.
 */
public final class Prompt {
    private static final Logger LOG = LoggerFactory.getLogger(Prompt.class);

    /** The one chat of this front. */
    public static final ChatId CHAT = new ChatId("console", "terminal");

    /** The one member of this front, who manages it: whoever has this terminal has the bot. */
    public static final String MEMBER = "operator";

    private static final Set<String> LEAVE = Set.of("exit", "quit", "/exit", "/quit");

    private final CommandRegistry registry;
    private final Supplier<CardText> text;
    private final InstantSource clock;
    private final Path history;
    private volatile @Nullable LineReader reader;

    /**
     * A prompt that is not yet shown.
     *
     * @param text asked anew for each answer: an answer may have changed the language
     * @param history the file that keeps what was typed
     */
    public Prompt(CommandRegistry registry, Supplier<CardText> text, InstantSource clock, Path history) {
        this.registry = registry;
        this.text = text;
        this.clock = clock;
        this.history = history;
    }

    /**
     * Asks and answers until the person leaves.
     *
     * @throws IOException if the terminal can't be opened
     */
    public void run() throws IOException {
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            run(terminal);
        }
    }

    /** The same on any terminal. */
    void run(Terminal terminal) {
        LineReader lines = reader(terminal);
        reader = lines;
        while (true) {
            String line;
            try {
                line = lines.readLine("bellwether> ").strip();
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                return;
            }
            if (LEAVE.contains(line.toLowerCase(Locale.ROOT))) {
                return;
            }
            if (!line.isEmpty()) {
                Answer answer = registry.answer(new Ask(CHAT, MEMBER, line, clock.instant(), true, "", true, MEMBER));
                terminal.writer().print(text.get().render(answer.card()) + "\n");
                terminal.flush();
            }
        }
    }

    /**
     * Says something above the prompt. From any thread.
     *
     * @return false if it is not shown yet: nothing was said
     */
    public boolean say(String line) {
        LineReader shown = reader;
        if (shown == null) {
            return false;
        }
        shown.printAbove(line);
        return true;
    }

    private LineReader reader(Terminal terminal) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .completer(new CommandCompleter(registry))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        if (isHistoryReadable()) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        return builder.build();
    }

    /** JLine would end the prompt over a history that is a folder, or no text. */
    private boolean isHistoryReadable() {
        try {
            if (Files.exists(history)) {
                Files.readString(history);
            }
            return true;
        } catch (IOException e) {
            LOG.warn("The history {} can't be read and is left alone", history, e);
            return false;
        }
    }
}
