package dev.bellwether.bot.telegram;

import dev.bellwether.bot.TextWidth;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.deliver.FrontNotes;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/**
 * The lists that Telegram shows behind the menu button and while somebody types a slash, made from the one registry: for each
 * kind of chat and each language. Members of groups are not shown what concerns one person only; their administrators are. They
 * are written only when they differ from those written last.
 */
final class CommandLists {
    private static final String NOTE = "commands";
    private static final int LONGEST_DESCRIPTION = 256;
    private static final int MOST_COMMANDS = 100;

    private final Wire wire;
    private final CommandRegistry registry;
    private final FrontNotes notes;
    private final String bot;

    /**
     * One list.
     *
     * @param scope the chats it is for; null for those that have no list of their own
     * @param language null for everybody whose language has no list of its own: they get the English one
     */
    private record Entry(
            @Nullable BotCommandScope scope, @Nullable String language, List<BotCommand> commands) {
        String name() {
            return (scope == null ? "default" : scope.getType()) + "/" + language;
        }
    }

    /** @param bot the bot's number: another bot has lists of its own */
    CommandLists(Wire wire, CommandRegistry registry, FrontNotes notes, String bot) {
        this.wire = wire;
        this.registry = registry;
        this.notes = notes;
        this.bot = bot;
    }

    /** Whether the lists written last are those of today. */
    boolean areWritten() {
        return notes.read(Place.FRONT, NOTE).filter(fingerprint()::equals).isPresent();
    }

    /** Writes the lists if they changed. */
    void write() throws Failure {
        if (areWritten()) {
            return;
        }
        for (Entry entry : entries()) {
            SetMyCommands call = SetMyCommands.builder()
                    .commands(entry.commands())
                    .scope(entry.scope())
                    .languageCode(entry.language())
                    .build();
            wire.ask(client -> client.executeAsync(call));
        }
        notes.write(Place.FRONT, NOTE, fingerprint());
    }

    /** Whether the commands that Telegram has for everybody are those of the registry. */
    boolean areThere() throws Failure {
        ArrayList<BotCommand> there = wire.ask(client -> client.executeAsync(new GetMyCommands()));
        return text(there).equals(text(entries().getFirst().commands()));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Language language : Language.values()) {
            String code = language == Language.EN ? null : language.code();
            List<BotCommand> all = list(language, true);
            List<BotCommand> shared = list(language, false);
            entries.add(new Entry(null, code, all));
            entries.add(new Entry(new BotCommandScopeAllPrivateChats(), code, all));
            entries.add(new Entry(new BotCommandScopeAllGroupChats(), code, shared));
            entries.add(new Entry(new BotCommandScopeAllChatAdministrators(), code, all));
        }
        return entries;
    }

    private List<BotCommand> list(Language language, boolean personalToo) {
        Voice voice = new Voice(language, ZoneOffset.UTC);
        Collection<Command> commands = registry.commands();
        return commands.stream()
                .map(Command::spec)
                .filter(spec -> personalToo || spec.reach() == Answer.Reach.CHAT)
                .limit(MOST_COMMANDS)
                .map(spec -> new BotCommand(spec.name(), description(spec, voice)))
                .toList();
    }

    private static String description(CommandSpec spec, Voice voice) {
        String text = CleanText.shown(voice.plain(spec.summary()));
        return text.length() <= LONGEST_DESCRIPTION ? text : TextWidth.cut(text, LONGEST_DESCRIPTION / 2);
    }

    private String fingerprint() {
        String all = entries().stream()
                .map(entry -> entry.name() + "\n" + text(entry.commands()))
                .collect(Collectors.joining("\n\n", bot + "\n", ""));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String text(List<BotCommand> commands) {
        return commands.stream()
                .map(command -> command.getCommand() + " " + command.getDescription())
                .collect(Collectors.joining("\n"));
    }
}
