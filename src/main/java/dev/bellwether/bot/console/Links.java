package dev.bellwether.bot.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The addresses a card leads to, each under one number. Not thread-safe; one for each rendering. */
final class Links {
    private final List<URI> targets = new ArrayList<>();

    /** What to put behind the words that lead there, such as {@code  [1]}; nothing for what is no web page. */
    String mark(URI target) {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http") ? " " + number(target) : "";
    }

    private String number(URI target) {
        if (!targets.contains(target)) {
            targets.add(target);
        }
        return "[" + (targets.indexOf(target) + 1) + "]";
    }

    /** The numbers with their addresses, one a line. */
    List<String> lines() {
        return targets.stream()
                .map(target -> number(target) + " " + target.toASCIIString())
                .toList();
    }
}
