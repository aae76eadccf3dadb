package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.deliver.Change;
import dev.bellwether.deliver.Journal;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreException;
import dev.bellwether.talk.ChatId;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./bot why KEY|CHAT}: what was sent, when, what came back, or why not. Reads beside a running bot and changes nothing. */
@Command(name = "why", description = "What was sent, when, what came back, or why not: for a notice or a chat")
final class WhyVerb implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Settings settings = new Settings();

    @Option(
            names = "--most",
            paramLabel = "COUNT",
            description = "How many entries at most (default: ${DEFAULT-VALUE})")
    private int most = 20;

    @Parameters(
            paramLabel = "KEY|CHAT",
            description = "The key of a notice, as in the log, or a chat, such as telegram:-1001234")
    private String subject = "";

    @Override
    public Integer call() throws Trouble {
        if (spec == null) {
            throw new IllegalStateException("picocli sets this before it calls");
        }
        PrintWriter out = spec.commandLine().getOut();
        Config config = settings.load();
        Logs.toFile(config.data());
        try (Store store = Store.open(House.storeSettings(config))) {
            print(out, store.delivery().journal());
        } catch (StoreException e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        } finally {
            out.flush();
        }
        return 0;
    }

    private void print(PrintWriter out, Journal journal) throws Trouble {
        Optional<Journal.Told> told = journal.notice(subject);
        if (told.isPresent()) {
            notice(out, told.get());
            journal.chats(subject, most)
                    .forEach(entry -> entry(out, entry.chat().toString(), entry));
            return;
        }
        int colon = subject.indexOf(':');
        ChatId chat = new ChatId(subject.substring(0, Math.max(0, colon)), subject.substring(colon + 1));
        Journal.Known known = journal.chat(chat)
                .orElseThrow(() -> new Trouble("nothing is known of a notice or chat called " + subject
                        + "; the log names notices, and chats look like telegram:-1001234 or discord:99"));
        chat(out, known);
        List<Journal.Entry> entries = journal.of(chat, most);
        if (entries.isEmpty()) {
            out.println("  nothing was sent there and nothing waits for it");
        }
        entries.forEach(entry -> entry(out, entry.key(), entry));
    }

    private static void notice(PrintWriter out, Journal.Told told) {
        out.println(told.key() + ": " + told.lane().name().toLowerCase(Locale.ROOT) + ", posted " + time(told.created())
                + ", worth telling until " + time(told.expires()));
        String ended = told.ended().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> ", " + each.getValue() + " " + word(each.getKey()))
                .collect(Collectors.joining());
        Instant expanded = told.expanded();
        out.println("  "
                + (expanded == null ? "not all chats addressed yet" : "all chats addressed at " + time(expanded))
                + "; " + told.waiting() + " waiting" + ended);
    }

    private static void chat(PrintWriter out, Journal.Known known) {
        Instant retired = known.retired();
        out.println(known.chat() + ": last heard of " + time(known.lastSeen())
                + (retired == null
                        ? ""
                        : "; retired " + time(retired) + " because " + known.why()
                                + "; it is in use again as soon as it writes to the bot"));
    }

    private static void entry(PrintWriter out, String name, Journal.Entry entry) {
        out.println("  " + name + "  " + state(entry));
        entry.failures()
                .forEach(failure -> out.println("      " + time(failure.at()) + "  tried in vain: " + failure.what()));
    }

    private static String state(Journal.Entry entry) {
        Change.End end = entry.end();
        Instant ended = entry.ended();
        if (end != null && ended != null) {
            String messages = entry.messages().isEmpty() ? "" : ", message " + String.join(" ", entry.messages());
            String detail = entry.detail() == null || end == Change.End.SENT ? "" : ": " + entry.detail();
            return word(end) + " " + time(ended) + messages + detail;
        }
        Instant due = entry.due();
        return "waiting since " + time(entry.created())
                + (due == null ? ", for its turn" : ", not before " + time(due))
                + (entry.again() ? "; a call was begun whose end is not known, so it may stand there already" : "");
    }

    private static String word(Change.End end) {
        return switch (end) {
            case SENT -> "sent";
            case DEAD -> "not sent, the chat is gone";
            case REFUSED -> "refused by the platform";
            case EXPIRED -> "expired";
            case UNSURE -> "perhaps sent, no answer came";
        };
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }
}
