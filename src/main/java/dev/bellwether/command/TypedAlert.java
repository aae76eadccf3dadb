package dev.bellwether.command;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands behind {@code /alert}: a rule, and what the bot rather than the rule has to know. The flags may stand at either end or
 * between; what is quoted is left alone.
 *
 * @param rule what remains, for the reader of rules
 * @param group whether it is to be the whole chat's: {@code group} in front, or {@code for everyone}
 * @param remind whether it is told again until acknowledged: {@code remind daily}
 * @param look whether the member only wants to see what it would mean: a question mark at the end
 */
record TypedAlert(String rule, boolean group, boolean remind, boolean look) {
    private static final String BEGIN = "(?iu)(?<![\\p{L}\\p{N}])";
    private static final String END = "(?![\\p{L}\\p{N}])";
    private static final Pattern GROUP = Pattern.compile("(?iu)\\A\\s*group(?=\\s)");
    private static final Pattern EVERYONE = Pattern.compile(BEGIN + "for\\s+everyone" + END);
    private static final Pattern REMIND = Pattern.compile(BEGIN + "remind\\s+daily" + END);
    private static final Pattern LOOK = Pattern.compile("\\?\\s*\\z");
    private static final String OPENING = "\"“”„«";
    private static final String CLOSING = "\"“”»";

    static TypedAlert of(String typed) {
        Cut cut = new Cut(typed, typed);
        Cut look = cut.without(LOOK);
        Cut everyone = look.without(EVERYONE);
        Cut group = everyone.without(GROUP);
        Cut remind = group.without(REMIND);
        boolean forGroup = !group.text().equals(look.text());
        return new TypedAlert(
                remind.text().strip(),
                forGroup,
                !remind.text().equals(group.text()),
                !look.text().equals(typed));
    }

    /** Another rule with the same flags, as it would be typed. */
    String with(String other) {
        return (group ? "group " : "") + other + (remind ? " remind daily" : "") + (look ? " ?" : "");
    }

    /**
     * A text of which something was taken out.
     *
     * @param typed the whole, as long as the text
     * @param text the same with blanks where something was taken out
     */
    private record Cut(String typed, String text) {
        /** Blanks keep everything else where it stands, and words apart. */
        Cut without(Pattern what) {
            return what.matcher(text)
                    .results()
                    .filter(match -> !quoted(typed, match.start()))
                    .findFirst()
                    .map(this::without)
                    .orElse(this);
        }

        private Cut without(MatchResult match) {
            String blank = " ".repeat(match.end() - match.start());
            return new Cut(typed, text.substring(0, match.start()) + blank + text.substring(match.end()));
        }
    }

    private static boolean quoted(String text, int index) {
        boolean inside = false;
        for (int i = 0; i < index; i++) {
            String letter = text.substring(i, i + 1);
            inside = inside ? !CLOSING.contains(letter) : OPENING.contains(letter);
        }
        return inside;
    }
}
