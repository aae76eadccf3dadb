package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.app.replay.DrivenClock;
import dev.bellwether.talk.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./bot replay}: what a group would have been sent in the past, in order, then how much it was. No network. */
@Command(
        name = "replay",
        description = "Play a past month through the bot and print what a group would have been sent;"
                + " without folders the sample January 2026")
final class ReplayVerb implements Callable<Integer> {
    private static final List<String> TOPICS = List.of("breakouts", "targets", "news", "earnings");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--feeds", paramLabel = "DIR", description = "Folder of RSS, Atom or JSON Feed files")
    private @Nullable Path feeds;

    @Option(
            names = "--bars",
            paramLabel = "DIR",
            description = "Folder of <SYMBOL>.csv files: Date, Open, High, Low, Close, Volume")
    private @Nullable Path bars;

    @Option(names = "--from", paramLabel = "DAY", description = "First day, such as 2026-01-01 (UTC)")
    private String from = "2026-01-01";

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, such as 2026-01-31 (UTC)")
    private String to = "2026-01-31";

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Alerts of the group, one a line, as typed after /alert")
    private @Nullable Path rules;

    @Option(
            names = "--digest",
            paramLabel = "SPEC",
            description = "Its digest, as typed after /digest on; 'off' for none (default: the usual ones)")
    private String digest = "";

    @Option(names = "--json", description = "A line of JSON for each message, then one with the totals")
    private boolean json;

    @Override
    public Integer call() throws Trouble {
        Instant begin = day(from).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day(to).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!begin.isBefore(end)) {
            throw misuse("--from " + from + " lies after --to " + to, null);
        }
        Config config = settings.load();
        Logs.toFile(config.data());
        DrivenClock clock = new DrivenClock(begin);
        ReplayInput input = ReplayInput.of(feeds, bars, begin, end, clock);
        Mode mode = feeds == null && bars == null ? Mode.SAMPLE : Mode.LIVE;
        Path folder = scratch();
        try (Replay replay = new Replay(config.apart(folder, mode, input.list()), input, clock)) {
            return run(replay);
        } finally {
            delete(folder);
        }
    }

    private int run(Replay replay) throws Trouble {
        PrintWriter out = line().getOut();
        ReplayReport report = new ReplayReport(out, json);
        replay.begin();
        for (String command : commands()) {
            Answer answer = replay.type(command);
            if (answer.failed()) {
                throw new Trouble(command + ": " + ReplayReport.oneLine(answer.card()));
            }
        }
        replay.play(report::told);
        report.totals();
        out.flush();
        return 0;
    }

    /** What the group types before it all begins. */
    private List<String> commands() throws Trouble {
        Stream<String> subscriptions = TOPICS.stream().map(topic -> "/subscribe " + topic + " here");
        Stream<String> alerts = rules == null ? Stream.of() : lines(rules).map(rule -> "/alert group " + rule);
        Stream<String> digests = digest.equals("off") ? Stream.of() : Stream.of(("/digest on " + digest).strip());
        return Stream.of(subscriptions, alerts, digests).flatMap(each -> each).toList();
    }

    private static Stream<String> lines(Path file) throws Trouble {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(rule -> !rule.isEmpty() && !rule.startsWith("#"));
        } catch (IOException e) {
            throw new Trouble(file + " can't be read; check its name and rights", e);
        }
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw misuse(text + " is no day; write it like 2026-01-31", e);
        }
    }

    private static Path scratch() throws Trouble {
        try {
            return Files.createTempDirectory("bellwether-replay");
        } catch (IOException e) {
            throw new Trouble("no folder for scratch files can be made; check the space on the disk", e);
        }
    }

    private static void delete(Path folder) throws Trouble {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Trouble("the scratch folder " + folder + " can't be deleted; delete it by hand", e);
        }
    }

    private CommandLine.ParameterException misuse(String what, @Nullable Exception cause) {
        return new CommandLine.ParameterException(line(), what, cause);
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets this before it calls");
        }
        return spec.commandLine();
    }
}
