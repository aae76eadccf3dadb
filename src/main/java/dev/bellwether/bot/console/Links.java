package dev.bellwether.bot.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The addresses a card leads to, each under one number. Not thread-safe; one for each rendering. */
final class Links {
    private final List<URI> targets = new ArrayList<>();

    /** The number to put behind what leads there, such as {@code [1]}. */
    String mark(URI target) {
        if (!targets.contains(target)) {
            targets.add(target);
        }
        return "[" + (targets.indexOf(target) + 1) + "]";
    }

    /** The numbers with their addresses, one a line. */
    List<String> lines() {
        return targets.stream()
                .map(target -> mark(target) + " " + target.toASCIIString())
                .toList();
    }
}
