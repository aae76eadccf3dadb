package dev.bellwether.news.story;

/**
 * One word or number of an article.
 *
 * @param text as printed, without possessive
 * @param stem what it is compared by: lower case, without ending, synonyms of the trade made one; of a number its value
 * @param kind word, number or year
 * @param capital whether it begins with a capital
 * @param begins whether it begins a sentence
 * @param sentence 0 for the headline, 1 for the first sentence of the text and so on
 * @param opened whether it is one of the first words in brackets, as a ticker is
 * @param value of a number; NaN for words
 * @param unit of a number: {@code $} for money of any currency, {@code %}, or a space
 */
record Word(
        String text,
        String stem,
        Kind kind,
        boolean capital,
        boolean begins,
        int sentence,
        boolean opened,
        double value,
        char unit) {
    enum Kind {
        WORD,
        NUMBER,
        YEAR
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean inTitle() {
        return sentence == 0;
    }

    /** Written like a ticker or an acronym: two to six characters, all capitals or digits, at least one capital. */
    boolean allCapitals() {
        return capital
                && text.length() >= 2
                && text.length() <= 6
                && text.chars().noneMatch(Character::isLowerCase);
    }
}
