package dev.bellwether.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What publishers hang behind an article, by general shape.
 *
 * <p>Patterns only ever see short lines and the last few hundred characters, so their cost is bounded however long the text.
 *
 * @param from lines that open a block of advertising
 * @param lines lines that only promote
 * @param ends what is cut off the end of the last line
 */
record Tails(List<Pattern> from, List<Pattern> lines, List<Pattern> ends) {
    static final Tails RULES = load("tails.txt");

    /** An advertisement is shorter; what follows a longer one is the article going on. */
    private static final int LONGEST_BLOCK = 1_200;

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_END = 600;
    private static final int MOST_ENDS = 5;

    String cut(String text) {
        String body = withoutBlock(List.of(text.split("\n")));
        for (int i = 0; i < MOST_ENDS; i++) {
            body = withoutEnd(body).strip();
        }
        return body.isEmpty() ? text : body;
    }

    private String withoutBlock(List<String> all) {
        List<String> kept = new ArrayList<>();
        int behind = all.stream().mapToInt(line -> line.length() + 1).sum();
        for (String line : all) {
            behind -= line.length() + 1;
            if (matches(from, line)) {
                if (behind <= LONGEST_BLOCK && !kept.isEmpty()) {
                    break;
                }
            } else if (!matches(lines, line)) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }

    private String withoutEnd(String text) {
        int window = Math.max(text.lastIndexOf('\n') + 1, text.length() - LONGEST_END);
        String last = text.substring(window);
        for (Pattern end : ends) {
            Matcher matcher = end.matcher(last);
            if (matcher.find()) {
                return text.substring(0, window + matcher.start());
            }
        }
        return text;
    }

    private static boolean matches(List<Pattern> patterns, String line) {
        String stripped = line.strip();
        return stripped.length() <= LONGEST_LINE
                && patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(stripped).matches());
    }

    private static Tails load(String resource) {
        Tails tails = new Tails(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        read(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(tails::add);
        return tails;
    }

    private void add(String rule) {
        String[] words = rule.split(" +", 2);
        Pattern pattern = Pattern.compile(words[1], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        switch (words[0]) {
            case "from" -> from.add(pattern);
            case "line" -> lines.add(pattern);
            case "end" -> ends.add(pattern);
            default -> throw new IllegalArgumentException("a rule is 'from', 'line' or 'end', not: " + rule);
        }
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Tails.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
