package dev.bellwether.watch.rule;

/**
 * A piece of a typed rule.
 *
 * @param kind what it is
 * @param text in small letters for a word, the sign itself for a sign, what stands between the quotes for a text
 * @param start index of its first character in what was typed
 * @param end index behind its last one
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        SIGN,
        QUOTED,
        END
    }

    /** Whether it is one of these words or signs. */
    boolean is(String... texts) {
        if (kind == Kind.WORD || kind == Kind.SIGN) {
            for (String one : texts) {
                if (one.equals(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isEnd() {
        return kind == Kind.END;
    }

    /** Whether it is a word that begins as a number does, with a sign of plus, minus or a currency or without. */
    boolean isNumber() {
        return isWord() && Numeral.of(text).isPresent();
    }
}
