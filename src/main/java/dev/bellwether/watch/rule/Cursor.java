package dev.bellwether.watch.rule;

import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.Collection;
import java.util.List;

/** Walks through the tokens of one typed rule, and says where it went wrong. */
final class Cursor {
    private final String typed;
    private final List<Token> tokens;
    private int at;

    Cursor(String typed) {
        this.typed = typed;
        this.tokens = Lexer.tokens(typed);
    }

    /** The token that is next, which is left where it is. */
    Token peek() {
        return peek(0);
    }

    /** The token so many behind the next one; the end behind the end. */
    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** Takes the next token. */
    Token next() {
        Token token = peek();
        skip(1);
        return token;
    }

    void skip(int count) {
        at = Math.min(at + count, tokens.size() - 1);
    }

    /** Takes the next token if it is one of these. */
    boolean take(String... texts) {
        boolean there = peek().is(texts);
        if (there) {
            skip(1);
        }
        return there;
    }

    /** Takes the next tokens if they are these words, one after the other. */
    boolean takeAll(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        skip(words.length);
        return true;
    }

    /** How many tokens were taken. */
    int position() {
        return at;
    }

    /** Goes back to where it was. */
    void back(int position) {
        at = position;
    }

    /** Where the token taken last ends; 0 if none was. */
    int lastEnd() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    /** A token as it was typed. */
    String typed(Token token) {
        return typed.substring(token.start(), token.end());
    }

    /** What was typed from one token to another, with both. */
    String typed(Token first, Token last) {
        return typed.substring(first.start(), last.end());
    }

    /** The same for a sentence that repeats it. */
    Line shown(Token token) {
        return Line.of(new Value.Words(Shown.text(typed(token))));
    }

    /** Nothing stands behind the last token where something must. */
    Misread missing(Line sentence, List<String> instead) {
        int end = lastEnd();
        return new Misread(
                end, end, sentence, instead.stream().map(word -> " " + word).toList());
    }

    /** What stands here can't; if it is the end, something is missing. */
    Misread wrong(Line sentence, List<String> instead) {
        return peek().isEnd() ? missing(sentence, instead) : new Misread(peek(), sentence, instead);
    }

    /** The next token is a word that is not known here. */
    Misread unknown(Collection<String> known) {
        Token token = peek();
        return new Misread(token, Line.say("rule.word", shown(token)), Nearest.to(typed(token), known, 3));
    }
}
