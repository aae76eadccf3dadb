package dev.bellwether.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The program as a person types it, in this process.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Bot(int code, String out, String err) {
    /** Runs one verb with the settings of a file; nothing outside its folder is touched. */
    static Bot type(Path config, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = Stream.concat(List.of(arguments).stream(), Stream.of("--config", config.toString()))
                .toArray(String[]::new);
        int code = line.execute(all);
        return new Bot(code, out.toString(), err.toString());
    }
}
