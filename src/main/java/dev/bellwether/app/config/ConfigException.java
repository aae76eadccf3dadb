package dev.bellwether.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings can't be used. Holds every problem, so that one round of mending is enough. */
public final class ConfigException extends Exception {
    private final transient List<Problem> problems;

    /** @param problems at least one */
    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
