package dev.bellwether.news;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Makes XML of what is nearly XML, in one pass: characters that XML forbids are left out, entities that only HTML knows become
 * their characters, and a loose ampersand becomes a written-out one. CDATA sections and comments are not touched otherwise.
 */
final class XmlRepair {
    private static final int LONGEST_ENTITY = 32;

    private final String xml;
    private final StringBuilder out;
    private int at;

    private XmlRepair(String xml) {
        this.xml = xml;
        this.out = new StringBuilder(xml.length() + 64);
    }

    static String repaired(String xml) {
        return new XmlRepair(xml).run();
    }

    private String run() {
        while (at < xml.length()) {
            char c = xml.charAt(at);
            if (c == '&') {
                entity();
            } else if (c == '<' && xml.startsWith("<![CDATA[", at)) {
                verbatim("]]>");
            } else if (c == '<' && xml.startsWith("<!--", at)) {
                verbatim("-->");
            } else {
                character();
            }
        }
        return out.toString();
    }

    private void verbatim(String end) {
        int found = xml.indexOf(end, at);
        int stop = found < 0 ? xml.length() : found + end.length();
        while (at < stop) {
            character();
        }
    }

    private void character() {
        int character = xml.codePointAt(at);
        at += Character.charCount(character);
        if (isAllowed(character)) {
            out.appendCodePoint(character);
        }
    }

    /** XML 1.0, production 2. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    private void entity() {
        String name = name();
        if (name == null) {
            out.append("&amp;");
            at++;
            return;
        }
        at += name.length() + 2;
        if (name.startsWith("#")) {
            numeric(name);
        } else {
            named(name);
        }
    }

    /** What stands between the ampersand and its semicolon; null if it can't be an entity. */
    private @Nullable String name() {
        int end = at + 1;
        int last = Math.min(xml.length(), at + LONGEST_ENTITY);
        while (end < last && (isAlphanumeric(xml.charAt(end)) || (end == at + 1 && xml.charAt(end) == '#'))) {
            end++;
        }
        boolean closed = end < last && xml.charAt(end) == ';' && end > at + 1;
        return closed ? xml.substring(at + 1, end) : null;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void numeric(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int character = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            if (Character.isValidCodePoint(character) && isAllowed(character)) {
                out.append("&#").append(character).append(';');
            }
        } catch (NumberFormatException e) {
            return; // no character has such a number
        }
    }

    private void named(String name) {
        switch (name) {
            case "amp", "lt", "gt", "quot", "apos" ->
                out.append('&').append(name).append(';');
            default -> {
                String characters = Entities.getByName(name);
                if (characters.isEmpty()) {
                    out.append("&amp;").append(name).append(';');
                } else {
                    characters
                            .codePoints()
                            .forEach(c -> out.append("&#").append(c).append(';'));
                }
            }
        }
    }
}
