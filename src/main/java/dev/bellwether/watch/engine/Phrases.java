package dev.bellwether.watch.engine;

import dev.bellwether.fact.Article;
import dev.bellwether.watch.rule.Condition;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Finds phrases in an article's title or text as whole words. Upper and lower case, wide and narrow letters and any number of blanks are
 * alike. Scripts that are written without blanks have no words to be whole, so there a phrase may stand anywhere.
 */
final class Phrases {
    private final String title;
    private final String text;

    Phrases(Article article) {
        title = folded(article.title());
        text = folded(article.text());
    }

    boolean match(Condition.Atom atom) {
        return atom instanceof Condition.News(String phrase) && has(folded(phrase));
    }

    private boolean has(String phrase) {
        return !phrase.isEmpty() && (isIn(title, phrase) || isIn(text, phrase));
    }

    private static boolean isIn(String whole, String phrase) {
        for (int at = whole.indexOf(phrase); at >= 0; at = whole.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean begins = at == 0 || !together(whole.codePointBefore(at), whole.codePointAt(at));
            boolean ends = end == whole.length() || !together(whole.codePointBefore(end), whole.codePointAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    /** Whether two letters that stand side by side belong to one word. */
    private static boolean together(int one, int next) {
        return inWord(one) && inWord(next);
    }

    private static boolean inWord(int letter) {
        if (!Character.isLetterOrDigit(letter)) {
            return Character.getType(letter) == Character.NON_SPACING_MARK;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
            default -> true;
        };
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        // To upper case first: some letters, such as the two small sigmas, have only that in common.
        String folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace("ς", "σ");
        return folded.strip().replaceAll("[\\s\\p{Z}]+", " ");
    }
}
