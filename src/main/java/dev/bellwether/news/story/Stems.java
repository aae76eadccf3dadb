package dev.bellwether.news.story;

import java.util.Locale;
import java.util.Map;

/** The forms of a word made one: endings cut off by a few safe rules, then synonyms of the trade joined. */
final class Stems {
    private static final Map<String, String> SYNONYMS = Lexicon.groups("synonyms.txt", Stems::root);

    private Stems() {}

    static String of(String word) {
        String root = root(word.toLowerCase(Locale.ROOT));
        return SYNONYMS.getOrDefault(root, root);
    }

    /** Without plural, past and progressive endings; not a dictionary's stem, but the same for all forms of most words. */
    static String root(String word) {
        String w = word;
        if (w.length() > 4 && w.endsWith("ies")) {
            w = w.substring(0, w.length() - 3) + "y";
        } else if (w.length() > 3 && w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
            w = w.substring(0, w.length() - 1);
        }
        w = without(w, "ing");
        w = without(w, "ed");
        if (w.length() > 4 && w.endsWith("e")) {
            w = w.substring(0, w.length() - 1);
        }
        return w;
    }

    private static String without(String word, String ending) {
        int rest = word.length() - ending.length();
        if (rest < 3 || !word.endsWith(ending) || !vowelBefore(word, rest)) {
            return word;
        }
        boolean doubled =
                rest > 3 && word.charAt(rest - 1) == word.charAt(rest - 2) && "lsz".indexOf(word.charAt(rest - 1)) < 0;
        return word.substring(0, doubled ? rest - 1 : rest);
    }

    private static boolean vowelBefore(String word, int end) {
        for (int i = 0; i < end; i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
