package dev.bellwether.reading.token;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where sentences end: at a full stop, question or exclamation mark, at an empty line, and at a line break that is not in
 * the middle of a sentence. A dot that belongs to an abbreviation, an initial or a number is none of these; an abbreviation that
 * ends names may end a sentence too, if a word follows that begins sentences.
 */
final class SentenceSplitter {
    private SentenceSplitter() {}

    static List<Sentence> split(String text, List<Token> tokens) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i + 1 == tokens.size() || endsAfter(text, tokens, i)) {
                sentences.add(new Sentence(from, i + 1));
                from = i + 1;
            }
        }
        return sentences;
    }

    private static boolean endsAfter(String text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        Token next = tokens.get(i + 1);
        if (lineBreak(text, token, next)) {
            return true;
        }
        if (token instanceof Word word && word.dotted()) {
            return Spelling.endsNames(word.lower()) && opens(next) && !next.touches(token);
        }
        if (closes(token) && i > 0 && token.touches(tokens.get(i - 1))) {
            return stop(tokens.get(i - 1)) && !next.touches(token) && begins(next);
        }
        return stop(token) && !next.touches(token) && begins(next);
    }

    private static boolean stop(Token token) {
        return token instanceof Mark mark
                && (mark.is('.')
                        || mark.is('!')
                        || mark.is('?')
                        || mark.is('。')
                        || mark.is('！')
                        || mark.is('？')
                        || mark.is('…'));
    }

    private static boolean closes(Token token) {
        return token instanceof Mark mark && (mark.is('"') || mark.is('\'') || mark.is(')') || mark.is(']'));
    }

    /** Whether a sentence can begin with this: anything but a small letter or what closes. */
    private static boolean begins(Token next) {
        return switch (next) {
            case Word word -> !Character.isLowerCase(word.text().codePointAt(0));
            case Mark mark -> !(mark.is(',') || mark.is(';') || mark.is(')') || mark.is('.'));
            default -> true;
        };
    }

    private static boolean opens(Token next) {
        return next instanceof Word word && word.capitalised() && Spelling.opensSentences(word.lower());
    }

    /** An empty line always parts; one line break parts unless the text plainly goes on. */
    private static boolean lineBreak(String text, Token token, Token next) {
        int breaks = 0;
        for (int i = token.end(); i < next.start(); i++) {
            breaks += text.charAt(i) == '\n' || text.charAt(i) == '\u2028' || text.charAt(i) == '\u2029' ? 1 : 0;
        }
        return breaks > 1 || (breaks == 1 && !goesOn(token, next));
    }

    private static boolean goesOn(Token token, Token next) {
        boolean open = token instanceof Mark mark && (mark.is(',') || mark.is('-'));
        boolean small =
                next instanceof Word word && Character.isLowerCase(word.text().codePointAt(0));
        return open || small;
    }
}
