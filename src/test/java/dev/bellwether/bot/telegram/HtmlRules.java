package dev.bellwether.bot.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telegram's HTML mode. {@link #parse} refuses what the server refuses, in its words; {@link #problems} also names what the
 * documentation rules out and the server lets pass without doing it.
 */
final class HtmlRules {
    private static final Set<String> SERVER_TAGS = Set.of(
            "b",
            "strong",
            "i",
            "em",
            "u",
            "ins",
            "s",
            "strike",
            "del",
            "span",
            "tg-spoiler",
            "tg-emoji",
            "a",
            "code",
            "pre",
            "blockquote");

    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#\\d+|#x[0-9a-fA-F]+);");
    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s<>/]*)([^<>]*)>");
    private static final Pattern HREF = Pattern.compile(" href=\"(https?://[^\"<>]+)\"");
    private static final Map<String, String> CHARACTERS = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private HtmlRules() {}

    /** The text without tags; throws {@link Refused} in the server's words. */
    static String parse(String html) {
        StringBuilder text = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        int at = 0;
        while (at < html.length()) {
            char character = html.charAt(at);
            if (character == '&') {
                at = entity(html, at, text);
            } else if (character == '<') {
                at = tag(html, at, open);
            } else {
                text.append(character);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw cant("Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        }
        return text.toString();
    }

    private static int entity(String html, int at, StringBuilder text) {
        Matcher entity = ENTITY.matcher(html).region(at, html.length());
        if (!entity.lookingAt()) {
            text.append('&');
            return at + 1;
        }
        String name = entity.group(1);
        if (name.startsWith("#x")) {
            text.appendCodePoint(Integer.parseInt(name.substring(2), 16));
        } else if (name.startsWith("#")) {
            text.appendCodePoint(Integer.parseInt(name.substring(1)));
        } else {
            text.append(CHARACTERS.get(name));
        }
        return entity.end();
    }

    private static int tag(String html, int at, Deque<String> open) {
        int end = html.indexOf('>', at);
        boolean closes = html.startsWith("</", at);
        if (end < 0) {
            throw cant((closes ? "Unclosed end tag" : "Unclosed start tag") + " at byte offset " + at);
        }
        if (closes) {
            String name = html.substring(at + 2, end).strip().toLowerCase(Locale.ROOT);
            if (open.isEmpty()) {
                throw cant("Unexpected end tag at byte offset " + at);
            }
            String expected = open.pop();
            if (!name.equals(expected)) {
                throw cant("Unmatched end tag at byte offset " + at + ", expected \"</" + expected + ">\", found \"</"
                        + name + ">\"");
            }
            return end + 1;
        }
        String name = html.substring(at + 1, end).split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (!SERVER_TAGS.contains(name)) {
            throw cant("Unsupported start tag \"" + name + "\" at byte offset " + at);
        }
        open.push(name);
        return end + 1;
    }

    private static Refused cant(String why) {
        return new Refused(400, "Bad Request: can't parse entities: " + why);
    }

    /** What is wrong with a text by the documentation; empty if nothing is. */
    static List<String> problems(String html) {
        List<String> problems = new ArrayList<>();
        try {
            parse(html);
        } catch (Refused e) {
            problems.add(e.getMessage());
            return problems;
        }
        Deque<String> open = new ArrayDeque<>();
        int entities = 0;
        int end = 0;
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            bare(html.substring(end, tag.start()), problems);
            end = tag.end();
            String name = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                open.pop();
                continue;
            }
            entities++;
            attributes(name, tag.group(3), problems);
            if (open.contains("pre") || open.contains("code")) {
                problems.add(name + " inside " + open);
            }
            if (open.contains(name)) {
                problems.add(name + " inside itself");
            }
            open.push(name);
        }
        bare(html.substring(end), problems);
        if (entities > 100) {
            problems.add(entities + " entities; those after the 100th are ignored");
        }
        return problems;
    }

    private static void bare(String text, List<String> problems) {
        if (ENTITY.matcher(text).replaceAll("").matches("(?s).*[<>&].*")) {
            problems.add("not escaped: " + text);
        }
    }

    private static void attributes(String name, String attributes, List<String> problems) {
        boolean fine = switch (name) {
            case "a" -> HREF.matcher(attributes).matches();
            case "blockquote" -> attributes.isEmpty() || attributes.equals(" expandable");
            default -> attributes.isEmpty();
        };
        if (!fine) {
            problems.add("attributes of " + name + ": " + attributes);
        }
    }
}
