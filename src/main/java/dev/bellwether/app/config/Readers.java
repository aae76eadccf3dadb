package dev.bellwether.app.config;

import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Nearest;
import dev.bellwether.net.CidrRange;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns entries into values. What can't be turned becomes a problem that says what is allowed. */
final class Readers {
    private final List<Problem> problems;

    Readers(List<Problem> problems) {
        this.problems = problems;
    }

    void problem(Entry entry, String message) {
        problems.add(new Problem(entry.where(), entry.key(), message));
    }

    Path path(Entry entry) {
        try {
            return entry.folder().resolve(entry.text()).normalize();
        } catch (InvalidPathException e) {
            problem(entry, "not a path: " + quoted(entry));
            return entry.folder();
        }
    }

    /** An address with one of these schemes and a host; null, and a problem, if it is none. */
    @Nullable
    URI address(Entry entry, Set<String> schemes) {
        try {
            URI address = new URI(entry.text());
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            if (schemes.contains(scheme) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // falls through to the problem, which says more than the exception
        }
        problem(
                entry,
                "not an address: " + quoted(entry) + "; expected one that starts with "
                        + String.join(":// or ", schemes.stream().sorted().toList()) + "://");
        return null;
    }

    Duration duration(Entry entry, Duration least, Duration otherwise) {
        Optional<Duration> duration = DurationText.parse(entry.text());
        if (duration.isEmpty()) {
            problem(entry, "not a duration: " + quoted(entry) + "; write it like 90s, 10m, 2h or 1d");
        } else if (duration.get().compareTo(least) < 0) {
            problem(entry, "too short: " + quoted(entry) + "; at least " + least.toSeconds() + "s");
        }
        return duration.orElse(otherwise);
    }

    int number(Entry entry, int least, int most, int otherwise) {
        try {
            int number = Integer.parseInt(entry.text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the problem, which says more than the exception
        }
        problem(entry, "not allowed: " + quoted(entry) + "; expected a whole number from " + least + " to " + most);
        return otherwise;
    }

    double decimal(Entry entry, double least, double most, double otherwise) {
        try {
            double number = Double.parseDouble(entry.text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the problem, which says more than the exception
        }
        problem(entry, "not allowed: " + quoted(entry) + "; expected a number from " + least + " to " + most);
        return otherwise;
    }

    /** A range of addresses; empty, and a problem, if it is none. */
    Optional<CidrRange> range(Entry entry) {
        try {
            return Optional.of(CidrRange.parse(entry.text()));
        } catch (IllegalArgumentException e) {
            problem(entry, "not a range: " + quoted(entry) + "; write it like 127.0.0.0/8 or fd00::/8");
            return Optional.empty();
        }
    }

    /** One of the allowed words, in lower case; empty, and a problem, if it is none. */
    Optional<String> oneOf(Entry entry, Collection<String> allowed) {
        String word = entry.text().toLowerCase(Locale.ROOT);
        if (allowed.contains(word)) {
            return Optional.of(word);
        }
        List<String> near = Nearest.to(word, allowed, 1);
        String meant = near.isEmpty() ? "" : "did you mean " + near.getFirst() + "? ";
        problem(entry, "not allowed: " + quoted(entry) + "; " + meant + "allowed are " + String.join(", ", allowed));
        return Optional.empty();
    }

    static String quoted(Entry entry) {
        return "\"" + entry.text() + "\"";
    }
}
