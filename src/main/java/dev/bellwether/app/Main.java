package dev.bellwether.app;

import picocli.CommandLine;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** Runs one verb and ends with its exit code: 0 done, 1 the answer is an error, 2 bad usage. */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        System.out.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new BotVerb())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line));
    }

    private static int misused(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        line.getErr()
                .println("bot: " + firstLine(failure) + ". Type ./bot help"
                        + (line.getCommandName().equals("bot") ? "" : " " + line.getCommandName())
                        + " to see what is possible.");
        line.getErr().flush();
        return 2;
    }

    private static int failed(Exception failure, CommandLine line) {
        if (failure instanceof Trouble trouble) {
            String.valueOf(trouble.getMessage())
                    .lines()
                    .forEach(sentence -> line.getErr().println("bot: " + sentence));
        } else {
            line.getErr()
                    .println("bot: something went wrong inside ("
                            + failure.getClass().getSimpleName() + ": " + firstLine(failure)
                            + "). Please report it with the log in the data folder.");
        }
        line.getErr().flush();
        return 1;
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\.$", "");
    }
}
