package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.read.FeedLines;
import dev.bellwether.app.read.ReadVerb;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./bot read [FILE|-]}: the analyst calls and claims found in texts; no network, no store. */
@Command(name = "read", description = "Find analyst calls and claims in a text, HTML or feed file")
final class ReadCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Settings settings = new Settings();

    /** How the input is to be taken; as text, HTML or feed if not said. */
    static final class Form {
        @Option(
                names = "--jsonl",
                description = "Input: lines {\"id\",\"text\",[\"title\"],[\"published\"]}; output: a line"
                        + " {\"id\",\"calls\",\"claims\",\"story\"} for each")
        private boolean jsonLines;

        @Option(
                names = "--feed",
                description = "Input: RSS, Atom or JSON Feed files; output: a line for each item,"
                        + " {\"file\",\"error\"} for what can't be read")
        private boolean feed;
    }

    @ArgGroup
    private Form form = new Form();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files, or - for standard input (the default)")
    private List<String> files = List.of("-");

    @Override
    public Integer call() throws Trouble {
        Config config = settings.load();
        if (form.feed) {
            return feeds();
        }
        ReadVerb reader = new TextReaders(config.instruments()).verb();
        int code = 0;
        for (String file : files) {
            code = Math.max(code, form.jsonLines ? jsonLines(reader, file) : plain(reader, file));
        }
        return code;
    }

    private int feeds() {
        FeedLines lines = new FeedLines();
        PrintWriter out = line().getOut();
        boolean whole = true;
        for (String file : files) {
            FeedLines.Read read = lines.of(file);
            read.lines().forEach(out::println);
            whole &= read.whole();
        }
        out.flush();
        return whole ? 0 : 1;
    }

    private int jsonLines(ReadVerb reader, String file) throws Trouble {
        try (InputStream in = open(file)) {
            return reader.run(in, System.out, System.err);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private int plain(ReadVerb reader, String file) throws Trouble {
        try (InputStream in = open(file)) {
            return reader.runText(in, System.out, System.err);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputStream open(String file) throws IOException {
        return file.equals("-") ? System.in : new FileInputStream(file);
    }

    private static Trouble unreadable(String file, IOException cause) {
        return new Trouble(file + " can't be read; check its name and rights", cause);
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets this before it calls");
        }
        return spec.commandLine();
    }
}
