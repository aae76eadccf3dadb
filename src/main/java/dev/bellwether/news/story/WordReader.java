package dev.bellwether.news.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts an article into words and numbers, in one pass and at most {@value #LIMIT} of them. */
final class WordReader {
    /** News is written from the top: what the first words don't say, the story is not about. */
    static final int LIMIT = 400;

    /** So that a text without a single letter is no work either. */
    private static final int CHARACTERS = 20_000;

    /** No language of the news writes longer words. */
    private static final int LONGEST = 40;

    /** So many words behind an opening bracket may be an exchange and a ticker. */
    private static final int BRACKETED = 3;

    /** A full stop after these ends no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "inc", "corp", "co", "ltd", "plc", "mr", "ms", "mrs", "dr", "st", "vs", "no", "jan", "feb", "mar", "apr",
            "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "est", "approx", "cos", "bros");

    private final List<Word> words = new ArrayList<>();
    private String text = "";
    private int at;
    private int sentence;
    private boolean begins;
    private int opened;

    private WordReader() {}

    static List<Word> read(String title, String text) {
        WordReader reader = new WordReader();
        reader.part(title, 0);
        reader.part(text, 1);
        return reader.words;
    }

    private void part(String part, int first) {
        text = part.length() > CHARACTERS ? part.substring(0, CHARACTERS) : part;
        sentence = first;
        begins = true;
        opened = 0;
        at = 0;
        while (at < text.length() && words.size() < LIMIT) {
            char c = text.charAt(at);
            if (Character.isIdeographic(c)) {
                pair();
            } else if (Character.isLetter(c)) {
                word();
            } else if (c >= '0' && c <= '9') {
                number();
            } else {
                separator(c);
            }
        }
    }

    /** Scripts without spaces are compared by pairs of characters. */
    private void pair() {
        if (ideograph(at + 1)) {
            add(text.substring(at, at + 2));
        } else if (!ideograph(at - 1)) {
            add(text.substring(at, at + 1));
        }
        at++;
    }

    private boolean ideograph(int place) {
        return place >= 0 && place < text.length() && Character.isIdeographic(text.charAt(place));
    }

    private void word() {
        int start = at;
        readWord();
        if (at == start + 1 && initials()) {
            String initials =
                    text.substring(start, Math.min(at, start + LONGEST)).replace(".", "");
            add(initials.equals("US") ? "USA" : initials);
        } else {
            add(text.substring(start, Math.min(at, start + LONGEST)));
        }
    }

    private void readWord() {
        while (at < text.length() && inWord(text.charAt(at))) {
            at++;
        }
    }

    /** Reads on over dotted initials such as U.S. or J.P. */
    private boolean initials() {
        int end = at;
        while (initial(end)) {
            end += 2;
        }
        if (end == at) {
            return false;
        }
        at = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        return true;
    }

    /** A full stop with a single capital behind it. */
    private boolean initial(int place) {
        return place + 1 < text.length()
                && text.charAt(place) == '.'
                && Character.isUpperCase(text.charAt(place + 1))
                && (place + 2 >= text.length() || !inWord(text.charAt(place + 2)));
    }

    static boolean inWord(char c) {
        return c == '\'' || c == '’' || (Character.isLetterOrDigit(c) && !Character.isIdeographic(c));
    }

    private void number() {
        int start = at;
        Amount amount = Amount.read(text, at);
        if (amount == null) {
            readWord();
            add(text.substring(start, Math.min(at, start + LONGEST)));
            return;
        }
        at = amount.end();
        words.add(new Word(
                amount.printed(),
                Quantity.key(amount.value(), amount.unit()),
                amount.year() ? Word.Kind.YEAR : Word.Kind.NUMBER,
                false,
                begins,
                sentence,
                opened > 0,
                amount.value(),
                amount.unit()));
        begins = false;
        opened--;
    }

    private void add(String raw) {
        String word = unpossessed(raw.replace('’', '\''));
        String stem = Stems.of(word.replace("'", ""));
        if (!stem.isEmpty()) {
            boolean capital = word.chars().anyMatch(Character::isUpperCase);
            words.add(new Word(word, stem, Word.Kind.WORD, capital, begins, sentence, opened > 0, Double.NaN, ' '));
        }
        begins = false;
        opened--;
    }

    private static String unpossessed(String raw) {
        int end = raw.length();
        while (end > 0 && raw.charAt(end - 1) == '\'') {
            end--;
        }
        String word = raw.substring(0, end);
        return word.endsWith("'s") || word.endsWith("'S") ? word.substring(0, end - 2) : word;
    }

    private void separator(char c) {
        boolean spaced = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1)) || c == '\n';
        if (ends(c) && spaced && !begins) {
            sentence += sentence == 0 ? 0 : 1;
            begins = true;
        }
        begins |= c == ':' && sentence == 0;
        opened = c == '(' ? BRACKETED : c == ')' ? 0 : opened;
        at++;
    }

    private boolean ends(char c) {
        return switch (c) {
            case '!', '?', '\n' -> true;
            case '.' ->
                !words.isEmpty()
                        && !ABBREVIATIONS.contains(words.getLast().text().toLowerCase(Locale.ROOT));
            default -> false;
        };
    }
}
