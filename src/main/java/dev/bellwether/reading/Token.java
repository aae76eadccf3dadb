package dev.bellwether.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, or a single mark between words.
 *
 * <p>Of scripts that set no blanks between words (Chinese, Japanese, Korean with its particles, Thai and its neighbours) each
 * character is a word, so that a name is found inside a sentence.
 *
 * @param text the word or mark; typographic apostrophes and full-width colons in their plain form
 * @param gap whether a blank stands before it
 * @param line the number of its line
 * @param word whether it is a word
 */
record Token(String text, boolean gap, int line, boolean word) {

    /** What a chain of tokens is looked up by: the text, with a blank in front if one stands there and it is not the first. */
    String link(boolean first) {
        return gap && !first ? " " + text : text;
    }

    /** Whether it consists of at least one upper-case Latin letter or digit and nothing else. */
    boolean isCode() {
        return word && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }

    /** Whether it is a word of two letters or more with a lower-case one. */
    boolean hasLowerCase() {
        return word && text.length() > 1 && text.codePoints().anyMatch(Character::isLowerCase);
    }

    /** The tokens of a text, in one pass. */
    static List<Token> of(String text) {
        return new Tokenizer(text).tokens();
    }

    private static final class Tokenizer {
        private final String text;
        private final List<Token> tokens = new ArrayList<>();
        private int start = -1;
        private boolean gap;
        private int line;

        Tokenizer(String text) {
            this.text = text;
        }

        List<Token> tokens() {
            int at = 0;
            while (at < text.length()) {
                int character = text.codePointAt(at);
                int next = at + Character.charCount(character);
                take(character, at, next);
                at = next;
            }
            endWord(text.length());
            return tokens;
        }

        private void take(int character, int at, int next) {
            if (isPartOfWord(character)) {
                start = start < 0 ? at : start;
                return;
            }
            endWord(at);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                gap = true;
                line += character == '\n' ? 1 : 0;
            } else {
                add(plain(character, text.substring(at, next)), standsAlone(character));
            }
        }

        private void endWord(int end) {
            if (start >= 0) {
                add(text.substring(start, end), true);
                start = -1;
            }
        }

        private void add(String part, boolean word) {
            tokens.add(new Token(part, gap, line, word));
            gap = false;
        }

        private static String plain(int character, String part) {
            return switch (character) {
                case '’', '‘', 'ʼ' -> "'";
                case '：' -> ":";
                case '＄' -> "$";
                default -> part;
            };
        }

        private static boolean isPartOfWord(int character) {
            return (Character.isLetterOrDigit(character) || isMark(character)) && !standsAlone(character);
        }

        private static boolean isMark(int character) {
            int type = Character.getType(character);
            return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        }

        private static boolean standsAlone(int character) {
            if (character < 0x0E00 || !Character.isLetter(character)) {
                return false;
            }
            return switch (Character.UnicodeScript.of(character)) {
                case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
                default -> false;
            };
        }
    }
}
